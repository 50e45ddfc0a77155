using Workflow.Adapters.Graph;

namespace Adapters.Tests.Graph;

public sealed class GraphOptionsTests
{
    private const string Id = "7e4a0700-1111-4222-8333-444455556666";

    [Fact]
    public void Nothing_set_is_right() => Assert.Empty(Failures(new GraphOptions()));

    [Fact]
    public void Everything_set_is_right() => Assert.Empty(Failures(Whole()));

    [Fact]
    public void Each_wrong_setting_is_named()
    {
        Wrong("Graph:Endpoint", o => o.Endpoint = new Uri("http://graph.microsoft.com/v1.0"));
        Wrong("Graph:ClientId", o => o.ClientId = "approvals");
        Wrong("Graph:TenantId", o => o.TenantId = "studio.example");
        Wrong("Graph:TenantId", o => o.TenantId = null);
        Wrong("Graph:ClientSecret", o => o.ClientSecret = "@Microsoft.KeyVault(SecretUri=https://kv-x.vault.azure.net/secrets/graph)");
        Wrong("Graph:Mailbox", o => o.Mailbox = "approvals");
        Wrong("Graph:Mailbox", o => o.Mailbox = null);
        Wrong("Graph:NotificationUrl", o => o.NotificationUrl = new Uri("http://approvals.studio.example/api/graph/notifications"));
        Wrong("Graph:NotificationUrl", o => o.NotificationUrl = new Uri("https://approvals.studio.example/api/graph"));
        Wrong("Graph:ClientState", o => o.ClientState = new string('s', 31));
        Wrong("Graph:ClientState", o => o.ClientState = new string('s', 129));
        Wrong("Graph:ClientState", o => o.ClientState = null);
        Wrong("Graph:SubscriptionLife", o => o.SubscriptionLife = TimeSpan.FromDays(8));
        Wrong("Graph:Folders", o => o.Folders.Rejected = "processed");
        Wrong("Graph:Folders", o => o.Folders.Rejected = " ");
        Wrong("Graph:Tries", o => o.Tries = 0);
        Wrong("Graph:LongestPause", o => o.LongestPause = TimeSpan.Zero);
        Wrong("Graph:CallTimeout", o => o.CallTimeout = TimeSpan.FromHours(1));
    }

    private static void Wrong(string setting, Action<GraphOptions> change)
    {
        var options = Whole();
        change(options);
        Assert.Contains(Failures(options), failure => failure.Contains(setting, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Failures(GraphOptions options) => new GraphOptionsValidator().Validate(null, options).Failures ?? [];

    private static GraphOptions Whole() => new()
    {
        TenantId = Id,
        ClientId = Id,
        ClientSecret = "secret",
        Mailbox = "approvals@studio.example",
        NotificationUrl = new Uri("https://approvals.studio.example/api/graph/notifications"),
        ClientState = new string('s', 32),
    };
}
