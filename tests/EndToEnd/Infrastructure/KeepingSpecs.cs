namespace EndToEnd.Infrastructure;

/// <summary>What an installation keeps, and how people hear when something goes wrong.</summary>
public class KeepingSpecs
{
    [Fact]
    public void Vault_cannot_be_emptied_and_is_opened_by_role()
    {
        var vault = Assert.Single(Compiled.Resources("Microsoft.KeyVault/vaults"));
        Assert.Equal("true", vault.Text("properties", "enablePurgeProtection"));
        Assert.Equal("true", vault.Text("properties", "enableRbacAuthorization"));
    }

    [Fact]
    public void Record_key_signs_es256_and_does_nothing_else()
    {
        var key = Assert.Single(Compiled.Resources("Microsoft.KeyVault/vaults/keys"), k => k.Text("name")!.EndsWith("/records", StringComparison.Ordinal));
        Assert.Equal("P-256", key.Text("properties", "curveName"));
        Assert.Equal("EC-HSM", key.Text("properties", "kty"));
        Assert.Equal(["sign", "verify"], key["properties"]!["keyOps"]!.AsArray().Select(o => o!.ToString()));
    }

    [Fact]
    public void Contents_have_versions_and_by_switch_cannot_be_deleted()
    {
        var data = Assert.Single(
            Compiled.Resources("Microsoft.Storage/storageAccounts/blobServices"), s => s.Text("name")!.StartsWith("stdata", StringComparison.Ordinal));
        Assert.Equal("true", data.Text("properties", "isVersioningEnabled"));
        Assert.Equal("true", data.Text("properties", "deleteRetentionPolicy", "enabled"));

        var policy = Assert.Single(Compiled.Resources("Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies"));
        Assert.EndsWith("/approvals/default", policy.Text("name"), StringComparison.Ordinal);
        Assert.Equal("3650", policy.Text("properties", "immutabilityPeriodSinceCreationInDays"));
    }

    [Fact]
    public void App_runs_dotnet_10_isolated_with_warm_instances()
    {
        var config = Assert.Single(Compiled.Resources("Microsoft.Web/sites"))["properties"]!["functionAppConfig"];
        Assert.Equal("dotnet-isolated", config.Text("runtime", "name"));
        Assert.Equal("10.0", config.Text("runtime", "version"));
        Assert.Equal(["http", "durable"], config!["scaleAndConcurrency"]!["alwaysReady"]!.AsArray().Select(g => g.Text("name")));
    }

    [Theory]
    [InlineData("orchestration-failed")]
    [InlineData("dead-letters")]
    [InlineData("written-overdue")]
    [InlineData("sweep-missing")]
    public void Alert_asks_for_one_number_and_tells_people(string name)
    {
        var people = Assert.Single(Compiled.Resources("Microsoft.Insights/actionGroups"));
        var alert = Assert.Single(
            Compiled.Resources("Microsoft.Insights/scheduledQueryRules"), a => a.Text("name")!.Contains(name, StringComparison.Ordinal));
        var condition = Assert.Single(alert["properties"]!["criteria"]!["allOf"]!.AsArray());
        Assert.Equal("Value", condition.Text("metricMeasureColumn"));
        Assert.Contains("| summarize Value = ", condition.Text("query"), StringComparison.Ordinal);
        Assert.Equal([people.Text("id")], alert["properties"]!["actions"]!["actionGroups"]!.AsArray().Select(g => g!.ToString()));
    }
}
