namespace LocalHost.Loops;

/// <summary>
/// Stops trying what is known to be broken. After so many failures in a row it opens: nothing passes for a while, then
/// one attempt does, and decides whether it closes again.
/// </summary>
internal sealed class Circuit(int threshold, TimeSpan pause, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private int _failures;
    private DateTimeOffset? _openUntil;

    /// <summary>Null when an attempt may be made now; otherwise when to ask again, UTC.</summary>
    public DateTimeOffset? BlockedUntil()
    {
        lock (_lock)
        {
            if (_openUntil is not { } until)
                return null;
            var now = clock.GetUtcNow();
            if (now < until)
                return until;
            // This caller makes the attempt that decides. Should it never report, another may after the same time.
            _openUntil = now + pause;
            return null;
        }
    }

    /// <summary>An attempt succeeded: everything passes.</summary>
    public void Succeeded()
    {
        lock (_lock)
        {
            _failures = 0;
            _openUntil = null;
        }
    }

    /// <summary>An attempt failed.</summary>
    /// <returns>Whether this failure opened the circuit.</returns>
    public bool Failed()
    {
        lock (_lock)
        {
            if (++_failures < threshold)
                return false;
            _openUntil = clock.GetUtcNow() + pause;
            return _failures == threshold;
        }
    }
}
