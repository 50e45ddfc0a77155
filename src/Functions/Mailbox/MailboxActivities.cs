using Functions.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Workflow.Adapters.Graph.Mail;
using Workflow.Adapters.Mail;
using Workflow.Core.Diagnostics;

namespace Functions.Mailbox;

/// <summary>What is done about the mailbox. Each activity may run twice and then changes nothing.</summary>
/// <param name="changes">Which streams the mails were appended to.</param>
/// <param name="logger">Told of failures, without personal data.</param>
/// <param name="run">Takes mails in; null without a mailbox.</param>
/// <param name="subscription">By which Graph tells of new mails; null without a mailbox.</param>
public sealed partial class MailboxActivities(
    Changes changes, ILogger<MailboxActivities> logger, MailboxRun? run = null, GraphSubscription? subscription = null)
{
    /// <summary>Takes in what waits, and tells the orchestrations of the requests that it changed.</summary>
    /// <returns>Whether every mail was filed; the others stay in the inbox until the next look.</returns>
    [Function(nameof(TakeMails))]
    public async Task<bool> TakeMails(
        [ActivityTrigger] string instance, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        if (run is null)
            return true;

        using var listening = changes.Listen();
        try
        {
            return await OutsideAsync(() => run.RunAsync(cancellationToken), cancellationToken);
        }
        finally
        {
            // Also after a failure: what was taken in before it is stored.
            foreach (var id in listening.Requests)
                await Instances.TrySignalAsync(client, id, "mail", e => LogNotTold(logger, id.ToString(), FailureText.Of(e)));
        }
    }

    /// <summary>Sees to it that Graph goes on telling of new mails.</summary>
    /// <returns>Whether there is a subscription to keep.</returns>
    [Function(nameof(KeepSubscription))]
    public async Task<bool> KeepSubscription([ActivityTrigger] bool reauthorize, CancellationToken cancellationToken)
    {
        if (subscription is not { IsWanted: true })
            return false;

        return await OutsideAsync(
            async () =>
            {
                await subscription.KeepAsync(reauthorize, cancellationToken);
                return true;
            },
            cancellationToken);
    }

    private static async Task<T> OutsideAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // The runtime keeps what is thrown, and the original may quote addresses and names.
            throw new EffectFailedException(FailureText.Of(e));
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The orchestration of {Id} could not be told: {Reason}. The sweep will.")]
    private static partial void LogNotTold(ILogger logger, string id, string reason);
}
