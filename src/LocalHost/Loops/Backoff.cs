namespace LocalHost.Loops;

/// <summary>Exponential backoff with full jitter: any delay up to a bound that doubles with each failure.</summary>
internal sealed class Backoff(TimeSpan first, TimeSpan longest, Random random)
{
    private readonly Lock _lock = new();

    /// <summary>The delay after the failure with this number, from 1.</summary>
    public TimeSpan After(int failures)
    {
        lock (_lock)
        {
            return Bound(failures) * random.NextDouble();
        }
    }

    /// <summary>The longest delay after the failure with this number, from 1.</summary>
    public TimeSpan Bound(int failures)
    {
        // As doubles: doubling a TimeSpan that often would overflow.
        var ticks = first.Ticks * Math.Pow(2, failures - 1);
        return ticks < longest.Ticks ? TimeSpan.FromTicks((long)ticks) : longest;
    }
}
