using Core.Tests.Approval;
using Functions.Orchestration;
using Functions.Tests.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Policies;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Functions.Tests.House;

/// <summary>One request in a house of its own: the real orchestrator, activities, sweep and desk over memory and a clock that stands still.</summary>
internal sealed class World
{
    public static readonly RequestId Id = Sample.Id;

    private readonly Sweep _sweep;
    private int _commands;

    public World(Tier tier = Tier.Written)
    {
        Desk = NewDesk(Store);
        Carrier = new TestCarrier(Desk, Log, tier, Clock);
        var patience = new Patience(new OptionsWrapper<PatienceOptions>(new PatienceOptions { MaxAttempts = 3 }), new Random(1));
        var activities = new Activities(
            new EffectActivities(Store, Carrier, patience, Clock, NullLogger<EffectActivities>.Instance), new ClockActivities(Desk, Store, Clock));
        _sweep = new Sweep(Store, Store, Store, Clock, Sweeps);
        Hub = new Hub(ApprovalOrchestrator.RunAsync, activities.RunAsync, Clock);
    }

    /// <summary>What the sweep has said.</summary>
    public SaidLog<Sweep> Sweeps { get; } = new();

    public FakeTimeProvider Clock { get; } = new(Sample.Monday);

    public MemoryStore Store { get; } = new();

    public CommandLog Log { get; } = new();

    public ApprovalDesk Desk { get; }

    public TestCarrier Carrier { get; }

    public Hub Hub { get; }

    public RequestState State => Desk.FindAsync(Id, CancellationToken.None).GetAwaiter().GetResult()!;

    public IEnumerable<OutboxItem> Waiting => Store.Outbox.Where(item => !item.IsDead);

    public Hub.Instance Instance => Hub[Id.ToString()];

    /// <summary>A desk over a store, as a host where one desk writes would have it.</summary>
    public static ApprovalDesk NewDesk(IEventStore store) => new(store, new NoPolicy(), TimeProvider.System, new HotStates(8));

    public static World Submitted(Tier tier = Tier.Written)
    {
        var world = new World(tier);
        world.Do(stamp => new Command.Submit(
            stamp, Id, Sample.Submission(), Workflow.Core.Approval.Clock.Start(Sample.Office, stamp.At, TimeSpan.FromHours(24), [0.5])), Sample.Submitting);
        world.Signal();
        return world;
    }

    public Verdict Do(Func<Stamp, Command> command, Actor by) =>
        Log.HandleAsync(Desk, Id, command(new Stamp($"c{++_commands}", Clock.GetUtcNow(), by))).GetAwaiter().GetResult().Verdict;

    public Verdict Decide(Person person, Decision decision) => Do(
        stamp => new Command.Decide(stamp, State.Asks.LastOrDefault(a => a.Person.Id == person.Id)?.Number ?? 1, decision), Sample.Deciding(person));

    public void Signal() => Instances.SignalAsync(Hub, Id, "command", CancellationToken.None).GetAwaiter().GetResult();

    public void Sweep() => _sweep.RunAsync(new TimerInfo(), Hub, CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>Lets everything happen that is possible now.</summary>
    public void Run()
    {
        for (var steps = 0; Hub.Possible() is { Count: > 0 } possible; steps++)
        {
            Assert.True(steps < 5000, "It spins.");
            possible[0]();
        }
    }

    /// <summary>Lets the next timer's instant come.</summary>
    public bool WaitForTimer()
    {
        if (Hub.NextTimer is not { } at)
            return false;
        if (at > Clock.GetUtcNow().UtcDateTime)
            Clock.SetUtcNow(new DateTimeOffset(at, TimeSpan.Zero));
        return true;
    }

    /// <summary>Lets time pass, timers fire and sweeps come until nothing is left to do.</summary>
    public void RunToTheEnd()
    {
        for (var rounds = 0; State.Status != RequestStatus.Closed || Waiting.Any(); rounds++)
        {
            Assert.True(rounds < 500, "It does not come to an end.");
            Run();
            ReviveWork();
            if (!WaitForTimer())
                Clock.Advance(TimeSpan.FromHours(6));
            if (rounds % 5 == 4)
                Clock.Advance(Functions.Orchestration.Sweep.Grace);
            Sweep();
        }

        Run();
    }

    // Without an assessment or people a request stands still, the admins are told every day, and retry it in the end.
    private void ReviveWork()
    {
        foreach (var dead in Store.Outbox.Where(item => item.IsDead && EffectLane.Of(item.Effect.Effect) == "work").ToList())
            Store.ReviveAsync(dead.Effect.Key, Clock.GetUtcNow(), CancellationToken.None).GetAwaiter().GetResult();
    }

    private sealed class NoPolicy : IPolicies
    {
        public Policy Current => throw new NotSupportedException("Nothing is classified here.");
    }
}
