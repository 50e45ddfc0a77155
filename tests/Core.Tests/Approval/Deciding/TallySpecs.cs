using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Policies;

namespace Core.Tests.Approval.Deciding;

/// <summary>How many seats must approve, against what a no does.</summary>
public class TallySpecs
{
    private static Story Three(int quorum, Rejection rejection) => Story.Assessed(
            Tier.Review, Sample.With(Tier.Review, s => s with { Quorum = quorum, Rejection = rejection }, roles: ["creative", "legal", "talent"]))
        .Staff(Sample.Staffing("creative", Sample.Ada), Sample.Staffing("legal", Sample.Bob), Sample.Staffing("talent", Sample.Eve));

    [Fact]
    public void Quorum_of_any_is_reached_by_the_first_yes()
    {
        var story = Three(1, Rejection.Closes).Decide(Sample.Bob, Sample.Yes);
        Assert.Equal(OutcomeKind.Approved, story.Outcome);
        Assert.Equal(
            [RetirementReason.StageCompleted, RetirementReason.Decided, RetirementReason.StageCompleted], story.State!.Asks.Select(a => a.Retired!.Value));
        Assert.Equal([new Effect.RetireAsk(1), new Effect.RetireAsk(3)], story.Caused.OfType<Effect.RetireAsk>());
    }

    [Fact]
    public void Quorum_of_two_needs_two()
    {
        var story = Three(2, Rejection.Closes).Decide(Sample.Bob, Sample.Yes);
        Assert.Null(story.Outcome);
        Assert.Equal(OutcomeKind.Approved, story.Decide(Sample.Ada, Sample.Yes).Outcome);
    }

    [Fact]
    public void No_closes_at_once_although_the_quorum_could_still_be_reached() =>
        Assert.Equal(OutcomeKind.Rejected, Three(2, Rejection.Closes).Decide(Sample.Ada, Sample.No()).Outcome);

    [Fact]
    public void No_that_waits_leaves_the_others_to_reach_the_quorum()
    {
        var story = Three(2, Rejection.WaitsForOthers).Decide(Sample.Ada, Sample.No());
        Assert.Null(story.Outcome);
        Assert.Equal(OutcomeKind.Approved, story.Decide(Sample.Bob, Sample.Yes).Decide(Sample.Eve, Sample.Yes).Outcome);
    }

    [Fact]
    public void No_that_waits_hears_everybody_even_when_the_quorum_is_out_of_reach()
    {
        var story = Three(2, Rejection.WaitsForOthers).Decide(Sample.Ada, Sample.No("First.")).Decide(Sample.Bob, Sample.No("Second."));
        Assert.Null(story.Outcome);
        story.Decide(Sample.Eve, Sample.Yes);
        Assert.Equal((OutcomeKind.Rejected, "Second."), (story.Outcome, story.State!.Outcome!.Reason));
    }

    [Fact]
    public void No_that_waits_closes_when_it_is_the_last_word()
    {
        var story = Three(3, Rejection.WaitsForOthers).Decide(Sample.Ada, Sample.Yes).Decide(Sample.Bob, Sample.Yes).Decide(Sample.Eve, Sample.No("Never."));
        Assert.Equal((OutcomeKind.Rejected, "Never."), (story.Outcome, story.State!.Outcome!.Reason));
    }

    [Fact]
    public void No_that_waited_for_somebody_silent_is_a_rejection_and_no_expiry()
    {
        var story = Three(3, Rejection.WaitsForOthers).Decide(Sample.Ada, Sample.No()).Decide(Sample.Bob, Sample.Yes).Ring(20);
        Assert.Equal((OutcomeKind.Rejected, "Not with this cast."), (story.Outcome, story.State!.Outcome!.Reason));
    }

    [Fact]
    public void Quorum_out_of_reach_by_silence_alone_ends_the_wait_at_once()
    {
        // Creative and talent say nothing until their time is over; legal has asked for more time.
        var story = Three(2, Rejection.Closes).Ring().Extend(2, 400).Ring(8);
        Assert.Equal(OutcomeKind.Expired, story.Outcome);
        Assert.Equal(RetirementReason.RequestClosed, story.State!.Asks[1].Retired);
    }

    [Fact]
    public void Seat_that_waits_for_somebody_to_fill_it_keeps_the_quorum_in_reach()
    {
        var story = Three(3, Rejection.Closes).Recuse(Sample.Eve).Decide(Sample.Ada, Sample.Yes).Decide(Sample.Bob, Sample.Yes);
        Assert.Null(story.Outcome);
        story.Reassign("talent", Sample.Fay).Decide(Sample.Fay, Sample.Yes);
        Assert.Equal(OutcomeKind.Approved, story.Outcome);
    }

    [Fact]
    public void Seat_that_nobody_fills_in_time_ends_the_wait()
    {
        var story = Three(3, Rejection.Closes).Recuse(Sample.Eve).Decide(Sample.Ada, Sample.Yes).WaitUntil(Sample.March(6, 17)).Decide(Sample.Bob, Sample.Yes);
        Assert.Equal((OutcomeKind.Expired, "Nobody decided in time. Nothing is approved."), (story.Outcome, story.State!.Outcome!.Reason));
    }

    [Fact]
    public void Yes_that_becomes_a_no_no_longer_counts_towards_the_quorum()
    {
        var story = Three(2, Rejection.WaitsForOthers).Decide(Sample.Ada, Sample.Yes).Decide(Sample.Bob, Sample.No()).Decide(Sample.Ada, Sample.No("Nor I."));
        Assert.Null(story.Outcome);
        Assert.Equal(OutcomeKind.Rejected, story.Decide(Sample.Eve, Sample.Yes).Outcome);
    }

    [Fact]
    public void Quorum_out_of_reach_by_silence_is_not_waited_for_where_nobody_said_no()
    {
        var story = Three(2, Rejection.WaitsForOthers).Ring().Extend(2, 400).Ring(8);
        Assert.Equal(OutcomeKind.Expired, story.Outcome);
        Assert.Equal(RetirementReason.RequestClosed, story.State!.Asks[1].Retired);
    }
}
