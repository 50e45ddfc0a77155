using Functions.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Functions.Mailbox;

/// <summary>
/// Looks into the mailbox when it is told to; there is one instance at most, so no two look at the same time. What it is
/// told while it looks makes it look once more, however often it was told.
/// </summary>
/// <remarks>
/// An event that comes in the very moment in which it ends is lost; the sweep tells it again within minutes. This code is
/// replayed: what is said of <see cref="ApprovalOrchestrator"/> holds here too.
/// </remarks>
public static class MailboxOrchestrator
{
    /// <summary>The event that says: look. Its payload is whether the subscription is to be authorized again.</summary>
    public const string Told = "told";

    // A mailbox that is never quiet starts a new history now and then.
    private const int RoundsPerHistory = 50;

    /// <summary>Runs until it was told nothing new.</summary>
    [Function(nameof(MailboxOrchestrator))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var told = context.WaitForExternalEvent<bool>(Told);
        for (var round = 0; round < RoundsPerHistory; round++)
        {
            var reauthorize = await told;
            told = context.WaitForExternalEvent<bool>(Told);
            while (told.IsCompleted)
            {
                reauthorize |= await told;
                told = context.WaitForExternalEvent<bool>(Told);
            }

            await context.CallActivityAsync<bool>(nameof(MailboxActivities.TakeMails), context.InstanceId, Retries.OfEffects);
            await context.CallActivityAsync<bool>(nameof(MailboxActivities.KeepSubscription), reauthorize, Retries.OfEffects);
            if (!told.IsCompleted)
                return;
        }
    }
}
