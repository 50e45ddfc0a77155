using Microsoft.Extensions.Time.Testing;

namespace Adapters.Tests.Graph;

/// <summary>A clock that stands still until somebody waits for it, and then goes to the instant that is waited for.</summary>
internal sealed class TurningClock() : FakeTimeProvider(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero))
{
    private readonly Lock _lock = new();
    private readonly List<Waiting> _waiting = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var waiting = new Waiting(this, isLimit: state is CancellationTokenSource);
        waiting.Note(dueTime);
        waiting.Timer = base.CreateTimer(
            s =>
            {
                waiting.Note(Timeout.InfiniteTimeSpan);
                callback(s);
            },
            state,
            dueTime,
            period);
        return waiting;
    }

    /// <summary>Goes on to what is waited for first, if anything is; time limits of calls count only when asked for.</summary>
    public void Turn(bool limitsToo)
    {
        DateTimeOffset? due;
        lock (_lock)
            due = _waiting.Where(w => limitsToo || !w.IsLimit).Min(w => w.Due);
        if (due is { } at && at - GetUtcNow() is { Ticks: > 0 } left)
            Advance(left);
    }

    private sealed class Waiting(TurningClock clock, bool isLimit) : ITimer
    {
        public bool IsLimit { get; } = isLimit;

        public DateTimeOffset? Due { get; private set; }

        public ITimer? Timer { get; set; }

        public void Note(TimeSpan dueTime)
        {
            lock (clock._lock)
            {
                clock._waiting.Remove(this);
                Due = dueTime < TimeSpan.Zero ? null : clock.GetUtcNow() + dueTime;
                if (Due is not null)
                    clock._waiting.Add(this);
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Note(dueTime);
            return Timer!.Change(dueTime, period);
        }

        public void Dispose()
        {
            Note(Timeout.InfiniteTimeSpan);
            Timer!.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
