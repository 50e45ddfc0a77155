using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Functions.Tests.Durable;

/// <summary>A task hub in memory. Nothing happens by itself: tests say which of the possible steps comes next.</summary>
internal sealed class Hub(
    Func<TaskOrchestrationContext, Task<string?>> orchestrator, Func<string, string, Task<string>> activities, TimeProvider clock)
    : DurableTaskClient("test")
{
    private readonly Dictionary<string, Instance> _instances = [];

    /// <summary>How many attempts of activities are still to fail, and whether they fail after their work is done.</summary>
    public (int Count, bool AfterWork) Failing { get; set; }

    /// <summary>Whether nobody can be told anything.</summary>
    public bool IsDown { get; set; }

    /// <summary>Why instances were suspended, resumed and terminated.</summary>
    public List<string?> Reasons { get; } = [];

    public int Starts { get; private set; }

    public int Signals { get; private set; }

    public int Restarts { get; private set; }

    public int Renewals { get; private set; }

    public IEnumerable<Execution> Executions => _instances.Values.SelectMany(i => i.Generations);

    public Instance this[string id] => _instances[id];

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Whatever could happen now, in the order in which it became possible. Timers only once they are due.</summary>
    public IReadOnlyList<Action> Possible(bool timersEarly = false) =>
    [
        .. from i in _instances.Values where i.IsRunning from e in i.Inbox.Take(1) select (Action)(() => Deliver(i)),
        .. from i in _instances.Values
           where i.IsRunning
           from wish in i.Current.Live.Open
           where wish.Wish is Planned.Activity || timersEarly || ((Planned.Timer)wish.Wish).FireAt <= Now
           select (Action)(() => Do(i, wish.Id, wish.Wish)),
    ];

    /// <summary>When the next timer is due; null when there is none.</summary>
    public DateTime? NextTimer => _instances.Values.Where(i => i.IsRunning).SelectMany(i => i.Current.Live.Open)
        .Select(o => (o.Wish as Planned.Timer)?.FireAt).Min();

    public void Restart()
    {
        foreach (var instance in _instances.Values.Where(i => i.IsAlive))
        {
            instance.Current.Restart();
            Restarts++;
        }
    }

    /// <summary>Suspends a running instance, or lets a suspended one go on.</summary>
    public void Suspend(string id, bool on)
    {
        if (_instances.TryGetValue(id, out var instance) && instance.IsAlive)
            instance.Status = on ? OrchestrationRuntimeStatus.Suspended : OrchestrationRuntimeStatus.Running;
    }

    public void Terminate(string id)
    {
        if (_instances.TryGetValue(id, out var instance) && instance.IsAlive)
            instance.Status = OrchestrationRuntimeStatus.Terminated;
    }

    public void Purge(string id)
    {
        Terminate(id);
        _instances.Remove(id);
    }

    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        var id = options!.InstanceId!;
        if (_instances.TryGetValue(id, out var known) && known.IsAlive)
            throw new InvalidOperationException("AlreadyExists");

        Starts++;
        _instances[id] = new Instance(orchestratorName.Name, id) { CreatedAt = clock.GetUtcNow(), UpdatedAt = clock.GetUtcNow(), Generations = { new Execution(id, orchestrator, Now) } };
        return Task.FromResult(id);
    }

    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        Signals++;
        // An event to an unknown instance, or to one that is over, is lost.
        if (_instances.TryGetValue(instanceId, out var instance) && instance.IsAlive)
            instance.Inbox.Enqueue((eventName, JsonSerializer.Serialize(eventPayload)));
        return Task.CompletedTask;
    }

    public override Task<OrchestrationMetadata?> GetInstanceAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        IsDown ? throw new IOException("The task hub cannot be reached.") : Task.FromResult(_instances.TryGetValue(instanceId, out var instance)
            ? instance.Describe(getInputsAndOutputs)
            : null);

    public override Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        Set(instanceId, OrchestrationRuntimeStatus.Suspended, reason);

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        Set(instanceId, OrchestrationRuntimeStatus.Running, reason);

    public override Task TerminateInstanceAsync(
        string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default) =>
        Set(instanceId, OrchestrationRuntimeStatus.Terminated, options?.Output);

    public override Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default) =>
        Task.FromResult(new PurgeResult(_instances.Remove(instanceId) ? 1 : 0));

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) => new InstancePages(
        [
            .. _instances.Values
                .Where(i => filter?.Statuses is not { } statuses || statuses.Contains(i.Status))
                .Where(i => filter?.CreatedTo is not { } to || i.CreatedAt <= to)
                .OrderBy(i => i.Id, StringComparer.Ordinal)
                .Select(i => i.Describe(filter?.FetchInputsAndOutputs ?? false)),
        ]);

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task Set(string id, OrchestrationRuntimeStatus status, object? reason)
    {
        var instance = _instances[id];
        (instance.Status, instance.UpdatedAt) = (status, clock.GetUtcNow());
        Reasons.Add(reason as string);
        return Task.CompletedTask;
    }

    private void Deliver(Instance instance)
    {
        var (name, json) = instance.Inbox.Dequeue();
        Tell(instance, new Told.Raised(Now, name, json));
    }

    private void Do(Instance instance, int id, Planned wish) => Tell(instance, wish switch
    {
        Planned.Activity activity => Run(id, activity),
        Planned.Timer => new Told.Fired(Now, id),
        _ => throw new InvalidOperationException(),
    });

    // The runtime repeats an activity before the orchestrator hears of its failure.
    private Told Run(int id, Planned.Activity activity)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new Told.Completed(Now, id, Attempt(activity));
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                if (attempt == activity.MaxAttempts)
                    return new Told.Failed(Now, id, e.Message);
            }
        }
    }

    private string Attempt(Planned.Activity activity)
    {
        if (Failing.Count == 0)
            return activities(activity.Name, activity.Input).GetAwaiter().GetResult();

        Failing = Failing with { Count = Failing.Count - 1 };
        if (Failing.AfterWork)
            activities(activity.Name, activity.Input).GetAwaiter().GetResult();
        throw new IOException("The worker died.");
    }

    private void Tell(Instance instance, Told told)
    {
        instance.UpdatedAt = clock.GetUtcNow();
        instance.Current.Tell(told);
        var live = instance.Current.Live;
        if (!live.Result.IsCompleted)
            return;

        if (live.Open.Any())
            throw new NotDeterministicException($"It ended with something open: {live.Open.First().Wish}.");
        if (live.Result.IsFaulted)
        {
            instance.Status = OrchestrationRuntimeStatus.Failed;
            return;
        }

        if (!live.StartsAnew)
        {
            instance.Status = OrchestrationRuntimeStatus.Completed;
            return;
        }

        Renewals++;
        instance.Generations.Add(new Execution(instance.Id, orchestrator, Now));
        foreach (var kept in live.Unprocessed)
            instance.Current.Tell(kept with { Now = Now });
    }

    internal sealed record Instance(string Name, string Id)
    {
        public OrchestrationRuntimeStatus Status { get; set; } = OrchestrationRuntimeStatus.Running;

        public DateTimeOffset CreatedAt { get; init; }

        public DateTimeOffset UpdatedAt { get; set; }

        public List<Execution> Generations { get; } = [];

        public Queue<(string Event, string Json)> Inbox { get; } = [];

        public Execution Current => Generations[^1];

        /// <summary>What it returned; it has ended.</summary>
        public string? Output => Current.Live.Result.Result;

        public bool IsAlive => Status is OrchestrationRuntimeStatus.Running or OrchestrationRuntimeStatus.Suspended;

        public bool IsRunning => Status == OrchestrationRuntimeStatus.Running;

        /// <summary>What the client tells of it: without inputs and outputs no custom status and no failure either.</summary>
        public OrchestrationMetadata Describe(bool inputsAndOutputs) => new(Name, Id)
        {
            RuntimeStatus = Status,
            CreatedAt = CreatedAt,
            LastUpdatedAt = UpdatedAt,
            SerializedCustomStatus = inputsAndOutputs ? Current.Live.CustomStatus : null,
            SerializedOutput = inputsAndOutputs && Status == OrchestrationRuntimeStatus.Completed ? Output : null,
            FailureDetails = inputsAndOutputs && Status == OrchestrationRuntimeStatus.Failed
                ? new TaskFailureDetails("Microsoft.DurableTask.TaskFailedException", "of robin@artdept.example", "at …", new TaskFailureDetails("System.IO.IOException", "too", null, null, null), null)
                : null,
        };
    }
}
