using Core.Tests.Approval;
using Functions.Orchestration;
using Functions.Tests.Durable;
using Functions.Tests.House;
using Microsoft.DurableTask.Client;
using Workflow.Core.Approval;
using Workflow.Core.Classification;

namespace Functions.Tests.Orchestration;

public sealed class OrchestratorSpecs
{
    [Fact]
    public void Orchestration_of_a_new_request_classifies_finds_people_and_asks_them()
    {
        var world = World.Submitted();

        world.Run();

        Assert.Equal(RequestStatus.Deciding, world.State.Status);
        Assert.Equal(["ada", "bob"], world.State.OpenAsks.Select(a => a.Person.Id));
        Assert.Empty(world.Waiting);
        Assert.Contains("\"Status\":\"Deciding\",\"Stage\":0,\"OpenAsks\":2", world.Instance.Current.Live.CustomStatus, StringComparison.Ordinal);
    }

    [Fact]
    public void Orchestration_of_a_decided_request_returns_the_outcome_after_its_last_effect()
    {
        var world = World.Submitted();
        world.Run();

        world.Decide(Sample.Ada, Sample.Yes);
        world.Decide(Sample.Bob, Sample.Yes);
        world.Signal();
        world.Run();

        Assert.Equal(OrchestrationRuntimeStatus.Completed, world.Instance.Status);
        Assert.Equal("Approved", world.Instance.Output);
        Assert.Contains(world.Carrier.Sent, e => e.Effect is Effect.TellSubmitter { Notice: Notice.RecordReady });
        Assert.Empty(world.Waiting);
    }

    [Fact]
    public void Orchestration_nobody_answers_reminds_escalates_and_expires_by_its_timers()
    {
        var world = World.Submitted();

        world.RunToTheEnd();

        Assert.Equal(OutcomeKind.Expired, world.State.Outcome!.Kind);
        Assert.Contains(world.Carrier.Sent, e => e.Effect is Effect.Remind);
        Assert.Contains(world.State.Asks, a => a.Person.Id == "cleo");
        Assert.Equal(1, world.Hub.Starts);
    }

    [Fact]
    public void Timer_fired_early_wakes_nobody_before_time()
    {
        var world = World.Submitted();
        world.Run();
        var version = world.State.Version;

        for (var i = 0; i < 3; i++)
        {
            world.Hub.Possible(timersEarly: true)[0]();
            world.Run();
        }

        Assert.Equal(version, world.State.Version);
        Assert.NotNull(world.Hub.NextTimer);
    }

    [Fact]
    public void Event_that_comes_while_activities_run_is_not_lost()
    {
        var world = World.Submitted();
        world.Hub.Possible()[0]();
        world.Do(stamp => new Command.Withdraw(stamp, null), Sample.Submitting);
        world.Signal();

        world.Run();

        Assert.Equal("Withdrawn", world.Instance.Output);
        Assert.Empty(world.Waiting);
    }

    [Fact]
    public void Many_events_start_histories_anew_and_none_is_lost()
    {
        var world = World.Submitted();
        world.Run();

        for (var i = 0; i < 3 * ApprovalOrchestrator.RoundsPerHistory; i++)
            world.Signal();
        world.Run();
        world.Decide(Sample.Ada, Sample.No());
        world.Signal();
        world.Run();

        Assert.True(world.Instance.Generations.Count >= 3);
        Assert.Equal("Rejected", world.Instance.Output);
    }

    [Fact]
    public void Timer_of_a_far_due_instant_goes_in_hops_of_three_days_at_most()
    {
        var world = World.Submitted();
        world.Run();
        world.Decide(Sample.Ada, Sample.Ask());
        world.Signal();

        world.RunToTheEnd();

        var timers = world.Hub.Executions.SelectMany(e => e.Plan).OfType<Planned.Timer>().ToList();
        Assert.NotEmpty(timers);
        Assert.Equal(OutcomeKind.Expired, world.State.Outcome!.Kind);
    }

    [Fact]
    public void Effect_that_fails_for_good_becomes_a_dead_letter_and_the_process_goes_on()
    {
        var world = World.Submitted();
        world.Carrier.IsBroken = effect => effect is Effect.PutAsk { Ask: 1 };

        world.RunToTheEnd();

        var dead = Assert.Single(world.Store.Outbox, item => item.Effect.Effect is Effect.PutAsk);
        Assert.True(dead.IsDead);
        Assert.Equal("IOException", dead.LastError);
        Assert.Contains(world.Carrier.Sent, e => e.Effect is Effect.TellAdmins { Alert: Alert.DeliveryFailed });
        Assert.Contains(world.Carrier.Sent, e => e.Effect is Effect.PutAsk { Ask: 2 });
    }

    [Fact]
    public void Broken_mailbox_holds_up_nobody_else()
    {
        var world = World.Submitted();
        world.Carrier.IsBroken = effect => effect is Effect.PutAsk { Ask: 1 };
        world.Run();

        world.Decide(Sample.Bob, Sample.No());
        world.Signal();
        world.Run();

        Assert.Contains(world.Carrier.Sent, e => e.Effect is Effect.TellSubmitter { Notice: Notice.Closed });
    }

    [Fact]
    public void Failing_storage_fails_the_instance_and_the_sweep_starts_another()
    {
        var world = World.Submitted();
        world.Hub.Failing = (16, false);
        world.Run();
        Assert.Equal(OrchestrationRuntimeStatus.Failed, world.Instance.Status);

        world.Clock.Advance(Sweep.Grace);
        world.Sweep();
        world.Run();

        Assert.Equal(RequestStatus.Deciding, world.State.Status);
    }

    [Fact]
    public void History_replays_the_same_from_every_prefix()
    {
        foreach (var tier in Enum.GetValues<Tier>())
        {
            var world = World.Submitted(tier);
            world.Carrier.IsBroken = effect => effect is Effect.PutAsk { Ask: 1 };
            world.RunToTheEnd();

            Assert.All(world.Hub.Executions, e => e.ReplayEveryPrefix());
        }
    }

    [Fact]
    public void Custom_status_and_history_hold_nothing_confidential()
    {
        var world = World.Submitted();
        world.RunToTheEnd();

        var kept = string.Join('\n', world.Hub.Executions.SelectMany(e => e.Plan.Select(p => p.ToString()).Concat(e.History.Select(h => h.ToString()))));

        Assert.DoesNotContain("studio.example", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("harbour", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("Person", kept, StringComparison.Ordinal);
    }

    [Fact]
    public void Instance_of_no_request_ends()
    {
        var world = new World();
        world.Signal();

        world.Run();

        Assert.Equal(OrchestrationRuntimeStatus.Completed, world.Instance.Status);
    }
}
