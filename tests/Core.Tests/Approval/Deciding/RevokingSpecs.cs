using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Policies;

namespace Core.Tests.Approval.Deciding;

public class RevokingSpecs
{
    private static readonly (RefusalCode?, string?) NotTheirs =
        (RefusalCode.NotYours, "Only somebody who gave this approval, and whose role the policy names for it, can revoke it.");

    private static Story Approved(Func<Terms, Terms>? terms = null, Func<Stage, Stage>? stage = null) =>
        Story.Asked(Tier.Written, Sample.With(Tier.Written, stage, terms)).Decide(Sample.Ada, Sample.Yes).Decide(Sample.Bob, Sample.If("Credit.")).Issue();

    private static (RefusalCode?, string?) Of(Story story) => (story.Refused, story.Refusal?.Message);

    [Fact]
    public void Whoever_approved_takes_it_back_and_everybody_concerned_is_told()
    {
        var story = Approved().Revoke(Sample.Ada);
        Assert.Equal((Standing.Revoked, "The terms were broken."), (story.State!.Approval!.Standing, story.State.Approval.Reason));
        Assert.Equal([new Effect.TellSubmitter(Notice.Revoked), new Effect.TellApprover(2, ApproverNotice.Revoked)], story.Caused);
        Assert.Equal((RequestStatus.Closed, OutcomeKind.Approved), (story.State.Status, story.Outcome));
        Assert.Null(DueTimes.Next(story.State));
    }

    [Fact]
    public void Approval_under_conditions_gives_the_right_too() => Assert.Null(Approved().Revoke(Sample.Bob).Refusal);

    [Fact]
    public void Role_that_the_policy_does_not_name_cannot_revoke()
    {
        Assert.Equal(NotTheirs, Of(Approved(t => t with { Revokers = ["legal"] }).Revoke(Sample.Ada)));
        Assert.Null(Approved(t => t with { Revokers = ["legal"] }).Revoke(Sample.Bob).Refusal);
    }

    [Fact]
    public void Whoever_was_asked_and_did_not_approve_cannot_revoke() =>
        Assert.Equal(NotTheirs, Of(Story.Asked(Tier.Review, Sample.With(Tier.Review, s => s with { Quorum = 1 }, roles: ["creative", "legal"])).Decide(Sample.Ada, Sample.Yes).Revoke(Sample.Bob)));

    [Fact]
    public void Whoever_rejected_and_was_outvoted_cannot_revoke()
    {
        var assessment = Sample.With(Tier.Review, s => s with { Quorum = 1, Rejection = Rejection.WaitsForOthers }, roles: ["creative", "legal"]);
        Assert.Equal(NotTheirs, Of(Story.Asked(Tier.Review, assessment).Decide(Sample.Bob, Sample.No()).Decide(Sample.Ada, Sample.Yes).Revoke(Sample.Bob)));
    }

    [Fact]
    public void Whoever_approved_an_earlier_version_cannot_revoke_the_newer()
    {
        var story = Approved().Amend().Assess(Sample.Assessment(Tier.Written)).Staff(Sample.Staffing("creative", Sample.Eve), Sample.Staffing("legal", Sample.Bob))
            .Decide(Sample.Eve, Sample.Yes).Decide(Sample.Bob, Sample.Yes);
        Assert.Equal(NotTheirs, Of(story.Revoke(Sample.Ada)));
        Assert.Null(story.Revoke(Sample.Eve).Refusal);
    }

    [Fact]
    public void Revoking_needs_the_same_proof_as_approving() =>
        Assert.Equal(RefusalCode.SecondStepNeeded, Approved().Revoke(Sample.Ada, authentication: Authentication.MailedLink).Refused);

    [Fact]
    public void Revocation_says_why() => Assert.Equal(RefusalCode.CommentNeeded, Approved().Revoke(Sample.Ada, "").Refused);

    [Fact]
    public void Approval_that_does_not_hold_cannot_be_revoked()
    {
        var refused = (RefusalCode.NoApproval, "There is no approval that holds, so there is nothing to revoke.");
        Assert.Equal(refused, Of(Approved().Revoke(Sample.Ada).Revoke(Sample.Bob)));
        Assert.Equal(refused, Of(Story.Asked(Tier.Review).Revoke(Sample.Ada)));
        Assert.Equal(refused, Of(Approved().WaitUntil(Sample.Monday.AddDays(180)).Wake().Revoke(Sample.Ada)));
    }

    [Fact]
    public void Suspended_approval_can_be_revoked_and_stays_so()
    {
        var story = Approved(t => t with { WhileAmended = WhileAmended.Suspended }).Amend(Sample.Declaration with { Territory = "Worldwide" }).Revoke(Sample.Ada);
        Assert.Equal(Standing.Revoked, story.State!.Approval!.Standing);
        Assert.Equal(Standing.Revoked, story.Withdraw().State!.Approval!.Standing);
    }

    [Fact]
    public void Only_the_person_who_was_asked_revokes()
    {
        var story = Approved().Do(s => new Command.Revoke(s.By(Sample.Deciding(Sample.Eve)), 1, "Mine."));
        Assert.Equal(RefusalCode.NotYours, story.Refused);
        Assert.Equal(RefusalCode.NotYours, Approved().Do(s => new Command.Revoke(s.By(Sample.Admin), 1, "Mine.")).Refused);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Question_that_does_not_exist_gives_no_right(int ask) =>
        Assert.Equal(RefusalCode.UnknownAsk, Approved().Do(s => new Command.Revoke(s.By(Sample.Deciding(Sample.Ada)), ask, "Mine.")).Refused);
}
