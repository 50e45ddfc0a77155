using Workflow.Core.Approval;
using Workflow.Core.Approval.Deciding;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Requests;

namespace Core.Tests.Approval.Deciding;

public class DelegatingSpecs
{
    private static Story Deep(int depth) => Story.Asked(Tier.Written, Sample.With(Tier.Written, terms: t => t with { DelegationDepth = depth }));

    private static (RefusalCode?, string?) Of(Story story) => (story.Refused, story.Refusal?.Message);

    [Fact]
    public void Delegate_is_asked_with_the_whole_time_in_place_of_the_delegator()
    {
        var story = Story.Asked(Tier.Written).WaitUntil(Sample.March(2, 13)).Delegate(Sample.Ada, Sample.Eve, "You know her work.");
        var ask = story.State!.Asks[2];
        Assert.Equal((3, "creative", "eve", Capacity.Delegate, 1, Sample.March(4, 13)), (ask.Number, ask.Seat, ask.Person.Id, ask.Candidate.Capacity, ask.Replaces, ask.Clock.Due));
        Assert.Equal(RetirementReason.Delegated, story.State.Asks[0].Retired);
        Assert.Contains(new Event.AskDelegated(1, "You know her work."), story.Changes);
        // The delegator knows what they did.
        Assert.Equal([new Effect.PutAsk(3)], story.Caused);
    }

    [Fact]
    public void Decision_of_a_delegate_counts_for_the_seat_and_the_delegator_is_told()
    {
        var story = Story.Asked(Tier.Written).Delegate(Sample.Ada, Sample.Eve).Decide(Sample.Eve, Sample.Yes);
        Assert.Equal([new Effect.TellApprover(1, ApproverNotice.DelegateDecided)], story.Caused);
        Assert.Equal(OutcomeKind.Approved, story.Decide(Sample.Bob, Sample.Yes).Outcome);
    }

    [Fact]
    public void Everybody_in_a_chain_of_delegation_is_told_nearest_first() =>
        Assert.Equal(
            [new Effect.TellApprover(3, ApproverNotice.DelegateDecided), new Effect.TellApprover(1, ApproverNotice.DelegateDecided)],
            Deep(2).Delegate(Sample.Ada, Sample.Eve).Delegate(Sample.Eve, Sample.Fay).Decide(Sample.Fay, Sample.Yes).Caused);

    [Fact]
    public void Delegate_cannot_hand_on_beyond_the_policys_depth()
    {
        var refused = (RefusalCode.DelegationEnds, "This question was handed on to you and cannot be handed on again. If you cannot decide it, step back instead.");
        Assert.Equal(refused, Of(Deep(1).Delegate(Sample.Ada, Sample.Eve).Delegate(Sample.Eve, Sample.Fay)));
        Assert.Equal(refused, Of(Deep(2).Delegate(Sample.Ada, Sample.Eve).Delegate(Sample.Eve, Sample.Fay).Delegate(Sample.Fay, Sample.Person("gus"))));
    }

    [Fact]
    public void Nobody_hands_on_where_the_policy_does_not_let_them() =>
        Assert.Equal(
            (RefusalCode.DelegationEnds, "The policy does not let this question be handed on. If you cannot decide it, step back instead."),
            Of(Deep(0).Delegate(Sample.Ada, Sample.Eve)));

    [Fact]
    public void Question_never_returns_to_somebody_who_had_it() =>
        Assert.Equal(
            (RefusalCode.DelegationEnds, "Ada Person has been asked this before. Choose somebody else."),
            Of(Deep(5).Delegate(Sample.Ada, Sample.Eve).Delegate(Sample.Eve, Sample.Ada)));

    [Fact]
    public void Delegator_cannot_delegate_to_themselves() =>
        Assert.Equal(RefusalCode.DelegationEnds, Story.Asked(Tier.Written).Delegate(Sample.Ada, Sample.Ada).Refused);

    [Fact]
    public void Nobody_with_an_interest_becomes_a_delegate() =>
        Assert.Equal(
            (RefusalCode.NotEntitled, "Eve Person submitted this request, gains from it or is depicted, and so cannot decide it."),
            Of(Story.Asked(Tier.Written, declaration: Sample.Declaration with { Beneficiaries = ["Eve Person"] }).Delegate(Sample.Ada, Sample.Eve)));

    [Fact]
    public void Nobody_who_is_asked_for_another_role_becomes_a_delegate() =>
        Assert.Equal(
            (RefusalCode.NotEntitled, "Bob Person decides this request for another role. Each role needs its own person."),
            Of(Story.Asked(Tier.Written).Delegate(Sample.Ada, Sample.Bob)));

    [Fact]
    public void Nobody_who_has_approved_for_another_role_becomes_a_delegate() =>
        Assert.Equal(RefusalCode.NotEntitled, Story.Asked(Tier.Written).Decide(Sample.Bob, Sample.Yes).Delegate(Sample.Ada, Sample.Bob).Refused);

    [Fact]
    public void Only_the_asked_person_hands_on() =>
        Assert.Equal(
            RefusalCode.NotYours,
            Story.Asked(Tier.Written).Do(s => new Command.DelegateTo(s.By(Sample.Deciding(Sample.Bob)), 1, Sample.Eve, null)).Refused);

    [Fact]
    public void Handing_on_needs_the_same_proof_as_deciding() =>
        Assert.Equal(
            RefusalCode.SecondStepNeeded,
            Story.Asked(Tier.Written).Do(s => new Command.DelegateTo(s.By(Sample.Deciding(Sample.Ada, Authentication.MailedLink)), 1, Sample.Eve, null)).Refused);

    [Fact]
    public void Comment_longer_than_can_be_kept_is_refused() =>
        Assert.Equal(
            (RefusalCode.TooLong, "Please keep the text under 20000 characters."),
            Of(Story.Asked(Tier.Written).Delegate(Sample.Ada, Sample.Eve, new string('x', DeclarationLimits.Text + 1))));

    [Fact]
    public void Handing_on_takes_no_step_of_the_escalation()
    {
        var story = Story.Asked(Tier.Review).Delegate(Sample.Ada, Sample.Eve).Ring(2);
        Assert.Equal(["ada", "eve", "cleo"], story.State!.Asks.Select(a => a.Person.Id));
        Assert.Equal(1, Asking.TermsLeft(story.State, "creative"));
    }

    [Fact]
    public void Person_put_there_by_an_admin_may_hand_on_as_often_as_a_holder() =>
        Assert.Null(Deep(1).Delegate(Sample.Ada, Sample.Eve).Reassign("creative", Sample.Fay).Delegate(Sample.Fay, Sample.Person("gus")).Refusal);
}
