using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Functions.Orchestration;

/// <summary>
/// The alarm clock and courier of one request; its instance id is the request's id. It holds no rule and no state of
/// the request: it can be thrown away at any instant and started again from the stream.
/// </summary>
/// <remarks>
/// This code is replayed. A change to the order of its calls is a new version: raise <c>defaultVersion</c> in host.json
/// and keep the old order for instances whose <see cref="TaskOrchestrationContext.Version"/> is older.
/// </remarks>
public static class ApprovalOrchestrator
{
    /// <summary>The event that says: the stream has changed, look again.</summary>
    public const string Changed = "changed";

    /// <summary>After how many rounds the history is cut.</summary>
    internal const int RoundsPerHistory = 50;

    /// <summary>The longest durable timer; longer ones are unreliable on some storage providers.</summary>
    internal static readonly TimeSpan LongestHop = TimeSpan.FromDays(3);

    private static readonly TimeSpan ShortestHop = TimeSpan.FromSeconds(1);

    /// <summary>How long it lets a request be whose wake changed nothing, so that it never spins.</summary>
    private static readonly TimeSpan RestAfterNothing = TimeSpan.FromMinutes(1);

    /// <summary>Runs until the request is closed and nothing is in flight.</summary>
    /// <returns>The outcome, or null when there is no such request or when it starts anew.</returns>
    [Function(nameof(ApprovalOrchestrator))]
    public static async Task<string?> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        // One wait for all rounds: a cancelled wait may swallow the next event.
        var changed = context.WaitForExternalEvent<string>(Changed);
        var wakeNotBefore = DateTime.MinValue;
        for (var round = 0; round < RoundsPerHistory; round++)
        {
            // What was raised so far is seen by the reading below.
            if (changed.IsCompleted)
                changed = context.WaitForExternalEvent<string>(Changed);

            var carried = await EffectRound.RunAsync(context);
            var standing = await context.CallActivityAsync<Standing>(nameof(ClockActivities.NextDue), context.InstanceId, Retries.OfStorage);
            context.SetCustomStatus(standing.Progress);
            if (carried)
                continue;
            if (standing.IsOver)
                return standing.Progress?.Outcome;

            var now = context.CurrentUtcDateTime;
            if (standing.WakeAt <= now && wakeNotBefore <= now)
                wakeNotBefore = await WakeAsync(context, standing) ? DateTime.MinValue : now + RestAfterNothing;
            else if (!changed.IsCompleted)
                await EitherAsync(context, changed, NextHop(now, standing.Due, wakeNotBefore));
        }

        context.ContinueAsNew(preserveUnprocessedEvents: true);
        return null;
    }

    private static Task<bool> WakeAsync(TaskOrchestrationContext context, Standing standing) =>
        context.CallActivityAsync<bool>(
            nameof(ClockActivities.Wake), new Ring(context.InstanceId, standing.Version, standing.WakeAt!.Value), Retries.OfStorage);

    private static async Task EitherAsync(TaskOrchestrationContext context, Task changed, DateTime at)
    {
        using var cancellation = new CancellationTokenSource();
        var timer = context.CreateTimer(at, cancellation.Token);
        if (await Task.WhenAny(changed, timer) == timer)
            return;

        // A timer left running keeps the instance alive. Not CancelAsync: it leaves the orchestrator's thread and hangs it.
#pragma warning disable CA1849
        cancellation.Cancel();
#pragma warning restore CA1849
    }

    // Never at once: whatever is past due and could not be done is looked at again after a pause.
    private static DateTime NextHop(DateTime now, DateTimeOffset? due, DateTime notBefore)
    {
        var latest = now + LongestHop;
        var wanted = due is { } at && at.UtcDateTime < latest ? at.UtcDateTime : latest;
        return new[] { wanted, now + ShortestHop, notBefore }.Max();
    }
}
