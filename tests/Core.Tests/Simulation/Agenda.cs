using Microsoft.Extensions.Time.Testing;

namespace Core.Tests.Simulation;

/// <summary>What is going to happen, in order; time jumps from one entry to the next.</summary>
internal sealed class Agenda(DateTimeOffset start)
{
    private readonly PriorityQueue<Func<Task>, (DateTimeOffset At, long Turn)> _entries = new();
    private readonly FakeTimeProvider _clock = new(start);
    private long _turn;

    public TimeProvider Clock => _clock;

    public DateTimeOffset Now { get; private set; } = start;

    /// <summary>Puts something down for an instant; what is past already comes next. What stands at one instant keeps its order.</summary>
    public void At(DateTimeOffset instant, Func<Task> happen) => _entries.Enqueue(happen, (instant > Now ? instant : Now, _turn++));

    public void After(TimeSpan time, Func<Task> happen) => At(Now + time, happen);

    /// <summary>Lets everything happen that stands before an instant, and all that follows from it.</summary>
    public async Task RunAsync(DateTimeOffset until)
    {
        while (_entries.TryPeek(out _, out var next) && next.At < until)
        {
            var happen = _entries.Dequeue();
            Turn(next.At);
            await happen();
        }

        Turn(until);
    }

    private void Turn(DateTimeOffset to)
    {
        Now = to;
        _clock.SetUtcNow(to);
    }
}
