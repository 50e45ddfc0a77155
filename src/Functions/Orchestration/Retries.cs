using Microsoft.DurableTask;

namespace Functions.Orchestration;

/// <summary>How often the runtime itself repeats an activity before the orchestrator hears of its failure.</summary>
internal static class Retries
{
    /// <summary>
    /// For activities that only read or write streams: about an hour. When even that does not help the orchestration
    /// fails, and the sweep starts it again.
    /// </summary>
    public static TaskOptions OfStorage { get; } = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 16, firstRetryInterval: TimeSpan.FromSeconds(1), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(8)));

    /// <summary>
    /// For what is done outside: only what passes in seconds. Longer trouble is noted in the outbox, which knows when
    /// to try again and when to give up, and does not hold up the other effects.
    /// </summary>
    public static TaskOptions OfEffects { get; } = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 3, firstRetryInterval: TimeSpan.FromSeconds(2), backoffCoefficient: 4));
}
