namespace Workflow.Adapters.Teams.Connector;

/// <summary>
/// Keeps calls below the limits of Teams: so many a second in all, one in so much time for each chat. The calls of one chat
/// follow each other in the order in which they came, the next not before the one before it is through with all its
/// repetitions; chats take turns. Within this process: what several together exceed, Teams answers with 429.
/// </summary>
internal sealed class Pace(TeamsOptions options, TimeProvider clock)
{
    /// <summary>The most calls that may wait. More would not be through within an attempt anyway.</summary>
    public const int MostWaiting = 2000;

    // Chats remembered for their pause alone; far more than can be called within one.
    private const int SomeLanes = 1024;

    private readonly TimeSpan _between = TimeSpan.FromSeconds(1) / options.CallsPerSecond;
    private readonly Dictionary<string, Lane> _lanes = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private int _waiting;
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    /// <summary>Waits for the calls of the same chat that came before; the turn lasts until it is disposed of.</summary>
    /// <exception cref="HttpRequestException">Too many wait: another attempt, later, is better than a longer queue.</exception>
    public async Task<Turn> EnterAsync(string chat, CancellationToken cancellationToken)
    {
        var turn = Queue(chat);
        try
        {
            await turn.Before.WaitAsync(cancellationToken);
            return turn;
        }
        catch (OperationCanceledException)
        {
            // Its place goes to the next one when it would have been its turn.
            _ = turn.Before.ContinueWith(_ => turn.Dispose(), TaskScheduler.Default);
            throw;
        }
    }

    private Turn Queue(string chat)
    {
        lock (_lock)
        {
            if (_waiting >= MostWaiting)
                throw new HttpRequestException("Too many calls wait for Teams.");
            if (!_lanes.TryGetValue(chat, out var lane))
            {
                ForgetIdleLanes();
                _lanes.Add(chat, lane = new Lane());
            }

            _waiting++;
            lane.Waiting++;
            var turn = new Turn(this, lane, lane.Last);
            lane.Last = turn.Over;
            return turn;
        }
    }

    private void ForgetIdleLanes()
    {
        if (_lanes.Count < SomeLanes)
            return;
        var now = clock.GetUtcNow();
        foreach (var (chat, lane) in _lanes)
        {
            if (lane.Waiting == 0 && lane.Next <= now)
                _lanes.Remove(chat);
        }
    }

    private async Task WaitAsync(Lane lane, CancellationToken cancellationToken)
    {
        // The chat's own pause first: who waits for it must not hold a place among all.
        await UntilAsync(lane.Next, cancellationToken);
        DateTimeOffset start;
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            start = _next > now ? _next : now;
            _next = start + _between;
        }

        await UntilAsync(start, cancellationToken);
        lane.Next = clock.GetUtcNow() + options.ConversationPause;
    }

    // A timer knows whole milliseconds, and may fire a little early by the clock.
    private async Task UntilAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        while (instant - clock.GetUtcNow() is { Ticks: > 0 } left)
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)), clock, cancellationToken);
    }

    private void Leave(Lane lane)
    {
        lock (_lock)
        {
            _waiting--;
            lane.Waiting--;
        }
    }

    /// <summary>The right to call for one chat, again and again, while nobody else does.</summary>
    internal sealed class Turn(Pace pace, Lane lane, Task before) : IDisposable
    {
        private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Before => before;

        public Task Over => _over.Task;

        /// <summary>Waits until the next call may be made.</summary>
        public Task WaitAsync(CancellationToken cancellationToken) => pace.WaitAsync(lane, cancellationToken);

        public void Dispose()
        {
            if (_over.TrySetResult())
                pace.Leave(lane);
        }
    }

    /// <summary>The calls of one chat.</summary>
    internal sealed class Lane
    {
        public Task Last { get; set; } = Task.CompletedTask;

        public int Waiting { get; set; }

        /// <summary>When the next call may be made. Touched by whose turn it is alone, and looked at when nobody waits.</summary>
        public DateTimeOffset Next { get; set; } = DateTimeOffset.MinValue;
    }
}
