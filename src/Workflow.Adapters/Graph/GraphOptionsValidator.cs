using Microsoft.Extensions.Options;
using Workflow.Core.Diagnostics;
using Workflow.Core.People;
using static Workflow.Adapters.OptionFailures;

namespace Workflow.Adapters.Graph;

/// <summary>Refuses a Graph that is half configured, or that would be told of mails without a secret.</summary>
internal sealed class GraphOptionsValidator : IValidateOptions<GraphOptions>
{
    public ValidateOptionsResult Validate(string? name, GraphOptions options)
    {
        List<string> failures =
        [
            .. Unless(
                IsHttps(options.Endpoint) || options.Endpoint is { IsAbsoluteUri: true, IsLoopback: true },
                "Graph:Endpoint must be the https address of Graph with its version, such as https://graph.microsoft.com/v1.0."),
            .. Identity(options),
            .. Mail(options),
            .. Limits(options),
        ];
        return Result(failures);
    }

    private static IEnumerable<string> Identity(GraphOptions options) =>
    [
        .. Unless(IsNothing(options.ClientId) || Guid.TryParse(options.ClientId, out _), "Graph:ClientId must be a client id, a GUID."),
        .. Unless(IsNothing(options.TenantId) || Guid.TryParse(options.TenantId, out _), "Graph:TenantId must be a tenant's id, a GUID."),
        .. Unless(!SecretReference.IsUnresolved(options.ClientSecret), SecretReference.Refusal("Graph:ClientSecret")),
        .. Unless(
            IsNothing(options.ClientSecret) || (!IsNothing(options.ClientId) && !IsNothing(options.TenantId)),
            "Graph:ClientId and Graph:TenantId must be set when Graph:ClientSecret is."),
    ];

    private static IEnumerable<string> Mail(GraphOptions options) =>
    [
        .. Unless(!options.HasMailbox || EmailAddress.Read(options.Mailbox) is not null, "Graph:Mailbox must be one address, such as approvals@company.example."),
        .. Unless(options.NotificationUrl is null || options.HasMailbox, "Graph:Mailbox must be set when Graph:NotificationUrl is."),
        .. Unless(
            options.NotificationUrl is null || (IsHttps(options.NotificationUrl) && options.NotificationUrl.AbsolutePath.EndsWith("/notifications", StringComparison.Ordinal)),
            "Graph:NotificationUrl must be an https address that ends in /api/graph/notifications."),
        .. Unless(!SecretReference.IsUnresolved(options.ClientState), SecretReference.Refusal("Graph:ClientState")),
        .. Unless(
            options.NotificationUrl is null || options.ClientState is { Length: >= 32 and <= 128 },
            "Graph:ClientState must be a secret of 32 to 128 characters when Graph:NotificationUrl is set."),
        .. options.Folders.Failures("Graph:Folders"),
    ];

    private static IEnumerable<string> Limits(GraphOptions options) =>
    [
        .. Unless(options.Tries is >= 1 and <= 10, "Graph:Tries must be between 1 and 10."),
        .. Unless(IsBetween(options.LongestPause), "Graph:LongestPause must be between 00:00:01 and 00:10:00."),
        .. Unless(IsBetween(options.CallTimeout), "Graph:CallTimeout must be between 00:00:01 and 00:10:00."),
        .. Unless(
            options.SubscriptionLife >= TimeSpan.FromHours(1) && options.SubscriptionLife <= TimeSpan.FromDays(7),
            "Graph:SubscriptionLife must be between 01:00:00 and 7.00:00:00."),
    ];

    private static bool IsHttps(Uri uri) => uri is { IsAbsoluteUri: true, Scheme: "https" };

    private static bool IsBetween(TimeSpan value) => value >= TimeSpan.FromSeconds(1) && value <= TimeSpan.FromMinutes(10);

    private static bool IsNothing(string? value) => string.IsNullOrWhiteSpace(value);
}
