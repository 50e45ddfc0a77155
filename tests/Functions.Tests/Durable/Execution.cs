using Microsoft.DurableTask;

namespace Functions.Tests.Durable;

/// <summary>One history of an instance, from its start to its end or to where it starts anew.</summary>
internal sealed class Execution
{
    private readonly string _instanceId;
    private readonly Func<TaskOrchestrationContext, Task<string?>> _orchestrator;
    private readonly List<Planned> _plan = [];
    private readonly List<Told> _history = [];
    private readonly List<int> _wishesAfter = [];

    public Execution(string instanceId, Func<TaskOrchestrationContext, Task<string?>> orchestrator, DateTime now)
    {
        (_instanceId, _orchestrator) = (instanceId, orchestrator);
        Live = new ReplayContext(instanceId, orchestrator, _plan);
        Tell(new Told.Started(now));
    }

    public ReplayContext Live { get; private set; }

    public IReadOnlyList<Told> History => _history;

    public IReadOnlyList<Planned> Plan => _plan;

    public void Tell(Told told)
    {
        _history.Add(told);
        Live.Tell(told, replaying: false);
        _wishesAfter.Add(_plan.Count);
    }

    /// <summary>The process died: memory is gone, the history is told again from its beginning.</summary>
    public void Restart() => Live = Replay(_history.Count, _plan);

    /// <summary>Replays every beginning of the history and compares what the orchestrator wishes.</summary>
    public void ReplayEveryPrefix()
    {
        // Told the whole, a replay goes through every prefix: it must have wished the same as then after each thing told.
        var replay = new ReplayContext(_instanceId, _orchestrator, [.. _plan]);
        foreach (var (told, wishes) in _history.Zip(_wishesAfter))
        {
            replay.Tell(told, replaying: true);
            if (replay.Made != wishes)
                throw new NotDeterministicException($"It wished {wishes} times by then, and {replay.Made} times in the replay.");
        }
    }

    private ReplayContext Replay(int length, List<Planned> plan)
    {
        var context = new ReplayContext(_instanceId, _orchestrator, plan);
        foreach (var told in _history.Take(length))
            context.Tell(told, replaying: true);
        return context.Made == plan.Count
            ? context
            : throw new NotDeterministicException($"It wished {plan.Count} times, and {context.Made} times in the replay.");
    }
}
