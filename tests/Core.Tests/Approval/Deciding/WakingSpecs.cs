using Workflow.Core.Approval;
using Workflow.Core.Approval.Deciding;
using Workflow.Core.Classification;
using Workflow.Core.People;

namespace Core.Tests.Approval.Deciding;

public class WakingSpecs
{
    [Fact]
    public void Reminder_comes_at_its_fraction_of_the_time_and_not_before()
    {
        var story = Story.Asked(Tier.Review).WaitUntil(Sample.March(2, 16)).Wake();
        Assert.Empty(story.Changes);
        story.WaitUntil(Sample.March(2, 17)).Wake();
        Assert.Equal([new Effect.Remind(1)], story.Caused);
        Assert.Empty(story.Wake().Changes);
    }

    [Fact]
    public void Reminders_stop_at_the_decision()
    {
        var story = Story.Asked(Tier.Written).Decide(Sample.Ada, Sample.Yes).Ring();
        Assert.Equal([new Effect.Remind(2)], story.Caused);
    }

    [Fact]
    public void Reminders_that_were_slept_through_come_as_one()
    {
        var two = Sample.With(Tier.Review, s => s with { Reminders = [0.25, 0.5] });
        var story = Story.Asked(Tier.Review, two).WaitUntil(Sample.March(2, 17)).Wake();
        Assert.Equal([new Effect.Remind(1)], story.Caused);
        Assert.Empty(story.Wake().Changes);
    }

    [Fact]
    public void Deputy_joins_when_the_time_is_over_and_the_first_question_stays_open()
    {
        var story = Story.Asked(Tier.Review).Ring(2);
        Assert.Equal(Sample.March(3, 17), story.Now);
        Assert.Equal([new Effect.PutAsk(2)], story.Caused);
        Assert.Equal([("ada", true), ("cleo", false)], story.State!.OpenAsks.Select(a => (a.Person.Id, a.Overdue)));
        Assert.Equal((Capacity.Deputy, Sample.March(5, 17)), (story.State.Asks[1].Candidate.Capacity, story.State.Asks[1].Clock.Due));
    }

    [Fact]
    public void Escalation_goes_from_deputy_to_manager_to_the_other_role()
    {
        var assessment = Sample.With(Tier.Review, s => s with { Escalation = [Capacity.Deputy, Capacity.Manager, Capacity.OtherRole], OtherRole = "head" });
        var story = Story.Assessed(Tier.Review, assessment)
            .Staff(Sample.Staffing("creative", Sample.Ada, Sample.Cleo, Sample.Dan), Sample.Staffing("head", Sample.Eve)).Ring(6);
        Assert.Equal(
            [("ada", Capacity.Holder), ("cleo", Capacity.Deputy), ("dan", Capacity.Manager), ("eve", Capacity.OtherRole)],
            story.State!.Asks.Select(a => (a.Person.Id, a.Candidate.Capacity)));
        Assert.All(story.State.Asks, a => Assert.True(a.IsOpen));
        Assert.Equal(OutcomeKind.Approved, story.Decide(Sample.Eve, Sample.Yes).Outcome);
    }

    [Fact]
    public void Review_that_nobody_judges_expires_after_reminders_and_escalation()
    {
        var story = Story.Asked(Tier.Review).Ring(9);
        Assert.Equal(OutcomeKind.Expired, story.Outcome);
        Assert.Equal(["ada", "cleo"], story.State!.Asks.Select(a => a.Person.Id));
        // One reminder in each of three terms: Ada's, Cleo's, and the manager's, whom nobody fills.
        Assert.Equal(3, story.Events.Count(e => e.Event is Event.PersonReminded));
        Assert.Equal(Sample.March(9, 17), story.Now);
    }

    [Fact]
    public void Step_with_nobody_to_add_takes_its_time_all_the_same_and_the_admins_are_told()
    {
        var story = Story.Assessed(Tier.Written).Staff(
            Sample.Staffing("creative", Sample.Ada, Sample.Cleo), Sample.Staffing("legal", Sample.Bob));
        // A reminder, then both run out of time: Cleo joins for creative, and nobody can join for legal.
        story.Ring(2);
        Assert.Equal([new Effect.PutAsk(3), new Effect.TellAdmins(Alert.NobodyToAdd, "legal"), new Effect.Remind(2)], story.Caused);
        Assert.Equal(story.State!.Asks[2].Clock.Due, story.State.Asks[1].Clock.Due);
        Assert.Equal((1, false), (story.State.Asks[1].Extensions, story.State.Asks[1].Overdue));
        story.Decide(Sample.Bob, Sample.Yes).Decide(Sample.Cleo, Sample.Yes);
        Assert.Equal(OutcomeKind.Approved, story.Outcome);
    }

    [Fact]
    public void Two_who_run_out_of_time_together_are_joined_by_two_different_people()
    {
        var story = Story.Assessed(Tier.Written)
            .Staff(Sample.Staffing("creative", Sample.Ada, Sample.Cleo, Sample.Eve), Sample.Staffing("legal", Sample.Bob, Sample.Cleo, Sample.Dan)).Ring(2);
        Assert.Equal([(3, "creative", "cleo"), (4, "legal", "dan")], story.State!.Asks.Skip(2).Select(a => (a.Number, a.Seat, a.Person.Id)));
    }

