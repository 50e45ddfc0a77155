using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Workflow.Core.Classification;
using Workflow.Core.Diagnostics;
using Workflow.Core.Ports;

namespace Functions.Orchestration;

/// <summary>
/// Finds requests whose orchestration should have acted two minutes ago and tells it again, or starts a new one: so a
/// lost event, a failed, terminated or purged instance, and a revived dead letter of a closed request heal by themselves.
/// What it says is what the alerts of <c>infra/</c> listen to.
/// </summary>
/// <param name="outbox">Effects that wait too long.</param>
/// <param name="alarms">Wakes that are overdue.</param>
/// <param name="summaries">What people were reminded of and escalated for, and still have not decided.</param>
/// <param name="clock">The machine's.</param>
/// <param name="logger">Told what could not be told.</param>
public sealed partial class Sweep(
    IOutbox outbox, IAlarms alarms, ISummaries summaries, TimeProvider clock, ILogger<Sweep> logger)
{
    /// <summary>How late something must be before the sweep looks after it.</summary>
    internal static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    private const int Limit = 1000;
    private const int Parallelism = 8;

    /// <summary>Every minute.</summary>
    [Function(nameof(Sweep))]
    public async Task RunAsync(
        [TimerTrigger("0 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var before = now - Grace;
        var effects = await outbox.DueAsync(before, Limit, cancellationToken);
        var wakes = await alarms.DueAsync(before, Limit, cancellationToken);
        var late = effects.Select(item => item.Request).Concat(wakes).Distinct().ToList();
        await Parallel.ForEachAsync(
            late,
            new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken },
            async (id, token) =>
            {
                try
                {
                    var instance = await client.GetInstanceAsync(id.ToString(), getInputsAndOutputs: false, token);
                    if (instance?.RuntimeStatus is OrchestrationRuntimeStatus.Failed)
                        LogStartedAgain(logger, id.ToString());
                    await Instances.SignalAsync(client, id, "sweep", token);
                }
                catch (Exception e) when (!token.IsCancellationRequested)
                {
                    // The others still get their turn, and this one the next.
                    LogNotTold(logger, id.ToString(), FailureText.Of(e));
                }
            });
        LogSwept(logger, late.Count);
        LogOverdue(logger, await summaries.OverdueAsync(Tier.Written, now, cancellationToken));
    }

    [LoggerMessage(1, LogLevel.Error, "The orchestration of {Id} could not be told: {Reason}. The next sweep tries again.")]
    private static partial void LogNotTold(ILogger logger, string id, string reason);

    // An alert watches for its absence: a sweep that does not run heals nothing.
    [LoggerMessage(2, LogLevel.Information, "Swept: {Count} requests were late.")]
    private static partial void LogSwept(ILogger logger, int count);

    [LoggerMessage(3, LogLevel.Information, "Overdue: {Count} requests for written approval are past their limit")]
    private static partial void LogOverdue(ILogger logger, int count);

    [LoggerMessage(4, LogLevel.Error, "The orchestration of {Id} had failed and is started again.")]
    private static partial void LogStartedAgain(ILogger logger, string id);
}
