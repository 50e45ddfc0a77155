using System.Text.Json;
using System.Text.RegularExpressions;

namespace EndToEnd.Infrastructure;

/// <summary>Who can reach what in an installation, as the compiled template says.</summary>
public partial class AccessSpecs
{
    private static readonly Dictionary<string, string> Roles = new()
    {
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["12338af0-0e69-4776-bea7-57ae8d297424"] = "Key Vault Crypto User",
        ["e147488a-f6f5-4113-8e2d-b22465e65bf6"] = "Key Vault Crypto Service Encryption User",
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
        ["0ad04412-c4d5-4796-b79c-f76d14c8d402"] = "Durable Task Data Contributor",
    };

    [Fact]
    public void App_has_these_roles_at_these_resources_and_no_other() =>
        Assert.Equal(
            [
                "Durable Task Data Contributor at schedulers/dts-approvals/taskHubs/approvals",
                "Key Vault Crypto Service Encryption User at vaults/kv/keys/links",
                "Key Vault Crypto User at vaults/kv/keys/records",
                "Key Vault Secrets User at vaults/kv",
                "Monitoring Metrics Publisher at components/appi-approvals",
                "Storage Blob Data Contributor at storageAccounts/stdata/blobServices/default/containers/approvals",
                "Storage Blob Data Contributor at storageAccounts/stdata/blobServices/default/containers/link-keys",
                "Storage Blob Data Owner at storageAccounts/sthost",
                "Storage Queue Data Contributor at storageAccounts/sthost",
                "Storage Table Data Contributor at storageAccounts/stdata",
                "Storage Table Data Contributor at storageAccounts/sthost",
            ],
            Compiled.Resources("Microsoft.Authorization/roleAssignments").Select(role =>
            {
                // The scope is the first thing in the id, and ends below a resource group or the pattern does not match.
                var scope = Scope().Match(role.Text("id")!);
                Assert.True(scope.Success, role.Text("id"));
                return $"{Roles[role.Text("properties", "roleDefinitionId")!.Split('/')[^1]]} at {WithoutSuffix(scope.Groups["resource"].Value)}";
            }).Order(StringComparer.Ordinal));

    [Fact]
    public void Storage_refuses_keys_plain_http_old_tls_and_anonymous_readers() =>
        Assert.All(Compiled.Resources("Microsoft.Storage/storageAccounts"), account =>
        {
            Assert.Equal("false", account.Text("properties", "allowSharedKeyAccess"));
            Assert.Equal("true", account.Text("properties", "supportsHttpsTrafficOnly"));
            Assert.Equal("TLS1_2", account.Text("properties", "minimumTlsVersion"));
            Assert.Equal("false", account.Text("properties", "allowBlobPublicAccess"));
        });

    [Theory]
    [InlineData("Microsoft.Storage/storageAccounts")]
    [InlineData("Microsoft.KeyVault/vaults")]
    public void Private_network_closes_the_public_door(string type) =>
        Assert.All(Compiled.Resources(type), resource =>
        {
            Assert.Equal("Disabled", resource.Text("properties", "publicNetworkAccess"));
            Assert.Equal("Deny", resource.Text("properties", "networkAcls", "defaultAction"));
        });

    [Fact]
    public void Site_is_https_without_passwords()
    {
        var site = Assert.Single(Compiled.Resources("Microsoft.Web/sites"));
        Assert.Equal("true", site.Text("properties", "httpsOnly"));
        Assert.Equal("1.2", site.Text("properties", "siteConfig", "minTlsVersion"));
        Assert.Equal("Disabled", site.Text("properties", "siteConfig", "ftpsState"));
        Assert.Equal("UserAssigned", site.Text("identity", "type"));
        Assert.Equal(
            ["false", "false"],
            Compiled.Resources("Microsoft.Web/sites/basicPublishingCredentialsPolicies").Select(p => p.Text("properties", "allow")));
    }

    [Fact]
    public void Telemetry_and_bot_know_no_keys()
    {
        Assert.Equal("true", Assert.Single(Compiled.Resources("Microsoft.Insights/components")).Text("properties", "DisableLocalAuth"));
        var workspace = Assert.Single(Compiled.Resources("Microsoft.OperationalInsights/workspaces"));
        Assert.Equal("true", workspace.Text("properties", "features", "disableLocalAuth"));
        var bot = Assert.Single(Compiled.Resources("Microsoft.BotService/botServices"));
        Assert.Equal("true", bot.Text("properties", "disableLocalAuth"));
        Assert.Equal("UserAssignedMSI", bot.Text("properties", "msaAppType"));
    }

    [Fact]
    public void Host_reaches_its_storage_by_identity()
    {
        var template = Compiled.Template();
        Assert.All(
            ["AzureWebJobsStorage__credential", "AzureWebJobsStorage__clientId", "AzureWebJobsStorage__blobServiceUri", "AzureWebJobsStorage__queueServiceUri", "AzureWebJobsStorage__tableServiceUri"],
            setting => Assert.Contains(setting, template, StringComparison.Ordinal));
        // The bare name would be a connection string.
        Assert.DoesNotMatch("AzureWebJobsStorage(?!__)", template);
    }

    [Theory]
    [InlineData("AccountKey")]
    [InlineData("SharedAccess")]
    [InlineData("listKeys")]
    [InlineData("listAccountSas")]
    [InlineData("listServiceSas")]
    [InlineData("listSecrets")]
    [InlineData("getSecret")]
    [InlineData("securestring")]
    [InlineData("secureObject")]
    public void Template_neither_reads_nor_takes_a_secret(string word) =>
        Assert.DoesNotContain(word, Compiled.Template(), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Outputs_name_things_and_hold_no_secret()
    {
        using var template = JsonDocument.Parse(Compiled.Template());
        var outputs = Compiled.Templates(template.RootElement)
            .Where(t => t.TryGetProperty("outputs", out _))
            .SelectMany(t => t.GetProperty("outputs").EnumerateObject());
        Assert.All(outputs, output =>
        {
            Assert.True(output.Value.GetProperty("type").GetString() is "string" or "object", output.Name);
            Assert.DoesNotMatch("(?i)password|secret$|sas|key$", output.Name);
        });
    }

    private static string WithoutSuffix(string resource) => Suffix().Replace(resource, "");

    [GeneratedRegex(@"^\[extensionResourceId\('/subscriptions/[^/']+/resourceGroups/[^/']+/providers/[^/']+/(?<resource>[^']+)'", RegexOptions.ExplicitCapture)]
    private static partial Regex Scope();

    // What uniqueString adds to names.
    [GeneratedRegex("-?[a-z0-9]{13}(?=/|$)")]
    private static partial Regex Suffix();
}
