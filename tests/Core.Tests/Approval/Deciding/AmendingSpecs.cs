using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Policies;
using Workflow.Core.Requests;

namespace Core.Tests.Approval.Deciding;

public class AmendingSpecs
{
    private static readonly Declaration Wider = Sample.Declaration with { Territory = "Worldwide" };

    private static Story Approved(WhileAmended meanwhile = WhileAmended.Holds, string[]? conditions = null) =>
        Story.Asked(Tier.Review, Sample.With(Tier.Review, terms: t => t with { WhileAmended = meanwhile }))
            .Decide(Sample.Ada, conditions is null ? Sample.Yes : Sample.If(conditions)).Issue();

    private static Story Again(Story story) => story.Assess(Sample.Assessment(Tier.Review)).Staff(Sample.Staffing("creative", Sample.Ada, Sample.Cleo));

    private static (RefusalCode?, string?) Of(Story story) => (story.Refused, story.Refusal?.Message);

    [Fact]
    public void Amendment_goes_round_again_as_a_new_version()
    {
        var story = Approved().Amend(Wider);
        Assert.Equal((RequestStatus.Submitted, 2, 2, true), (story.State!.Status, story.State.Amendment, story.State.Revision, story.State.IsUnjudged));
        Assert.Equal([new Effect.TellSubmitter(Notice.AmendmentReceived), new Effect.Classify(2)], story.Caused);
        Assert.Equal((Wider, null, null), (story.State.Declaration, story.State.Outcome, story.State.ClosedAt));
        Again(story);
        Assert.Equal((2, 2), (story.State.OpenAsks.Single().Amendment, story.State.OpenAsks.Single().Number));
    }

    [Fact]
    public void Approval_goes_on_holding_while_the_new_version_goes_round() =>
        Assert.Equal((Standing.InForce, 1), Approved().Amend(Wider).State!.Approval is { } a ? (a.Standing, a.Amendment) : default);

    [Fact]
    public void Approval_is_suspended_while_the_new_version_goes_round_where_the_policy_says_so()
    {
        var story = Approved(WhileAmended.Suspended).Amend(Wider);
        Assert.Equal(Standing.Suspended, story.State!.Approval!.Standing);
        Assert.Contains(new Effect.TellSubmitter(Notice.Suspended), story.Caused);
    }

    [Fact]
    public void Asking_for_the_same_once_more_never_suspends()
    {
        var story = Approved(WhileAmended.Suspended).Amend();
        Assert.Equal(Standing.InForce, story.State!.Approval!.Standing);
        Assert.Equal(Sample.Declaration, story.State.Declaration);
    }

    [Fact]
    public void New_version_that_is_approved_takes_the_place_of_the_old()
    {
        var story = Again(Approved(conditions: ["Credit."]).Wait(TimeSpan.FromDays(100)).Amend(Wider)).Decide(Sample.Ada, Sample.If("No reuse."));
        var approval = story.State!.Approval!;
        Assert.Equal((2, Wider, Standing.InForce), (approval.Amendment, approval.Declaration, approval.Standing));
        Assert.Equal(story.Now.AddDays(180), approval.Outcome.ValidUntil);
        // What was approved before, and under which conditions, belongs to the version before.
        Assert.Equal(["No reuse."], approval.Outcome.Conditions.Select(c => c.Text));
        Assert.Null(story.State.RecordHash);
    }

    [Fact]
    public void New_version_that_comes_to_nothing_leaves_the_old_one_in_force()
    {
        var story = Again(Approved().Amend(Wider)).Decide(Sample.Ada, Sample.No());
        Assert.Equal(OutcomeKind.Rejected, story.Outcome);
        Assert.Equal((1, Standing.InForce, Sample.Declaration), story.State!.Approval is { } a ? (a.Amendment, a.Standing, a.Declaration) : default);
    }

    [Fact]
    public void Suspended_approval_holds_again_when_the_new_version_comes_to_nothing()
    {
        var story = Again(Approved(WhileAmended.Suspended).Amend(Wider)).Decide(Sample.Ada, Sample.No());
        Assert.Equal(Standing.InForce, story.State!.Approval!.Standing);
        Assert.Contains(new Effect.TellSubmitter(Notice.Reinstated), story.Caused);
        Assert.Equal(Standing.InForce, Approved(WhileAmended.Suspended).Amend(Wider).Withdraw().State!.Approval!.Standing);
    }

