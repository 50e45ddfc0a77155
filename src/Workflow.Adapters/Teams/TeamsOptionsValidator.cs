using Microsoft.Extensions.Options;
using Workflow.Core.Diagnostics;
using static Workflow.Adapters.OptionFailures;

namespace Workflow.Adapters.Teams;

/// <summary>Refuses a Teams that is half configured, or open to anybody outside a developer's machine.</summary>
/// <param name="isDevelopment">Whether the host runs in the environment Development.</param>
internal sealed class TeamsOptionsValidator(bool isDevelopment) : IValidateOptions<TeamsOptions>
{
    public ValidateOptionsResult Validate(string? name, TeamsOptions options)
    {
        List<string> failures =
        [
            .. Limits(options),
            .. options.Playground ? OfPlayground(options) : options.IsOpen ? OfTeams(options) : OfNothing(options),
        ];
        return Result(failures);
    }

    private static IEnumerable<string> Limits(TeamsOptions options) =>
    [
        .. Unless(options.CallsPerSecond is >= 1 and <= 1000, "Teams:CallsPerSecond must be between 1 and 1000."),
        .. Unless(IsBetween(options.ConversationPause, TimeSpan.Zero), "Teams:ConversationPause must be between 00:00:00 and 00:01:00."),
        .. Unless(IsBetween(options.CallTimeout, TimeSpan.FromSeconds(1)), "Teams:CallTimeout must be between 00:00:01 and 00:01:00."),
    ];

    private IEnumerable<string> OfPlayground(TeamsOptions options) =>
    [
        .. Unless(isDevelopment, "Teams:Playground lets anybody on the network be anybody; it is for the environment Development alone."),
        .. Unless(Empty(options.AppId), "Teams:AppId must not be set together with Teams:Playground."),
        .. Unless(!Empty(options.TenantId), "Teams:TenantId must be the tenant that the Playground plays, its tenantId."),
        .. Unless(options.DefaultServiceUrl is { IsAbsoluteUri: true, IsLoopback: true }, "Teams:DefaultServiceUrl must be the Playground's connector on this machine, such as http://127.0.0.1:56150/_connector."),
    ];

    private static IEnumerable<string> OfTeams(TeamsOptions options) =>
    [
        .. Unless(Guid.TryParse(options.AppId, out _), "Teams:AppId must be the bot's application id, a GUID."),
        .. Unless(Guid.TryParse(options.TenantId, out _), "Teams:TenantId must be the id of the bot's Entra tenant, a GUID."),
        .. Unless(!SecretReference.IsUnresolved(options.ClientSecret), SecretReference.Refusal("Teams:ClientSecret")),
        .. Unless(options.ServiceHosts.All(IsHost), "Teams:ServiceHosts must be names of hosts, such as smba.trafficmanager.net, without scheme, port or wildcard."),
        .. Unless(options.OpenIdMetadata is { IsAbsoluteUri: true, Scheme: "https" }, "Teams:OpenIdMetadata must be an https address."),
        .. Unless(
            options.DefaultServiceUrl is not { } url || new ServiceUrls(options).Allow(url),
            "Teams:DefaultServiceUrl must be an https address on one of Teams:ServiceHosts."),
    ];

    private static string[] OfNothing(TeamsOptions options) => Unless(
        Empty(options.TenantId) && Empty(options.ClientSecret),
        "Teams:AppId must be set when Teams:TenantId or Teams:ClientSecret is.");

    private static bool IsHost(string host) => Uri.CheckHostName(host) is UriHostNameType.Dns;

    private static bool IsBetween(TimeSpan value, TimeSpan least) => value >= least && value <= TimeSpan.FromMinutes(1);

    private static bool Empty(string? value) => string.IsNullOrWhiteSpace(value);
}
