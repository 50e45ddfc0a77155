using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Policies;
using Workflow.Core.Requests;

namespace Core.Tests.Approval.Deciding;

public class ConsentingSpecs
{
    private static readonly Declaration Depicting = Sample.Declaration with { PeopleDepicted = ["Rosa Quill"] };

    private static Assessment Demanding(params ConsentKind[] kinds) =>
        Sample.With(Tier.Written, terms: t => t with { Consent = new ConsentDemand("talent", kinds) }, roles: ["creative", "talent"]);

    private static Story Asked(params ConsentKind[] kinds) =>
        Story.Assessed(Tier.Written, Demanding(kinds.Length > 0 ? kinds : [ConsentKind.Creation]), Depicting)
            .Staff(Sample.Staffing("creative", Sample.Ada), Sample.Staffing("talent", Sample.Eve, Sample.Fay));

    private static Story Approved(DateOnly? until = null) =>
        Asked().Attach(Sample.Consent("Rosa Quill", until: until)).Check(Sample.Eve, 1).Decide(Sample.Ada, Sample.Yes).Decide(Sample.Eve, Sample.Yes);

    private static (RefusalCode?, string?) Of(Story story) => (story.Refused, story.Refusal?.Message);

    [Fact]
    public void Seat_that_checks_consents_cannot_approve_before_they_are_here() =>
        Assert.Equal(
            (RefusalCode.ConsentMissing, "Before you can approve, these consents have to be here and accepted by you: Rosa Quill: creation; Rosa Quill: use. The submitter can attach them."),
            Of(Asked(ConsentKind.Creation, ConsentKind.Use).Decide(Sample.Eve, Sample.Yes)));

    [Fact]
    public void Seat_that_checks_consents_can_reject_without_them() => Assert.Equal(OutcomeKind.Rejected, Asked().Decide(Sample.Eve, Sample.No()).Outcome);

    [Fact]
    public void Other_seat_may_approve_while_consents_are_missing() => Assert.Null(Asked().Decide(Sample.Ada, Sample.Yes).Refusal);

    [Fact]
    public void Last_yes_of_another_seat_waits_for_a_consent_that_has_ended_between()
    {
        var story = Asked().Attach(Sample.Consent("Rosa Quill", until: new DateOnly(2026, 3, 2))).Check(Sample.Eve, 1).Decide(Sample.Eve, Sample.Yes);
        Assert.Null(story.Refusal);
        Assert.Equal(
            (RefusalCode.ConsentMissing, "Yours would be the last approval, but consents are still missing or unchecked: Rosa Quill: creation. Please decide once they are here."),
            Of(story.WaitUntil(Sample.March(3, 9)).Decide(Sample.Ada, Sample.Yes)));
        story.Attach(Sample.Consent("Rosa Quill")).Check(Sample.Eve, 2).Decide(Sample.Ada, Sample.Yes);
        Assert.Equal(OutcomeKind.Approved, story.Outcome);
    }

    [Fact]
    public void Yes_that_only_completes_its_stage_does_not_wait_for_consents()
    {
        var route = Demanding(ConsentKind.Creation).Route with { Stages = [Sample.Stage(Tier.Written, ["creative"]), Sample.Stage(Tier.Written, ["talent"])] };
        var story = Story.Assessed(Tier.Written, Sample.Assessment(Tier.Written, route), Depicting).Staff(Sample.Staffing("creative", Sample.Ada));
        Assert.Null(story.Decide(Sample.Ada, Sample.Yes).Refusal);
    }

    [Fact]
    public void With_every_consent_accepted_the_request_is_approved() => Assert.Equal(OutcomeKind.Approved, Approved().Outcome);

    [Fact]
    public void Consent_of_somebody_else_is_not_enough() =>
        Assert.Equal(
            RefusalCode.ConsentMissing, Asked().Attach(Sample.Consent("Somebody Else")).Check(Sample.Eve, 1).Decide(Sample.Eve, Sample.Yes).Refused);

    [Fact]
    public void Attached_consent_is_numbered_and_its_checker_told()
    {
        var story = Asked().Attach(Sample.Consent("Rosa Quill"));
        Assert.Equal([new Event.ConsentAttached(1, Sample.Consent("Rosa Quill"))], story.Changes);
        Assert.Equal([new Effect.TellApprover(2, ApproverNotice.ConsentAttached)], story.Caused);
        Assert.Null(Assert.Single(story.State!.Consents).Check);
    }

    [Fact]
    public void Accepted_consent_tells_nobody_and_refused_one_tells_the_submitter()
    {
        var story = Asked().Attach(Sample.Consent("Rosa Quill")).Check(Sample.Eve, 1);
        Assert.Empty(story.Caused);
        story.Check(Sample.Eve, 1, accepted: false, "It is not signed.");
        Assert.Equal([new Effect.TellSubmitter(Notice.ConsentRefused)], story.Caused);
        Assert.Equal((false, "It is not signed.", "eve"), story.State!.Consents[0].Check is { } c ? (c.Accepted, c.Comment, c.By.Id) : default);
    }

