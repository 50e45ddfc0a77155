using Functions.Mailbox;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflow.Adapters.Graph;

namespace Functions.Triggers;

/// <summary>What makes us look into the mailbox: Graph, and a clock for what Graph did not tell.</summary>
/// <param name="door">Through which calls go.</param>
/// <param name="notifications">What hears Graph. Its secret is its gate.</param>
/// <param name="options">Whether there is a mailbox.</param>
public sealed class MailboxTriggers(Door door, GraphNotifications notifications, GraphOptions options)
{
    /// <summary><c>POST /api/graph/notifications</c>: a mail came.</summary>
    [Function("GraphNotifications")]
    public Task<IResult> TakeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/graph/notifications")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        door.ShowAsync(request, http => notifications.TakeAsync(http, client));

    /// <summary><c>POST /api/graph/lifecycle</c>: something is with the subscription.</summary>
    [Function("GraphLifecycle")]
    public Task<IResult> TakeLifecycleAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/graph/lifecycle")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        door.ShowAsync(request, http => notifications.TakeAsync(http, client));

    /// <summary>Every five minutes: what was missed is found, and the subscription is kept alive.</summary>
    [Function("MailboxSweep")]
    public Task SweepAsync(
        [TimerTrigger("0 */5 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        options.HasMailbox ? MailboxInstance.TellAsync(client, reauthorize: false, cancellationToken) : Task.CompletedTask;
}
