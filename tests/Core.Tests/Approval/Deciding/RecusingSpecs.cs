using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Requests;

namespace Core.Tests.Approval.Deciding;

public class RecusingSpecs
{
    private static Story TwoOfThem() => Story.Assessed(Tier.Written).Staff(Sample.Staffing("creative", Sample.Ada), Sample.Staffing("legal", Sample.Bob));

    [Fact]
    public void Next_person_is_asked_at_once()
    {
        var story = Story.Asked(Tier.Written).WaitUntil(Sample.March(2, 13)).Recuse(Sample.Ada, "My sister sings.");
        Assert.Contains(new Event.AskRecused(1, "My sister sings."), story.Changes);
        Assert.Equal(RetirementReason.Recused, story.State!.Asks[0].Retired);
        Assert.Equal([new Effect.PutAsk(3)], story.Caused);
        Assert.Equal(("cleo", "creative", 1, Sample.March(4, 13)), (story.State.Asks[2].Person.Id, story.State.Asks[2].Seat, story.State.Asks[2].Replaces, story.State.Asks[2].Clock.Due));
    }

    [Fact]
    public void Nobody_is_added_where_another_is_asked_already()
    {
        var story = Story.Assessed(Tier.Review).Staff(Sample.Staffing("creative", Sample.Ada, Sample.Cleo, Sample.Dan)).Ring(2).Recuse(Sample.Ada);
        Assert.Equal(["cleo"], story.State!.OpenAsks.Select(a => a.Person.Id));
        Assert.Empty(story.Caused);
    }

    [Fact]
    public void Somebody_is_added_where_the_other_has_run_out_of_time()
    {
        var story = Story.Assessed(Tier.Review).Staff(Sample.Staffing("creative", Sample.Ada, Sample.Cleo, Sample.Dan)).Ring(2).Recuse(Sample.Cleo);
        Assert.Equal(["ada", "dan"], story.State!.OpenAsks.Select(a => a.Person.Id));
    }

    [Fact]
    public void Seat_with_nobody_left_waits_visibly_and_the_admins_are_told_while_the_others_decide()
    {
        var story = TwoOfThem().Recuse(Sample.Bob);
        Assert.Equal([new Effect.TellAdmins(Alert.SeatUnfilled, "legal")], story.Caused);
        Assert.Equal((RequestStatus.Deciding, Sample.March(2, 13), Sample.March(6, 17)), (story.State!.Status, story.State.Vacancy!.RetryAt, story.State.Vacancy.GiveUpAt));
        Assert.Null(story.Decide(Sample.Ada, Sample.Yes).Refusal);
        Assert.Equal(RequestStatus.Deciding, story.State.Status);
    }

    [Fact]
    public void Seat_with_nobody_left_is_filled_when_the_directory_names_somebody()
    {
        var story = TwoOfThem().Recuse(Sample.Bob).Ring().Staff(Sample.Staffing("creative", Sample.Ada), Sample.Staffing("legal", Sample.Dan));
        Assert.Equal(OutcomeKind.Approved, story.Decide(Sample.Dan, Sample.Yes).Decide(Sample.Ada, Sample.Yes).Outcome);
    }

    [Fact]
    public void Second_seat_with_nobody_left_joins_the_first_under_its_limit()
    {
        var story = TwoOfThem().Recuse(Sample.Bob).Wait(TimeSpan.FromHours(2)).Recuse(Sample.Ada);
        Assert.Equal(["legal", "creative"], story.State!.Vacancy!.Roles);
        Assert.Equal(Sample.March(6, 17), story.State.Vacancy.GiveUpAt);
    }

    [Fact]
    public void Only_the_asked_person_steps_back() =>
        Assert.Equal(RefusalCode.NotYours, TwoOfThem().Do(s => new Command.Recuse(s.By(Sample.Deciding(Sample.Bob)), 1, null)).Refused);

    [Fact]
    public void Whoever_has_decided_cannot_step_back() =>
        Assert.Equal(RefusalCode.AskRetired, Story.Asked(Tier.Written).Decide(Sample.Ada, Sample.Yes).Recuse(Sample.Ada).Refused);

    [Fact]
    public void Comment_longer_than_can_be_kept_is_refused() =>
        Assert.Equal(RefusalCode.TooLong, TwoOfThem().Recuse(Sample.Ada, new string('x', DeclarationLimits.Text + 1)).Refused);
}