    [Fact]
    public void Seats_of_a_stage_have_the_same_time_in_all_after_a_route_started_again()
    {
        // Cleo had joined Ada before new facts came; in the new round the escalation begins anew.
        var story = Story.Asked(Tier.Review, Sample.With(Tier.Review, roles: ["creative", "legal"])).Ring(2).Decide(Sample.Cleo, Sample.Yes)
            .Decide(Sample.Bob, Sample.Ask()).Answer().Assess(Sample.Assessment(Tier.Written))
            .Staff(Sample.Staffing("creative", Sample.Ada, Sample.Cleo), Sample.Staffing("legal", Sample.Bob, Sample.Dan)).Ring(2);
        Assert.Equal((1, 1), (Asking.TermsLeft(story.State!, "creative"), Asking.TermsLeft(story.State!, "legal")));
    }

    [Fact]
    public void Submitter_is_reminded_of_a_question_and_then_the_request_expires()
    {
        var story = Story.Asked(Tier.Notify).Decide(Sample.Ada, Sample.Ask()).Ring();
        Assert.Equal([new Effect.TellSubmitter(Notice.InformationReminder)], story.Caused);
        Assert.Empty(story.Wake().Changes);
        story.Ring();
        Assert.Equal(
            (OutcomeKind.Expired, "The submitter did not answer in time. Nothing is approved."), (story.Outcome, story.State!.Outcome!.Reason));
        Assert.Equal(Sample.March(4, 17), story.Now);
    }

    [Fact]
    public void Incomplete_mail_never_completed_expires_after_a_reminder()
    {
        var story = Story.Submitted(Sample.Declaration with { Use = null }).Ring(2);
        Assert.Single(story.Events, e => e.Event is Event.SubmitterReminded);
        Assert.Equal(OutcomeKind.Expired, story.Outcome);
    }

    [Fact]
    public void Work_that_should_take_moments_and_does_not_is_told_to_the_admins_after_an_hour_and_then_every_day()
    {
        var story = Story.Submitted().WaitUntil(Sample.Monday.AddMinutes(59)).Wake();
        Assert.Empty(story.Changes);
        story.Ring();
        Assert.Equal([new Effect.TellAdmins(Alert.Stalled, "Submitted")], story.Caused);
        Assert.Equal(Sample.March(2, 10), story.Now);
        Assert.Equal(Sample.March(3, 10), DueTimes.Next(story.State!));
        story.Ring();
        Assert.Equal(Sample.March(4, 10), DueTimes.Next(story.State!));
    }

    [Fact]
    public void Directory_that_does_not_answer_is_told_to_the_admins() =>
        Assert.Equal([new Effect.TellAdmins(Alert.Stalled, "Assessed")], Story.Assessed(Tier.Review).Ring().Caused);

    [Fact]
    public void Work_that_goes_on_is_not_told_again()
    {
        var story = Story.Submitted().Ring().Assess(Sample.Assessment(Tier.Review));
        Assert.Null(story.State!.StalledAt);
        Assert.Equal(Sample.March(2, 11), DueTimes.Next(story.State));
    }

    [Fact]
    public void Vacancy_while_others_decide_is_looked_after_at_its_time()
    {
        var story = Story.Assessed(Tier.Written).Staff(Sample.Staffing("creative", Sample.Ada), Sample.Staffing("legal", Sample.Bob)).Recuse(Sample.Bob);
        Assert.Empty(story.WaitUntil(Sample.March(2, 12)).Wake().Changes);
        story.WaitUntil(Sample.March(2, 13)).Wake();
        Assert.Equal([new Effect.FindPeople(0)], story.Caused);
        Assert.Equal(Sample.March(2, 17), story.State!.Vacancy!.RetryAt);
    }

    [Fact]
    public void Vacancy_that_nobody_fills_lets_the_others_wait_no_longer_than_the_policy_says()
    {
        var story = Story.Assessed(Tier.Written).Staff(Sample.Staffing("creative", Sample.Ada), Sample.Staffing("legal", Sample.Bob)).Recuse(Sample.Bob);
        story.WaitUntil(Sample.March(6, 16)).Wake();
        Assert.Null(story.Outcome);
        story.WaitUntil(Sample.March(6, 17)).Wake();
        Assert.Equal(OutcomeKind.Expired, story.Outcome);
    }

    [Fact]
    public void Directory_is_not_asked_again_before_its_time() =>
        Assert.Empty(Story.Assessed(Tier.Review).Staff(Sample.Staffing("creative")).WaitUntil(Sample.March(2, 12)).Wake().Changes);

    [Fact]
    public void Two_of_one_seat_who_run_out_of_time_together_take_one_step_each()
    {
        // Ada is away until the deputy's time is over too, so that both are over at once; one step is left.
        var staffing = Sample.Staffing("creative", Sample.Ada, Sample.Cleo, Sample.Dan);
        var story = Story.Assessed(Tier.Review).Staff(staffing).Ring(2).Extend(1, 16);
        Assert.Equal(story.State!.Asks[0].Clock.Due, story.State.Asks[1].Clock.Due);
        story.WaitUntil(story.State.Asks[0].Clock.Due).Wake();
        Assert.Equal([typeof(Event.AskOverdue), typeof(Event.PersonAsked), typeof(Event.AskOverdue)], story.Changes.Select(e => e.GetType()));
    }
}
