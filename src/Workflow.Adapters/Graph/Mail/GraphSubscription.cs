using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;

namespace Workflow.Adapters.Graph.Mail;

/// <summary>
/// Keeps one subscription alive by which Graph tells of new mails. The service itself is the truth: what it lists is
/// adopted, renewed at half its life, made when there is none, and removed when there is one too many.
/// </summary>
public sealed partial class GraphSubscription
{
    private readonly GraphServiceClient _graph;
    private readonly GraphOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<GraphSubscription> _logger;

    /// <summary>Keeps the subscription that the options describe.</summary>
    public GraphSubscription(GraphServiceClient graph, GraphOptions options, TimeProvider clock, ILogger<GraphSubscription> logger) =>
        (_graph, _options, _clock, _logger) = (graph, options, clock, logger);

    /// <summary>Whether notifications are wanted: <c>Graph:NotificationUrl</c> is set.</summary>
    public bool IsWanted => _options.NotificationUrl is not null;

    private string Resource => $"users/{_options.Mailbox}/mailFolders('inbox')/messages";

    // The service does not show the secret of a subscription; one that was made with another secret has another address.
    private string Address => $"{_options.NotificationUrl!.AbsoluteUri}?v={Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_options.ClientState!)))[..8]}";

    /// <summary>Sees to it that there is one, and that it lives on.</summary>
    /// <param name="reauthorize">Renews it also before half its life is over: the service asks for that at times.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task KeepAsync(bool reauthorize, CancellationToken cancellationToken)
    {
        if (!IsWanted)
            return;

        var ours = await OursAsync(cancellationToken);
        var kept = ours.Where(IsAsWanted).MaxBy(subscription => subscription.ExpirationDateTime);
        var isDue = kept is not null && (reauthorize || kept.ExpirationDateTime - _clock.GetUtcNow() <= _options.SubscriptionLife / 2);
        if (kept is null || (isDue && !await RenewAsync(kept, cancellationToken)))
            await MakeAsync(cancellationToken);

        // Only now: what the old one still tells of is told by the new one too.
        foreach (var other in ours.Where(subscription => subscription != kept))
            await RemoveAsync(other, cancellationToken);
    }

    private async Task<List<Subscription>> OursAsync(CancellationToken cancellationToken)
    {
        var ours = new List<Subscription>();
        var page = await _graph.Subscriptions.GetAsync(null, cancellationToken);
        while (true)
        {
            ours.AddRange((page?.Value ?? []).Where(IsOurs));
            if (page?.OdataNextLink is not { } next)
                return ours;
            page = await _graph.Subscriptions.WithUrl(next).GetAsync(null, cancellationToken);
        }
    }

    // Other installations may share the app; ours is told at our address.
    private bool IsOurs(Subscription subscription) =>
        subscription.NotificationUrl?.Split('?')[0].Equals(_options.NotificationUrl!.AbsoluteUri, StringComparison.OrdinalIgnoreCase) == true;

    private bool IsAsWanted(Subscription subscription) =>
        subscription.NotificationUrl == Address
        && subscription.LifecycleNotificationUrl == _options.LifecycleUrl!.AbsoluteUri
        && string.Equals(subscription.Resource?.TrimStart('/'), Resource, StringComparison.OrdinalIgnoreCase);

    private async Task<bool> RenewAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        try
        {
            await _graph.Subscriptions[subscription.Id].PatchAsync(
                new Subscription { ExpirationDateTime = _clock.GetUtcNow() + _options.SubscriptionLife }, null, cancellationToken);
            LogRenewed(_logger);
            return true;
        }
        catch (ODataError e) when (e.IsNotFound())
        {
            return false;
        }
    }

    private async Task MakeAsync(CancellationToken cancellationToken)
    {
        await _graph.Subscriptions.PostAsync(
            new Subscription
            {
                ChangeType = "created",
                Resource = Resource,
                NotificationUrl = Address,
                LifecycleNotificationUrl = _options.LifecycleUrl!.AbsoluteUri,
                ClientState = _options.ClientState,
                ExpirationDateTime = _clock.GetUtcNow() + _options.SubscriptionLife,
            },
            request => request.Headers.AddImmutableIds(),
            cancellationToken);
        LogMade(_logger);
    }

    private async Task RemoveAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        try
        {
            await _graph.Subscriptions[subscription.Id].DeleteAsync(null, cancellationToken);
        }
        catch (ODataError e) when (e.IsNotFound())
        {
            // It is gone, which is what was wanted.
        }
    }

    [LoggerMessage(1, LogLevel.Information, "The subscription to the mailbox was made.")]
    private static partial void LogMade(ILogger logger);

    [LoggerMessage(2, LogLevel.Information, "The subscription to the mailbox was renewed.")]
    private static partial void LogRenewed(ILogger logger);
}