    [Fact]
    public void Consent_accepted_and_then_refused_is_missing_again() =>
        Assert.Equal(
            RefusalCode.ConsentMissing,
            Asked().Attach(Sample.Consent("Rosa Quill")).Check(Sample.Eve, 1).Check(Sample.Eve, 1, accepted: false, "Forged.").Decide(Sample.Eve, Sample.Yes).Refused);

    [Fact]
    public void Refusal_of_a_consent_says_what_is_wrong() =>
        Assert.Equal(
            (RefusalCode.CommentNeeded, "Please say what is wrong with the document."),
            Of(Asked().Attach(Sample.Consent("Rosa Quill")).Check(Sample.Eve, 1, accepted: false, " ")));

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Document_that_does_not_exist_is_not_checked(int number) =>
        Assert.Equal((RefusalCode.UnknownAsk, "There is no such document."), Of(Asked().Attach(Sample.Consent("Rosa Quill")).Check(Sample.Eve, number)));

    [Fact]
    public void Question_that_does_not_exist_checks_nothing() =>
        Assert.Equal(
            (RefusalCode.UnknownAsk, "This question does not exist. Use the link in the newest mail you got."),
            Of(Asked().Attach(Sample.Consent("Rosa Quill")).Check(Sample.Eve, 1, ask: 9)));

    [Fact]
    public void Other_seat_does_not_check_consents() =>
        Assert.Equal(
            (RefusalCode.NotYours, "Consents are checked by whoever the policy names for it."),
            Of(Asked().Attach(Sample.Consent("Rosa Quill")).Check(Sample.Ada, 1)));

    [Fact]
    public void Seat_is_checked_by_its_own_person_alone() =>
        Assert.Equal(RefusalCode.NotYours, Asked().Attach(Sample.Consent("Rosa Quill")).Check(Sample.Ada, 1, ask: 2).Refused);

    [Fact]
    public void Whoever_stepped_back_handed_on_or_was_replaced_checks_nothing()
    {
        Assert.Equal(RefusalCode.NotYours, Asked().Attach(Sample.Consent("Rosa Quill")).Recuse(Sample.Eve).Check(Sample.Eve, 1).Refused);
        Assert.Equal(RefusalCode.NotYours, Asked().Attach(Sample.Consent("Rosa Quill")).Delegate(Sample.Eve, Sample.Dan).Check(Sample.Eve, 1).Refused);
        Assert.Equal(RefusalCode.NotYours, Asked().Attach(Sample.Consent("Rosa Quill")).Reassign("talent", Sample.Dan).Check(Sample.Eve, 1).Refused);
    }

    [Fact]
    public void Checking_goes_on_while_an_answer_is_awaited_and_after_the_seats_own_decision()
    {
        Assert.Null(Asked().Attach(Sample.Consent("Rosa Quill")).Decide(Sample.Ada, Sample.Ask()).Check(Sample.Eve, 1).Refusal);
        Assert.Null(Approved().Attach(Sample.Consent("Rosa Quill")).Check(Sample.Eve, 2).Refusal);
    }

    [Fact]
    public void Checking_needs_the_same_proof_as_deciding()
    {
        var story = Asked().Attach(Sample.Consent("Rosa Quill"));
        story.Do(s => new Command.CheckConsent(s.By(Sample.Deciding(Sample.Eve, Authentication.MailedLink)), 2, 1, true, null));
        Assert.Equal(RefusalCode.SecondStepNeeded, story.Refused);
    }

    [Fact]
    public void Person_with_an_interest_does_not_check()
    {
        var state = Asked().Attach(Sample.Consent("Rosa Quill")).State!;
        state = state with { Submission = state.Submission with { Declaration = state.Declaration with { PeopleDepicted = ["Eve Person"] } } };
        var verdict = Decider.Decide(state, new Command.CheckConsent(new Stamp("c", Sample.Monday, Sample.Deciding(Sample.Eve)), 2, 1, true, null));
        Assert.Equal(RefusalCode.NotEntitled, Assert.IsType<Verdict.Refused>(verdict).Refusal.Code);
    }

    [Fact]
    public void Comment_longer_than_can_be_kept_is_refused() =>
        Assert.Equal(RefusalCode.TooLong, Asked().Attach(Sample.Consent("Rosa Quill")).Check(Sample.Eve, 1, comment: new string('x', DeclarationLimits.Text + 1)).Refused);

