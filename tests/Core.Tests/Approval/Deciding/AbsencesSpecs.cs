using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;

namespace Core.Tests.Approval.Deciding;

public class AbsencesSpecs
{
    private static readonly DateTimeOffset Back = Sample.March(9, 9);

    private static Staffing Away(string role, params Person[] people) =>
        Sample.Staffing(role, people) is var s ? s with { Candidates = [s.Candidates[0] with { Away = new Away(Back) }, .. s.Candidates.Skip(1)] } : null!;

    [Fact]
    public void Person_away_when_asked_is_asked_all_the_same_and_somebody_stands_in()
    {
        var story = Story.Assessed(Tier.Review).Staff(Away("creative", Sample.Ada, Sample.Cleo));
        Assert.Equal([(1, "ada"), (2, "cleo")], story.State!.OpenAsks.Select(a => (a.Number, a.Person.Id)));
        Assert.Equal([new Effect.PutAsk(1), new Effect.PutAsk(2)], story.Caused);
        Assert.Equal(Sample.March(3, 17), story.State.Asks[1].Clock.Due);
    }

    [Fact]
    public void Time_of_somebody_away_begins_when_they_return()
    {
        var ask = Story.Assessed(Tier.Review).Staff(Away("creative", Sample.Ada, Sample.Cleo)).State!.Asks[0];
        Assert.Equal((Back, Sample.March(10, 17)), (ask.AwayUntil, ask.Clock.Due));
        Assert.False(ask.IsRunning(Sample.Monday));
        Assert.True(ask.IsRunning(Back));
    }

    [Fact]
    public void Person_away_with_nobody_to_stand_in_has_their_time_now_and_the_admins_are_told()
    {
        var story = Story.Assessed(Tier.Review).Staff(Away("creative", Sample.Ada));
        Assert.Equal([new Effect.PutAsk(1), new Effect.TellAdmins(Alert.NobodyToAdd, "creative")], story.Caused);
        Assert.Equal((null, Sample.March(3, 17)), (story.State!.Asks[0].AwayUntil, story.State.Asks[0].Clock.Due));
    }

    [Fact]
    public void Absence_that_is_over_when_asked_is_none()
    {
        var story = Story.Assessed(Tier.Review).WaitUntil(Back).Staff(Away("creative", Sample.Ada, Sample.Cleo));
        Assert.Equal(["ada"], story.State!.Asks.Select(a => a.Person.Id));
    }

    [Fact]
    public void Two_who_are_away_do_not_share_their_stand_in()
    {
        var story = Story.Assessed(Tier.Written).Staff(Away("creative", Sample.Ada, Sample.Cleo, Sample.Eve), Away("legal", Sample.Bob, Sample.Cleo, Sample.Dan));
        Assert.Equal(
            [(1, "creative", "ada"), (2, "creative", "cleo"), (3, "legal", "bob"), (4, "legal", "dan")],
            story.State!.Asks.Select(a => (a.Number, a.Seat, a.Person.Id)));
    }

    [Fact]
    public void Person_on_another_seat_of_the_same_stage_does_not_stand_in()
    {
        var story = Story.Assessed(Tier.Written).Staff(Away("creative", Sample.Ada, Sample.Bob, Sample.Eve), Sample.Staffing("legal", Sample.Bob));
        Assert.Equal(["ada", "eve", "bob"], story.State!.Asks.Select(a => a.Person.Id));
    }

    [Fact]
    public void Stand_in_who_is_away_too_is_passed_over()
    {
        var staffing = Away("creative", Sample.Ada, Sample.Cleo, Sample.Dan);
        var both = staffing with { Candidates = [staffing.Candidates[0], staffing.Candidates[1] with { Away = new Away(Back) }, staffing.Candidates[2]] };
        Assert.Equal(["ada", "dan"], Story.Assessed(Tier.Review).Staff(both).State!.Asks.Select(a => a.Person.Id));
    }

    [Fact]
    public void Person_who_goes_away_is_joined_at_once_and_keeps_the_question()
    {
        var story = Story.Asked(Tier.Review).WaitUntil(Sample.March(2, 13)).Away(Sample.Ada, Back);
        Assert.Equal(["ada", "cleo"], story.State!.OpenAsks.Select(a => a.Person.Id));
        Assert.Equal((Back, Sample.March(10, 17), 0), (story.State.Asks[0].AwayUntil, story.State.Asks[0].Clock.Due, story.State.Asks[0].RemindersSent));
        Assert.Equal((2, Sample.March(4, 13)), (story.State.Asks[1].Number, story.State.Asks[1].Clock.Due));
        Assert.Equal([new Effect.PutAsk(2)], story.Caused);
    }

    [Fact]
    public void Person_who_is_back_decides_as_ever() =>
        Assert.Equal(OutcomeKind.Approved, Story.Asked(Tier.Review).Away(Sample.Ada, Back).WaitUntil(Back).Decide(Sample.Ada, Sample.Yes).Outcome);

    [Fact]
    public void Person_who_goes_away_with_nobody_to_stand_in_is_told_to_the_admins()
    {
        var story = Story.Assessed(Tier.Review).Staff(Sample.Staffing("creative", Sample.Ada)).Away(Sample.Ada, Back);
        Assert.Equal([new Effect.TellAdmins(Alert.NobodyToAdd, "creative")], story.Caused);
        Assert.Equal((null, Sample.March(3, 17)), (story.State!.Asks[0].AwayUntil, story.State.Asks[0].Clock.Due));
    }

    [Fact]
    public void Absence_known_already_changes_nothing() =>
        Assert.Empty(Story.Asked(Tier.Review).Away(Sample.Ada, Back).Away(Sample.Ada, Back).Changes);

    [Fact]
    public void Absence_of_somebody_who_is_not_asked_changes_nothing() => Assert.Empty(Story.Asked(Tier.Review).Away(Sample.Bob, Back).Changes);

    [Fact]
    public void Absence_that_is_over_changes_nothing() => Assert.Empty(Story.Asked(Tier.Review).Away(Sample.Ada, Sample.Monday).Changes);

    [Fact]
    public void Absence_while_an_answer_is_awaited_changes_nothing() =>
        Assert.Empty(Story.Asked(Tier.Review).Decide(Sample.Ada, Sample.Ask()).Away(Sample.Ada, Back).Changes);

    [Fact]
    public void Only_the_process_notes_an_absence() =>
        Assert.Equal(
            RefusalCode.NotYours, Story.Asked(Tier.Review).Do(s => new Command.NoteAbsence(s.By(Sample.Admin), null, "ada", Back)).Refused);
}
