using Workflow.Core.Approval;
using Workflow.Core.Approval.Deciding;
using Workflow.Core.Classification;
using Workflow.Core.Policies;

namespace Core.Tests.Approval.Deciding;

public class ClosingSpecs
{
    private static Outcome Approved(DateOnly? until = null) =>
        Story.Asked(Tier.Review, declaration: Sample.Declaration with { To = until }).Decide(Sample.Ada, Sample.Yes).State!.Outcome!;

    [Fact]
    public void Approval_holds_for_the_policys_time() =>
        Assert.Equal((OutcomeKind.Approved, Sample.Monday.AddDays(180)), (Approved().Kind, Approved().ValidUntil));

    [Fact]
    public void Approval_of_a_use_with_a_declared_end_holds_until_that_day_is_over() =>
        Assert.Equal(new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero), Approved(new DateOnly(2026, 4, 30)).ValidUntil);

    [Fact]
    public void Declared_end_later_than_the_policys_time_changes_nothing() =>
        Assert.Equal(Sample.Monday.AddDays(180), Approved(new DateOnly(2027, 4, 30)).ValidUntil);

    [Fact]
    public void Declared_end_that_has_passed_changes_nothing() =>
        Assert.Equal(Sample.Monday.AddDays(180), Approved(new DateOnly(2026, 3, 1)).ValidUntil);

    [Theory]
    [InlineData(Tier.Notify)]
    [InlineData(Tier.Review)]
    public void Yes_stands_under_the_policys_conditions_and_the_approvers(Tier tier)
    {
        var outcome = Story.Asked(tier, Under(tier, "Disclose it.")).Decide(Sample.Ada, Sample.If("Credit.")).State!.Outcome!;
        Assert.Equal(["Disclose it.", "Credit."], outcome.Conditions.Select(c => c.Text));
    }

    [Fact]
    public void Condition_that_an_approver_repeats_stands_once() =>
        Assert.Single(Story.Asked(Tier.Review, Under(Tier.Review, "Disclose it.")).Decide(Sample.Ada, Sample.If("Disclose it.")).State!.Outcome!.Conditions);

    [Fact]
    public void Notice_that_nobody_reads_stands_under_the_policys_conditions() =>
        Assert.Equal("Disclose it.", Assert.Single(Story.Asked(Tier.Notify, Under(Tier.Notify, "Disclose it.")).Ring(9).State!.Outcome!.Conditions).Text);

    private static Assessment Under(Tier tier, string condition) => Sample.With(tier, terms: t => t with { Conditions = [new Condition(condition)] });

    [Fact]
    public void Acknowledgement_has_no_end() =>
        Assert.Equal((OutcomeKind.Acknowledged, null), Story.Asked(Tier.Notify).Decide(Sample.Ada, Sample.Yes).State!.Outcome is { } o ? (o.Kind, o.ValidUntil) : default);

    [Fact]
    public void Notice_that_nobody_reads_is_acknowledged_when_everybody_had_their_time()
    {
        var outcome = Story.Asked(Tier.Notify).Ring(9).State!.Outcome!;
        Assert.Equal((OutcomeKind.Acknowledged, "Nobody objected in time; telling was enough."), (outcome.Kind, outcome.Reason));
    }

    [Fact]
    public void Notice_expires_where_the_policy_says_so() =>
        Assert.Equal(OutcomeKind.Expired, Story.Asked(Tier.Notify, Sample.With(Tier.Notify, s => s with { OnTimeout = OnTimeout.Expire })).Ring(9).Outcome);

    [Fact]
    public void Silence_never_acknowledges_a_review_whatever_the_policy_says()
    {
        var outcome = Story.Asked(Tier.Review, Sample.With(Tier.Review, s => s with { OnTimeout = OnTimeout.Acknowledge })).Ring(9).State!.Outcome!;
        Assert.Equal((OutcomeKind.Expired, "Nobody decided in time. Nothing is approved."), (outcome.Kind, outcome.Reason));
    }

    [Theory]
    [InlineData(OutcomeKind.Acknowledged, "This request was acknowledged on 2 March 2026, 09:00 UTC and is closed. Nothing was changed.")]
    [InlineData(OutcomeKind.Approved, "This request was approved on 2 March 2026, 09:00 UTC and is closed. Nothing was changed.")]
    [InlineData(OutcomeKind.Rejected, "This request was rejected on 2 March 2026, 09:00 UTC and is closed. Nothing was changed.")]
    [InlineData(OutcomeKind.Expired, "This request expired without a decision on 2 March 2026, 09:00 UTC and is closed. Nothing was changed.")]
    [InlineData(OutcomeKind.Withdrawn, "This request was withdrawn by its submitter on 2 March 2026, 09:00 UTC and is closed. Nothing was changed.")]
    public void Whoever_comes_after_the_end_is_told_how_and_when_it_ended(OutcomeKind kind, string message)
    {
        var refused = Assert.IsType<Verdict.Refused>(Closing.Refusal(new Outcome(kind, [], null, null), Sample.Monday));
        Assert.Equal((RefusalCode.Closed, message), (refused.Refusal.Code, refused.Refusal.Message));
    }

    [Fact]
    public void Outcome_of_another_kind_has_no_words() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Closing.Refusal(new Outcome((OutcomeKind)9, [], null, null), Sample.Monday));

    [Fact]
    public void Request_that_is_over_waits_for_nobody()
    {
        var state = Story.Asked(Tier.Written).Decide(Sample.Ada, Sample.Ask()).Withdraw().State!;
        Assert.Null(state.Question);
        Assert.Equal((RequestStatus.Closed, Sample.Monday), (state.Status, state.ClosedAt));
        Assert.Empty(state.Paused);
    }
}
