using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;

namespace Core.Tests.Approval.Deciding;

public class AnsweringSpecs
{
    private static (RefusalCode?, string?) Of(Story story) => (story.Refused, story.Refusal?.Message);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(2)]
    public void Question_that_does_not_exist_is_refused(int ask) =>
        Assert.Equal(
            (RefusalCode.UnknownAsk, "This question does not exist. Use the link in the newest mail you got."),
            Of(Story.Asked(Tier.Review).Decide(Sample.Ada, Sample.Yes, ask)));

    [Fact]
    public void Somebody_who_was_not_asked_is_refused() =>
        Assert.Equal(
            (RefusalCode.NotYours, "This question was put to somebody else. Only the person who was asked can answer it."),
            Of(Story.Asked(Tier.Review).Decide(Sample.Bob, Sample.Yes, ask: 1)));

    [Theory]
    [InlineData(ActorKind.Admin)]
    [InlineData(ActorKind.Submitter)]
    [InlineData(ActorKind.System)]
    public void Asked_person_in_another_capacity_is_refused(ActorKind kind)
    {
        var story = Story.Asked(Tier.Review);
        story.Do(s => new Command.Decide(s.By(new Actor(kind, "ada", "Ada", Authentication.AdminKey)), 1, Sample.Yes));
        Assert.Equal(RefusalCode.NotYours, story.Refused);
    }

    [Fact]
    public void Written_approval_by_link_alone_is_refused() =>
        Assert.Equal(
            (RefusalCode.SecondStepNeeded, "This decision needs the one-time code that is mailed to you on request."),
            Of(Story.Asked(Tier.Written).Decide(Sample.Ada, Sample.Yes, authentication: Authentication.MailedLink)));

    [Fact]
    public void Review_by_link_alone_is_enough() =>
        Assert.Equal(OutcomeKind.Approved, Story.Asked(Tier.Review).Decide(Sample.Ada, Sample.Yes, authentication: Authentication.MailedLink).Outcome);

    [Fact]
    public void Same_decision_sent_twice_is_refused_and_told_when_the_first_was_made() =>
        Assert.Equal(
            (RefusalCode.AskRetired, "You have already decided this on 2 March 2026, 09:00 UTC. Nothing was changed."),
            Of(Story.Asked(Tier.Written).Decide(Sample.Ada, Sample.Yes).Wait(TimeSpan.FromHours(1)).Decide(Sample.Ada, Sample.Yes)));

    [Fact]
    public void Holder_whose_deputy_decided_is_told_who_it_was() =>
        Assert.Equal(
            (RefusalCode.AskRetired, "Cleo Person has already decided this on 3 March 2026, 17:00 UTC. Nothing was changed."),
            Of(Story.Asked(Tier.Written).Ring(2).Decide(Sample.Cleo, Sample.Yes).Decide(Sample.Ada, Sample.No())));

    [Fact]
    public void Person_of_a_stage_that_is_complete_without_them_is_told_so()
    {
        var stages = Sample.Route(Tier.Review) with
        {
            Stages = [Sample.Stage(Tier.Review, ["creative", "legal"], quorum: 1), Sample.Stage(Tier.Review, ["head"])],
        };
        var story = Story.Asked(Tier.Review, Sample.Assessment(Tier.Review, stages)).Decide(Sample.Ada, Sample.Yes).Staff(Sample.Staffing("head", Sample.Eve));
        Assert.Equal((RefusalCode.AskRetired, "Enough others have decided. Nothing was changed."), Of(story.Decide(Sample.Bob, Sample.Yes)));
    }

    [Fact]
    public void Decision_while_an_answer_is_awaited_is_refused() =>
        Assert.Equal(
            (RefusalCode.NotNow, "The submitter was asked for more information, or the policy judges new facts. You can decide once that is done; your time stands still until then."),
            Of(Story.Asked(Tier.Written).Decide(Sample.Ada, Sample.Ask()).Decide(Sample.Bob, Sample.Yes)));

    [Fact]
    public void Question_overtaken_by_new_facts_is_refused()
    {
        var story = Story.Asked(Tier.Review).Decide(Sample.Ada, Sample.Ask()).Answer().Assess(Sample.Assessment(Tier.Written));
        Assert.Equal((RefusalCode.AskRetired, "New facts changed what is asked. Please use the newer mail."), Of(story.Decide(Sample.Ada, Sample.Yes, ask: 1)));
    }

    [Fact]
    public void Question_that_the_close_retired_belongs_to_an_earlier_version_once_there_is_a_newer()
    {
        var story = Story.Asked(Tier.Review).Decide(Sample.Ada, Sample.Yes).Issue().Amend().Assess(Sample.Assessment(Tier.Review))
            .Staff(Sample.Staffing("creative", Sample.Bob)).Withdraw().Amend();
        Assert.Equal(
            (RefusalCode.AskRetired, "This question belongs to an earlier version of the request, which was decided. Nothing was changed."),
            Of(story.Decide(Sample.Bob, Sample.Yes, ask: 2)));
    }

    [Fact]
    public void Question_that_was_handed_on_is_refused() =>
        Assert.Equal(
            (RefusalCode.AskRetired, "You have handed this question on. Nothing was changed."),
            Of(Story.Asked(Tier.Review).Delegate(Sample.Ada, Sample.Eve).Decide(Sample.Ada, Sample.Yes)));

    [Fact]
    public void Question_that_somebody_stepped_back_from_is_refused() =>
        Assert.Equal(
            (RefusalCode.AskRetired, "You have stepped back from deciding this. Nothing was changed."),
            Of(Story.Asked(Tier.Review).Recuse(Sample.Ada).Decide(Sample.Ada, Sample.Yes)));

    [Fact]
    public void Question_that_an_admin_took_away_is_refused() =>
        Assert.Equal(
            (RefusalCode.AskRetired, "An admin has put this question to somebody else. Nothing was changed."),
            Of(Story.Asked(Tier.Review).Reassign("creative", Sample.Eve).Decide(Sample.Ada, Sample.Yes)));

    [Fact]
    public void Asked_person_who_turns_out_to_be_depicted_is_refused()
    {
        var asked = Story.Asked(Tier.Review).State!;
        var state = asked with { Submission = asked.Submission with { Declaration = asked.Declaration with { PeopleDepicted = ["Ada Person"] } } };
        var verdict = Decider.Decide(state, new Command.Decide(new Stamp("c", Sample.Monday, Sample.Deciding(Sample.Ada)), 1, Sample.Yes));
        Assert.Equal(RefusalCode.NotEntitled, Assert.IsType<Verdict.Refused>(verdict).Refusal.Code);
    }

    [Fact]
    public void Asked_person_who_has_approved_for_another_role_is_refused()
    {
        var asked = Story.Asked(Tier.Written).State!;
        var state = asked with { Decisions = [new Decided(1, 0, "creative", Sample.Deciding(Sample.Bob), Sample.Monday, Sample.Yes)] };
        var verdict = Decider.Decide(state, new Command.Decide(new Stamp("c", Sample.Monday, Sample.Deciding(Sample.Bob)), 2, Sample.Yes));
        Assert.Equal(
            (RefusalCode.NotEntitled, "You have approved this request for another role. Each role needs its own person."),
            (Assert.IsType<Verdict.Refused>(verdict).Refusal.Code, ((Verdict.Refused)verdict).Refusal.Message));
    }

    [Fact]
    public void Decision_after_the_close_is_refused_and_told_how_it_ended() =>
        Assert.Equal(
            (RefusalCode.Closed, "This request was rejected on 2 March 2026, 09:00 UTC and is closed. Nothing was changed."),
            Of(Story.Asked(Tier.Written).Decide(Sample.Ada, Sample.No()).Wait(TimeSpan.FromDays(1)).Decide(Sample.Bob, Sample.Yes)));
}
