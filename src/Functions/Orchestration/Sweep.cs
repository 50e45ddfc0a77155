using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Workflow.Core.Diagnostics;
using Workflow.Core.Ports;

namespace Functions.Orchestration;

/// <summary>
/// Finds requests whose orchestration should have acted two minutes ago and tells it again, or starts a new one: so a
/// lost event, a failed, terminated or purged instance, and a revived dead letter of a closed request heal by themselves.
/// </summary>
/// <param name="outbox">Effects that wait too long.</param>
/// <param name="alarms">Wakes that are overdue.</param>
/// <param name="clock">The machine's.</param>
/// <param name="logger">Told what could not be told.</param>
public sealed partial class Sweep(IOutbox outbox, IAlarms alarms, TimeProvider clock, ILogger<Sweep> logger)
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
        var before = clock.GetUtcNow() - Grace;
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
                    await Instances.SignalAsync(client, id, "sweep", token);
                }
                catch (Exception e) when (!token.IsCancellationRequested)
                {
                    // The others still get their turn, and this one the next.
                    LogNotTold(logger, id.ToString(), FailureText.Of(e));
                }
            });
        LogSwept(logger, late.Count);
    }

    [LoggerMessage(1, LogLevel.Error, "The orchestration of {Id} could not be told: {Reason}. The next sweep tries again.")]
    private static partial void LogNotTold(ILogger logger, string id, string reason);

    // Alerts watch for its absence: a sweep that does not run heals nothing.
    [LoggerMessage(2, LogLevel.Information, "Swept: {Count} requests were late.")]
    private static partial void LogSwept(ILogger logger, int count);
}
