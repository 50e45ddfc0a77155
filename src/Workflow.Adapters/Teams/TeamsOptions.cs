namespace Workflow.Adapters.Teams;

/// <summary>
/// How the bot is known to Teams: section <c>Teams</c> of the configuration. Without <see cref="AppId"/> and
/// <see cref="Playground"/> there is no Teams: nobody is written to, and whoever calls the bot is refused.
/// </summary>
public sealed class TeamsOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Teams";

    /// <summary>The bot's Entra application (client) id. No default.</summary>
    public string? AppId { get; set; }

    /// <summary>The Entra tenant of the bot and of everybody it talks to; needed whenever Teams is open. No default.</summary>
    public string? TenantId { get; set; }

    /// <summary>
    /// The application's secret, by which the bot proves itself to the connector. Without one it does so by workload
    /// identity or by the managed identity whose client id is <see cref="AppId"/>, which is the better way.
    /// </summary>
    public string? ClientSecret { get; set; }

    /// <summary>
    /// Hosts of the connector that the bot trusts with its token, without scheme or port. Default, when it is empty:
    /// <c>smba.trafficmanager.net</c>, and <c>smba.infra.gcc.teams.microsoft.com</c> of the Government Community Cloud.
    /// </summary>
    public IList<string> ServiceHosts { get; } = [];

    /// <summary>
    /// Where a chat is opened with somebody whom no chat is known with. Default: the public cloud's global address; a
    /// government cloud has its own. The Playground has none: it must be set.
    /// </summary>
    public Uri? DefaultServiceUrl { get; set; }

    /// <summary>Where the keys are described by which the connector signs. Default: the Bot Framework's, public cloud.</summary>
    public Uri OpenIdMetadata { get; set; } = new("https://login.botframework.com/v1/.well-known/openidconfiguration");

    /// <summary>
    /// Talks to the Microsoft 365 Agents Playground on this machine instead of to Teams: takes calls without a token, sends
    /// none, and speaks to loopback alone. Refuses to start outside Development. Default: false.
    /// </summary>
    public bool Playground { get; set; }

    /// <summary>How many calls a second this process makes at most, 1 to 1,000. Default: 50, what Teams lets an app make in a tenant.</summary>
    public int CallsPerSecond { get; set; } = 50;

    /// <summary>The least time between two calls for one chat, 0 to 1 minute. Default: 1 second.</summary>
    public TimeSpan ConversationPause { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long one call may take, 1 second to 1 minute. Default: 15 seconds.</summary>
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(15);

    internal bool IsOpen => Playground || !string.IsNullOrWhiteSpace(AppId);
}
