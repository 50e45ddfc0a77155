namespace Workflow.Adapters.Teams;

/// <summary>Which addresses may be a connector: nothing is believed of another, and nothing is sent there.</summary>
internal sealed class ServiceUrls(TeamsOptions options)
{
    /// <summary>The public cloud's global address, for a tenant of any region.</summary>
    public static readonly Uri Global = new("https://smba.trafficmanager.net/teams/");

    // As learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages names them.
    private static readonly string[] PublicCloud = [Global.Host, "smba.infra.gcc.teams.microsoft.com"];

    private readonly HashSet<string> _hosts =
        new(options.ServiceHosts.Count > 0 ? options.ServiceHosts : PublicCloud, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether it is on the allow-list by https; in the Playground, whether it is on this machine.</summary>
    public bool Allow(Uri? address) => address is { IsAbsoluteUri: true, UserInfo: "" } && (options.Playground
        ? address is { IsLoopback: true, Scheme: "http" or "https" }
        : address is { Scheme: "https", IsDefaultPort: true } && _hosts.Contains(address.IdnHost));
}
