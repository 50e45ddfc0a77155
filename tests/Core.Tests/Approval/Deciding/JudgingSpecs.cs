using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Requests;

namespace Core.Tests.Approval.Deciding;

public class JudgingSpecs
{
    private static (RefusalCode?, string?) Of(Story story) => (story.Refused, story.Refusal?.Message);

    [Fact]
    public void Notice_that_is_read_is_acknowledged() =>
        Assert.Equal(OutcomeKind.Acknowledged, Story.Asked(Tier.Notify).Decide(Sample.Ada, Sample.Yes).Outcome);

    [Fact]
    public void Written_approval_needs_every_seat()
    {
        var story = Story.Asked(Tier.Written).Decide(Sample.Ada, Sample.Yes);
        Assert.Equal(RequestStatus.Deciding, story.State!.Status);
        Assert.Equal(OutcomeKind.Approved, story.Decide(Sample.Bob, Sample.If("Credit the singer.")).Outcome);
        Assert.Equal(["Credit the singer."], story.State.Outcome!.Conditions.Select(c => c.Text));
        Assert.Equal([new Effect.TellSubmitter(Notice.Closed), new Effect.IssueRecord()], story.Caused);
    }

    [Fact]
    public void Rejection_of_a_required_seat_closes_at_once_and_the_others_are_told()
    {
        var story = Story.Asked(Tier.Written).Decide(Sample.Ada, Sample.No());
        Assert.Equal((OutcomeKind.Rejected, "Not with this cast."), (story.Outcome, story.State!.Outcome!.Reason));
        Assert.Equal([RetirementReason.Decided, RetirementReason.RequestClosed], story.State.Asks.Select(a => a.Retired!.Value));
        Assert.Equal([new Effect.RetireAsk(2), new Effect.TellSubmitter(Notice.Closed)], story.Caused);
    }

    [Fact]
    public void Deputy_who_joined_may_decide_and_the_holder_is_told_that_it_is_settled()
    {
        var story = Story.Asked(Tier.Review).Ring(2).Decide(Sample.Cleo, Sample.Yes);
        Assert.Equal(OutcomeKind.Approved, story.Outcome);
        Assert.Equal(RetirementReason.SeatDecided, story.State!.Asks[0].Retired);
        Assert.Contains(new Effect.RetireAsk(1), story.Caused);
        Assert.DoesNotContain(new Effect.RetireAsk(2), story.Caused);
    }

    [Fact]
    public void Holder_may_still_decide_after_the_deputy_was_added() =>
        Assert.Equal(OutcomeKind.Approved, Story.Asked(Tier.Review).Ring(2).Decide(Sample.Ada, Sample.Yes).Outcome);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void Rejection_without_a_reason_is_refused_where_the_policy_wants_one(string? reason) =>
        Assert.Equal(
            (RefusalCode.CommentNeeded, "Please give your reason in the comment."), Of(Story.Asked(Tier.Review).Decide(Sample.Ada, Sample.No(reason))));

    [Fact]
    public void Rejection_without_a_reason_is_accepted_where_the_policy_wants_none() =>
        Assert.Equal(
            OutcomeKind.Rejected, Story.Asked(Tier.Review, Sample.With(Tier.Review, s => s with { CommentOn = [] })).Decide(Sample.Ada, Sample.No(null)).Outcome);

    [Fact]
    public void Approval_without_a_comment_is_refused_where_the_policy_wants_one() =>
        Assert.Equal(
            RefusalCode.CommentNeeded,
            Story.Asked(Tier.Review, Sample.With(Tier.Review, s => s with { CommentOn = [DecisionKind.Approve] })).Decide(Sample.Ada, Sample.Yes).Refused);

    [Fact]
    public void Question_without_words_is_refused() =>
        Assert.Equal((RefusalCode.CommentNeeded, "Please write what you want to know."), Of(Story.Asked(Tier.Review).Decide(Sample.Ada, Sample.Ask(""))));

    [Fact]
    public void Conditional_approval_without_a_condition_is_refused()
    {
        var refused = (RefusalCode.CommentNeeded, "Please state at least one condition.");
        Assert.Equal(refused, Of(Story.Asked(Tier.Review).Decide(Sample.Ada, Sample.If())));
        Assert.Equal(refused, Of(Story.Asked(Tier.Review).Decide(Sample.Ada, Sample.If("Credit.", " "))));
    }

    [Fact]
    public void Condition_of_a_decision_without_conditions_is_refused() =>
        Assert.Equal(
            (RefusalCode.CommentNeeded, "Conditions belong to an approval with conditions."),
            Of(Story.Asked(Tier.Review).Decide(Sample.Ada, Sample.Yes with { Conditions = [new Condition("Credit.")] })));

    public static TheoryData<Decision> TooLong => new()
    {
        Sample.Yes with { Comment = new string('x', DeclarationLimits.Text + 1) },
        Sample.If(new string('x', DeclarationLimits.Text + 1)),
        Sample.If("Credit.") with { Conditions = [new Condition("Credit.", Owner: new string('x', DeclarationLimits.Text + 1))] },
        Sample.Ask() with { Fields = [new string('x', DeclarationLimits.Text + 1)] },
        Sample.If([.. Enumerable.Repeat("Credit.", DeclarationLimits.Entries + 1)]),
    };

    [Theory]
    [MemberData(nameof(TooLong))]
    public void Decision_that_is_longer_than_can_be_kept_is_refused(Decision decision) =>
        Assert.Equal(
            (RefusalCode.TooLong, "Please keep each text under 20000 characters and state at most 50 conditions."),
            Of(Story.Asked(Tier.Review).Decide(Sample.Ada, decision)));

    [Fact]
    public void Decision_as_long_as_can_be_kept_is_accepted() =>
        Assert.Equal(
            OutcomeKind.Approved,
            Story.Asked(Tier.Review).Decide(Sample.Ada, Sample.If([.. Enumerable.Repeat(new string('x', DeclarationLimits.Text), DeclarationLimits.Entries)])).Outcome);

    [Fact]
    public void Question_stops_the_clocks_and_starts_the_submitters()
    {
        var story = Story.Asked(Tier.Written).Wait(TimeSpan.FromHours(4)).Decide(Sample.Ada, Sample.Ask());
        var question = story.State!.Question!;
        Assert.Equal((RequestStatus.AwaitingInfo, Sample.March(5, 13)), (story.State.Status, question.Clock.Due));
        Assert.Equal([Sample.March(3, 17)], question.Clock.Reminders);
        Assert.Equal([1, 2], story.State!.Paused.Select(r => r.Ask));
        Assert.All(story.State.Paused, r => Assert.Equal(TimeSpan.FromHours(12), r.UntilDue));
    }
}
