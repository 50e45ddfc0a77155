namespace Workflow.Adapters.Sqlite;

/// <summary>
/// Wakes one waiting loop. A poke while nobody waits is kept for the next wait; several pokes are one. Whoever changes
/// something pokes after the change, and the loop looks after it woke: so no change is missed.
/// </summary>
public sealed class Pulse
{
    /// <summary>
    /// The longest wait in real time. A clock that jumps, as in demos and tests, may not move its timers along, so the
    /// loop looks at it at least this often.
    /// </summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private TaskCompletionSource _poked = NotYet();

    /// <summary>Whether the next wait ends at once.</summary>
    internal bool IsPoked => Volatile.Read(ref _poked).Task.IsCompleted;

    /// <summary>Wakes the loop, now or at its next wait.</summary>
    public void Poke() => Volatile.Read(ref _poked).TrySetResult();

    /// <summary>
    /// Waits for a poke, for <paramref name="limit"/> by the given clock, or for <see cref="Longest"/> by the real one,
    /// whichever comes first.
    /// </summary>
    public async Task WaitAsync(TimeSpan limit, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var shortest = limit < Longest ? limit : Longest;
        await Task.WhenAny(
            Volatile.Read(ref _poked).Task,
            Task.Delay(shortest, clock, over.Token),
            Task.Delay(Longest, TimeProvider.System, over.Token));
        await over.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        if (IsPoked)
            Interlocked.Exchange(ref _poked, NotYet());
    }

    private static TaskCompletionSource NotYet() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
