using Core.Tests.Approval;
using Functions.Orchestration;
using Functions.Tests.House;
using Microsoft.DurableTask.Client;
using Workflow.Core.Approval;
using Workflow.Core.Classification;

namespace Functions.Tests.Orchestration;

public sealed class SweepSpecs
{
    [Fact]
    public void Sweep_tells_an_orchestration_whose_event_was_lost()
    {
        var world = World.Submitted();
        world.Run();
        world.Decide(Sample.Ada, Sample.No());
        world.Clock.Advance(Sweep.Grace);

        world.Sweep();
        world.Run();

        Assert.Equal(1, world.Hub.Starts);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, world.Instance.Status);
    }

    [Fact]
    public void Sweep_leaves_alone_what_is_not_two_minutes_late()
    {
        var world = World.Submitted();
        world.Run();
        world.Decide(Sample.Ada, Sample.No());
        world.Clock.Advance(Sweep.Grace - TimeSpan.FromSeconds(1));

        world.Sweep();

        Assert.Equal(0, world.Hub.Signals);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Sweep_starts_anew_what_was_terminated_or_purged(bool purged)
    {
        var world = World.Submitted();
        world.Run();
        if (purged)
            world.Hub.Purge(World.Id.ToString());
        else
            world.Hub.Terminate(World.Id.ToString());

        world.RunToTheEnd();

        Assert.Equal(2, world.Hub.Starts);
        Assert.Equal(OutcomeKind.Expired, world.State.Outcome!.Kind);
    }

    [Fact]
    public void Sweep_starts_a_new_instance_when_an_approval_given_long_ago_ends()
    {
        var world = World.Submitted(Tier.Review);
        world.Run();
        world.Decide(Sample.Ada, Sample.Yes);
        world.Signal();
        world.Run();
        Assert.Equal(OrchestrationRuntimeStatus.Completed, world.Instance.Status);

        world.Clock.SetUtcNow(world.State.Approval!.Outcome.ValidUntil!.Value + Sweep.Grace);
        world.Sweep();
        world.Run();

        Assert.Equal(Workflow.Core.Approval.Standing.Lapsed, world.State.Approval!.Standing);
        Assert.Equal((2, OrchestrationRuntimeStatus.Completed), (world.Hub.Starts, world.Instance.Status));
    }

    [Fact]
    public async Task Sweep_starts_a_new_instance_for_a_dead_letter_revived_after_the_close()
    {
        var world = World.Submitted(Tier.Review);
        world.Carrier.IsBroken = effect => effect is Effect.TellSubmitter { Notice: Notice.Closed };
        world.RunToTheEnd();
        var dead = Assert.Single(world.Store.Outbox, item => item.IsDead);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, world.Instance.Status);

        world.Carrier.IsBroken = _ => false;
        await world.Store.ReviveAsync(dead.Effect.Key, world.Clock.GetUtcNow(), TestContext.Current.CancellationToken);
        world.Clock.Advance(Sweep.Grace);
        world.Sweep();
        world.Run();

        Assert.Equal(2, world.Hub.Starts);
        Assert.Empty(world.Store.Outbox);
    }

    [Fact]
    public void Sweep_says_how_many_requests_for_written_approval_are_past_their_limit()
    {
        var world = World.Submitted(Tier.Written);
        world.Run();
        world.Sweep();
        world.Clock.Advance(TimeSpan.FromDays(30));
        world.Sweep();

        Assert.Equal(
            [
                "Overdue: 0 requests for written approval are past their limit",
                "Overdue: 1 requests for written approval are past their limit",
            ],
            world.Sweeps.Said.Where(said => said.StartsWith("Overdue", StringComparison.Ordinal)));
    }

    [Fact]
    public void Sweep_says_that_an_orchestration_had_failed_and_starts_it_again()
    {
        var world = World.Submitted();
        world.Run();
        world.Instance.Status = OrchestrationRuntimeStatus.Failed;
        world.Clock.Advance(TimeSpan.FromDays(2));

        world.Sweep();

        Assert.Contains($"The orchestration of {World.Id} had failed and is started again.", world.Sweeps.Said);
        Assert.Equal(2, world.Hub.Starts);
    }
}
