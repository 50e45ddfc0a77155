namespace LocalHost.Demo;

/// <summary>A clock that can be put forward: it runs as the machine's does, some time away from it. Timers run in real time.</summary>
internal sealed class DemoClock : TimeProvider
{
    private long _offsetTicks;

    public DemoClock(DateTimeOffset start) => _offsetTicks = (start - System.GetUtcNow()).Ticks;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + new TimeSpan(Interlocked.Read(ref _offsetTicks));

    /// <summary>Puts it forward; never back, because what has happened has happened.</summary>
    public void JumpTo(DateTimeOffset instant)
    {
        var ahead = instant - GetUtcNow();
        if (ahead > TimeSpan.Zero)
        {
            Interlocked.Add(ref _offsetTicks, ahead.Ticks);
        }
    }
}