    [Fact]
    public void Only_the_submitter_shows_consents() =>
        Assert.Equal(
            RefusalCode.NotYours, Asked().Do(s => new Command.AttachConsent(s.By(Sample.Deciding(Sample.Eve)), Sample.Consent("Rosa Quill"))).Refused);

    public static TheoryData<ConsentEvidence> Vague => new()
    {
        Sample.Consent(" "), Sample.Consent("Rosa Quill") with { Scope = "" }, Sample.Consent("Rosa Quill") with { SignedBy = "" },
    };

    [Theory]
    [MemberData(nameof(Vague))]
    public void Consent_that_does_not_say_whose_for_what_and_by_whom_is_refused(ConsentEvidence evidence) =>
        Assert.Equal((RefusalCode.Incomplete, "Please say whose consent it is, what it covers and who signed it."), Of(Asked().Attach(evidence)));

    [Fact]
    public void Consent_that_ends_before_it_begins_is_refused()
    {
        Assert.Equal(
            (RefusalCode.Incomplete, "The consent ends before it begins. Please correct the dates."),
            Of(Asked().Attach(Sample.Consent("Rosa Quill", new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 1)))));
        Assert.Null(Asked().Attach(Sample.Consent("Rosa Quill", new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 2))).Refusal);
    }

    [Fact]
    public void Consent_described_at_greater_length_than_can_be_kept_is_refused() =>
        Assert.Equal(RefusalCode.TooLong, Asked().Attach(Sample.Consent("Rosa Quill") with { Scope = new string('x', DeclarationLimits.Text + 1) }).Refused);

    [Fact]
    public void Consents_beyond_what_can_be_kept_are_refused()
    {
        var story = Asked();
        for (var i = 0; i < 200; i++)
        {
            Assert.Null(story.Attach(Sample.Consent("Rosa Quill")).Refusal);
        }

        Assert.Equal((RefusalCode.TooLong, "At most 200 documents can be kept for one request."), Of(story.Attach(Sample.Consent("Rosa Quill"))));
    }

    [Fact]
    public void After_a_close_without_an_approval_no_consents_are_taken_or_checked()
    {
        Assert.Equal(RefusalCode.Closed, Asked().Withdraw().Attach(Sample.Consent("Rosa Quill")).Refused);
        Assert.Equal(RefusalCode.Closed, Asked().Attach(Sample.Consent("Rosa Quill")).Withdraw().Check(Sample.Eve, 1).Refused);
    }

    [Fact]
    public void Approval_whose_consent_has_ended_is_suspended_and_everybody_concerned_told()
    {
        var story = Approved(new DateOnly(2026, 3, 31));
        Assert.Equal(Sample.March(31).AddDays(1), DueTimes.Next(story.State!));
        story.Ring();
        Assert.Equal(Standing.Suspended, story.State!.Approval!.Standing);
        Assert.Equal([new Effect.TellSubmitter(Notice.Suspended), new Effect.TellApprover(2, ApproverNotice.Suspended)], story.Caused);
    }

    [Fact]
    public void Suspended_approval_holds_again_once_a_new_consent_is_accepted()
    {
        var story = Approved(new DateOnly(2026, 3, 31)).Ring().Attach(Sample.Consent("Rosa Quill"));
        Assert.Equal(Standing.Suspended, story.State!.Approval!.Standing);
        story.Check(Sample.Eve, 2);
        Assert.Equal(Standing.InForce, story.State.Approval!.Standing);
        Assert.Equal([new Effect.TellSubmitter(Notice.Reinstated)], story.Caused);
    }

    [Fact]
    public void Suspended_approval_stays_so_while_another_consent_is_missing()
    {
        var story = Approved(new DateOnly(2026, 3, 31)).Ring().Attach(Sample.Consent("Somebody Else")).Check(Sample.Eve, 2);
        Assert.Equal(Standing.Suspended, story.State!.Approval!.Standing);
        Assert.Equal(Standing.Suspended, story.Attach(Sample.Consent("Rosa Quill")).Check(Sample.Eve, 3, accepted: false, "No.").State!.Approval!.Standing);
    }

    [Fact]
    public void Consent_refused_after_the_approval_suspends_it_when_the_clock_next_rings()
    {
        var story = Approved().Check(Sample.Eve, 1, accepted: false, "It was forged.").Ring();
        Assert.Equal(Standing.Suspended, story.State!.Approval!.Standing);
    }

    [Fact]
    public void Consent_of_nobody_in_particular_is_named_by_its_kind_alone()
    {
        var story = Story.Assessed(Tier.Written, Demanding(ConsentKind.Estate))
            .Staff(Sample.Staffing("creative", Sample.Ada), Sample.Staffing("talent", Sample.Eve)).Decide(Sample.Eve, Sample.Yes);
        Assert.Contains("accepted by you: -: estate.", story.Refusal!.Message, StringComparison.Ordinal);
    }
}
