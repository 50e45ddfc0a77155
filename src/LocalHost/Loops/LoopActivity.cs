using Workflow.Core.Ports;

namespace LocalHost.Loops;

/// <summary>Whether the loops have anything to do right now.</summary>
internal sealed class LoopActivity(IOutbox outbox, IAlarms alarms, TimeProvider clock)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(5);

    private long _begun;
    private long _ended;

    /// <summary>Marks a piece of work as begun, until the result is disposed.</summary>
    public IDisposable Begin()
    {
        Interlocked.Increment(ref _begun);
        return new Work(this);
    }

    /// <summary>
    /// Waits until no effect and no alarm is due at the clock's now and nothing is being done. It says nothing about
    /// what people send meanwhile.
    /// </summary>
    public async Task WhenIdleAsync(CancellationToken cancellationToken)
    {
        while (!await IsIdleAsync(cancellationToken))
            await Task.Delay(BetweenLooks, TimeProvider.System, cancellationToken);
    }

    // Work turns from an alarm into effects and back. Seen in two looks it could hide from both, unless nothing was
    // under way before the first look and nothing has begun since.
    private async Task<bool> IsIdleAsync(CancellationToken cancellationToken)
    {
        var ended = Interlocked.Read(ref _ended);
        var begun = Interlocked.Read(ref _begun);
        return begun == ended
            && !IsDue(await outbox.NextDueAsync(cancellationToken))
            && !IsDue(await alarms.NextDueAsync(cancellationToken))
            && begun == Interlocked.Read(ref _begun);
    }

    private bool IsDue(DateTimeOffset? next) => next <= clock.GetUtcNow();

    private sealed class Work(LoopActivity activity) : IDisposable
    {
        public void Dispose() => Interlocked.Increment(ref activity._ended);
    }
}
