using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Functions.Tests.Durable;

/// <summary>
/// Runs an orchestrator as the runtime does: on one thread, told one thing after another, its every wish compared with
/// what it wished before. What an orchestrator must not do throws here.
/// </summary>
internal sealed class ReplayContext : TaskOrchestrationContext
{
    private readonly List<Planned> _plan;
    private readonly Func<TaskOrchestrationContext, Task<string?>> _orchestrator;
    private readonly Dictionary<int, TaskCompletionSource<string>> _open = [];
    private readonly List<(string Event, TaskCompletionSource<string> Waiter)> _waiters = [];
    private readonly List<Told.Raised> _buffered = [];
    private DateTime _now;
    private bool _replaying;
    private bool _turn;

    /// <param name="instanceId">The instance.</param>
    /// <param name="orchestrator">What to run.</param>
    /// <param name="plan">What it wished before; new wishes are added to it.</param>
    public ReplayContext(string instanceId, Func<TaskOrchestrationContext, Task<string?>> orchestrator, List<Planned> plan)
    {
        InstanceId = instanceId;
        _orchestrator = orchestrator;
        _plan = plan;
    }

    public Task<string?> Result { get; private set; } = Task.FromResult<string?>(null);

    /// <summary>How many wishes it made so far.</summary>
    public int Made { get; private set; }

    public bool StartsAnew { get; private set; }

    public NotDeterministicException? Broken { get; private set; }

    public string? CustomStatus { get; private set; }

    /// <summary>Activities not yet answered and timers neither fired nor cancelled, by the number of the wish.</summary>
    public IEnumerable<(int Id, Planned Wish)> Open => _open.Keys.Order().Select(id => (id, _plan[id]));

    /// <summary>Events that nobody waited for.</summary>
    public IReadOnlyList<Told.Raised> Unprocessed => _buffered;

    public override TaskName Name => "orchestrator";

    public override string InstanceId { get; }

    public override ParentOrchestrationInstance? Parent => null;

    public override DateTime CurrentUtcDateTime => _turn ? _now : throw Break("It read the clock outside its turn.");

    public override bool IsReplaying => _replaying;

    protected override ILoggerFactory LoggerFactory => NullLoggerFactory.Instance;

    /// <summary>Tells it one thing and lets it run until it waits again.</summary>
    public void Tell(Told told, bool replaying)
    {
        var outside = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        (_now, _replaying, _turn) = (told.Now, replaying, true);
        try
        {
            Hand(told);
        }
        finally
        {
            _turn = false;
            SynchronizationContext.SetSynchronizationContext(outside);
        }

        if (Broken is not null)
            throw Broken;
    }

    public override T? GetInput<T>()
        where T : default => default;

    public override async Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        var attempts = options?.Retry?.Policy?.MaxNumberOfAttempts ?? 1;
        var json = await Ask(new Planned.Activity(name.Name, JsonSerializer.Serialize(input), attempts));
        return JsonSerializer.Deserialize<TResult>(json)!;
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        if (fireAt.Kind != DateTimeKind.Utc)
            throw Break("A timer must be set in UTC.");
        if (fireAt - _now > TimeSpan.FromDays(3))
            throw Break("A timer of more than three days is unreliable.");

        var id = Made;
        var timer = Ask(new Planned.Timer(fireAt));
        cancellationToken.Register(() =>
        {
            Wish(new Planned.CancelTimer(id));
            if (_open.Remove(id, out var source))
                source.SetCanceled(cancellationToken);
        });
        return timer;
    }

    public override async Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.CanBeCanceled)
            throw Break("A wait that can be cancelled may swallow the next event.");
        if (_waiters.Any(w => w.Event == eventName))
            throw Break("Two waits for one event: which of them gets it differs between versions.");

        Wish(new Planned.Wait(eventName));
        var source = new TaskCompletionSource<string>();
        if (_buffered.Find(e => e.Event == eventName) is { } early)
        {
            _buffered.Remove(early);
            source.SetResult(early.Json);
        }
        else
        {
            _waiters.Add((eventName, source));
        }

        return JsonSerializer.Deserialize<T>(await source.Task)!;
    }

    public override void SetCustomStatus(object? customStatus)
    {
        CustomStatus = JsonSerializer.Serialize(customStatus);
        Wish(new Planned.Status(CustomStatus));
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
    {
        if (!preserveUnprocessedEvents)
            throw Break("Events would be lost.");
        Wish(new Planned.Again());
        StartsAnew = true;
    }

    public override void SendEvent(string instanceId, string eventName, object payload) => throw Break("It sends no events.");

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null) =>
        throw Break("It starts no others.");

    public override Guid NewGuid() => throw Break("It needs no ids.");

    private void Hand(Told told)
    {
        switch (told)
        {
            case Told.Started:
                Result = _orchestrator(this);
                break;
            case Told.Completed e:
                Take(e.Activity).SetResult(e.Json);
                break;
            case Told.Failed e:
                var details = new TaskFailureDetails("Error", e.Reason, null, null, null);
                Take(e.Activity).SetException(new TaskFailedException("activity", e.Activity, details));
                break;
            case Told.Fired e:
                Take(e.Timer).SetResult("null");
                break;
            case Told.Raised e when _waiters.FindIndex(w => w.Event == e.Event) is >= 0 and var at:
                var waiter = _waiters[at].Waiter;
                _waiters.RemoveAt(at);
                waiter.SetResult(e.Json);
                break;
            case Told.Raised e:
                _buffered.Add(e);
                break;
        }
    }

    private TaskCompletionSource<string> Take(int id) =>
        _open.Remove(id, out var source) ? source : throw Break($"Wish {id} is not open.");

    private Task<string> Ask(Planned wish)
    {
        var id = Wish(wish);
        // Continuations run inline: the orchestrator's turn ends when this thread comes back.
        var source = new TaskCompletionSource<string>();
        _open.Add(id, source);
        return source.Task;
    }

    private int Wish(Planned wish)
    {
        if (!_turn)
            throw Break($"{wish} was wished outside the orchestrator's turn.");

        var id = Made++;
        if (id < _plan.Count)
        {
            if (_plan[id] != wish)
                throw Break($"Wish {id} was {_plan[id]} and is {wish} in the replay.");
        }
        else if (_replaying)
        {
            throw Break($"{wish} is new in the replay.");
        }
        else
        {
            _plan.Add(wish);
        }

        return id;
    }

    private NotDeterministicException Break(string message) => Broken ??= new NotDeterministicException(message);
}