    [Fact]
    public void Approval_that_lapsed_meanwhile_does_not_come_back()
    {
        var story = Again(Approved(WhileAmended.Suspended).Amend(Wider)).WaitUntil(Sample.Monday.AddDays(180)).Wake().Withdraw();
        Assert.Equal(Standing.Lapsed, story.State!.Approval!.Standing);
    }

    [Fact]
    public void New_version_is_judged_by_the_policy_now_in_force_and_never_lower()
    {
        var story = Approved().Amend(Wider).Assess(Sample.With(Tier.Notify) with { Policy = Sample.NewPolicy });
        Assert.Equal((Tier.Review, Sample.NewPolicy), (story.State!.Assessment!.Tier, story.State.Assessment.Policy));
        Assert.False(story.State.IsUnjudged);
    }

    [Fact]
    public void Decisions_of_the_version_before_do_not_count()
    {
        var story = Again(Approved().Amend(Wider));
        Assert.Equal(RequestStatus.Deciding, story.State!.Status);
        Assert.All(story.State.Decisions, d => Assert.False(d.Counts));
        // Ada decided the version before, and may decide this one.
        Assert.Equal(OutcomeKind.Approved, story.Decide(Sample.Ada, Sample.Yes).Outcome);
    }

    [Fact]
    public void Deputy_of_the_version_before_joins_again()
    {
        var story = Story.Asked(Tier.Review).Ring(2).Decide(Sample.Cleo, Sample.Yes).Issue().Amend(Wider);
        Assert.Equal(["ada", "cleo"], Again(story).Ring(2).State!.OpenAsks.Select(a => a.Person.Id));
    }

    [Fact]
    public void Lapsed_approval_can_be_renewed()
    {
        var story = Again(Approved().WaitUntil(Sample.Monday.AddDays(180)).Wake().Amend()).Decide(Sample.Ada, Sample.Yes);
        Assert.Equal((Standing.InForce, 2), story.State!.Approval is { } a ? (a.Standing, a.Amendment) : default);
    }

    [Fact]
    public void Acknowledged_notice_can_be_amended_without_a_record() =>
        Assert.Null(Story.Asked(Tier.Notify).Decide(Sample.Ada, Sample.Yes).Amend(Wider).Refusal);

    [Fact]
    public void Request_that_is_still_open_is_not_amended() =>
        Assert.Equal(
            (RefusalCode.NotNow, "This request is not decided yet. It can be changed once it is."), Of(Story.Asked(Tier.Review).Amend(Wider)));

    [Fact]
    public void What_was_never_approved_is_not_amended() =>
        Assert.Equal(
            (RefusalCode.NoApproval, "There is no approval that could be changed. Please send a new request."),
            Of(Story.Asked(Tier.Review).Decide(Sample.Ada, Sample.No()).Amend(Wider)));

    [Fact]
    public void Revoked_approval_is_not_amended() => Assert.Equal(RefusalCode.NoApproval, Approved().Revoke(Sample.Ada).Amend(Wider).Refused);

    [Fact]
    public void Approval_whose_record_is_being_written_is_not_amended_yet() =>
        Assert.Equal(
            (RefusalCode.NotNow, "The record of the approval is being written. Please try again in a moment."),
            Of(Story.Asked(Tier.Review).Decide(Sample.Ada, Sample.Yes).Amend(Wider)));

    [Fact]
    public void Only_the_submitter_amends() =>
        Assert.Equal(RefusalCode.NotYours, Approved().Do(s => new Command.Amend(s.By(Sample.Deciding(Sample.Ada)), Wider, "Mine.")).Refused);

    [Fact]
    public void Amendment_says_why() => Assert.Equal(RefusalCode.CommentNeeded, Approved().Amend(Wider, " ").Refused);

    [Fact]
    public void Incomplete_declaration_is_refused_with_what_is_missing() =>
        Assert.Equal((RefusalCode.Incomplete, "Still missing: use, tools."), Of(Approved().Amend(Wider with { Use = null, Tools = [] })));

    [Fact]
    public void Another_production_needs_a_request_of_its_own() =>
        Assert.Equal(
            (RefusalCode.DifferentContent, "Another production needs a request of its own."), Of(Approved().Amend(Wider with { Production = "The Salt Road" })));
}
