using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;

namespace Core.Tests.Approval.Deciding;

public class FillingSpecs
{
    private static readonly Staffing Nobody = Sample.Staffing("creative");

    private static Story Vacant() => Story.Assessed(Tier.Review).Staff(Nobody);

    [Fact]
    public void Everybody_asked_has_the_stages_time_in_their_own_working_hours()
    {
        var paris = Sample.Person("pia") with { Calendar = Sample.Office with { TimeZone = "Europe/Paris" } };
        var ask = Assert.Single(Story.Assessed(Tier.Review).Staff(Sample.Staffing("creative", paris)).State!.Asks);
        // Asked at ten in Paris: seven hours on Monday, eight on Tuesday, one on Wednesday.
        Assert.Equal(Sample.March(4, 9), ask.Clock.Due);
        Assert.Equal([Sample.March(3, 9)], ask.Clock.Reminders);
        Assert.Equal((1, 0, "creative", Capacity.Holder, Sample.Monday), (ask.Number, ask.Stage, ask.Seat, ask.Candidate.Capacity, ask.AskedAt));
    }

    [Fact]
    public void Submitter_is_never_asked()
    {
        var sam = Sample.Person("sam") with { Email = Sample.Sam.Email };
        var story = Story.Assessed(Tier.Review).Staff(Sample.Staffing("creative", sam, Sample.Cleo));
        Assert.Equal(["cleo"], story.State!.Asks.Select(a => a.Person.Id));
    }

    [Theory]
    [InlineData("Ada Person")]
    [InlineData("ada person (as herself)")]
    [InlineData("Ada  Person <ADA@studio.example>")]
    [InlineData("the voice of ada@studio.example")]
    public void Depicted_person_is_never_asked(string named)
    {
        var story = Story.Asked(Tier.Review, declaration: Sample.Declaration with { PeopleDepicted = [named] });
        Assert.Equal(["cleo"], story.State!.Asks.Select(a => a.Person.Id));
    }

    [Fact]
    public void Seat_that_nobody_can_fill_asks_nobody_and_tells_the_admins()
    {
        var story = Story.Assessed(Tier.Written).Staff(Sample.Staffing("creative", Sample.Ada), Sample.Staffing("legal"));
        Assert.Empty(story.State!.Asks);
        Assert.Equal(["legal"], story.State.Vacancy!.Roles);
        Assert.Equal([new Effect.TellAdmins(Alert.SeatUnfilled, "legal")], story.Caused);
    }

    [Fact]
    public void Seat_that_could_not_be_filled_is_tried_again_in_half_a_working_day_and_given_up_after_the_policys_limit()
    {
        var vacancy = Vacant().State!.Vacancy!;
        Assert.Equal((Sample.March(2, 13), Sample.March(6, 17)), (vacancy.RetryAt, vacancy.GiveUpAt));
    }

    [Fact]
    public void Limit_of_a_vacancy_keeps_running_while_the_directory_is_asked_again()
    {
        var story = Vacant().Ring();
        Assert.Equal([new Effect.FindPeople(0)], story.Caused);
        story.Staff(Nobody);
        Assert.Equal((Sample.March(2, 17), Sample.March(6, 17)), (story.State!.Vacancy!.RetryAt, story.State.Vacancy.GiveUpAt));
    }

    [Fact]
    public void Last_try_before_the_limit_is_at_the_limit()
    {
        var story = Vacant().WaitUntil(Sample.March(6, 14)).Wake().Staff(Nobody);
        Assert.Equal(Sample.March(6, 17), story.State!.Vacancy!.RetryAt);
    }

    [Fact]
    public void Seat_that_could_not_be_filled_is_filled_at_the_next_try()
    {
        var story = Vacant().Ring().Staff(Sample.Staffing("creative", Sample.Ada));
        Assert.Equal(RequestStatus.Deciding, story.State!.Status);
        Assert.Null(story.State.Vacancy);
    }

    [Fact]
    public void Seat_that_stays_empty_lets_a_review_expire()
    {
        var story = Vacant();
        for (var i = 0; i < 20 && story.State!.Status != RequestStatus.Closed; i++)
        {
            story.Ring();
            if (story.InFlight.Values.Any(e => e.Effect is Effect.FindPeople))
            {
                story.Staff(Nobody);
            }
        }

        Assert.Equal((OutcomeKind.Expired, Sample.March(6, 17)), (story.Outcome, story.Now));
    }

    [Fact]
    public void People_for_another_stage_change_nothing()
    {
        var story = Story.Assessed(Tier.Review);
        story.Do(s => new Command.RecordPeople(s.By(Actor.System), new EffectKey("late"), 1, [Sample.Staffing("creative", Sample.Ada)]));
        Assert.Empty(story.Changes);
    }

    [Fact]
    public void People_for_a_stage_whose_seats_are_filled_change_nothing()
    {
        var story = Story.Asked(Tier.Review);
        story.Do(s => new Command.RecordPeople(s.By(Actor.System), new EffectKey("again"), 0, [Sample.Staffing("creative", Sample.Dan)]));
        Assert.Empty(story.Changes);
    }

    [Fact]
    public void Person_named_twice_for_a_seat_is_one_candidate()
    {
        var story = Story.Assessed(Tier.Review).Staff(Sample.Staffing("creative", Sample.Ada, Sample.Ada, Sample.Cleo));
        Assert.Equal(["ada", "cleo"], story.State!.Staffing.Single().Candidates.Select(c => c.Person.Id));
    }

    [Fact]
    public void Other_role_of_an_escalation_joins_the_candidates_behind_the_seats_own()
    {
        var assessment = Sample.With(Tier.Review, s => s with { Escalation = [Capacity.OtherRole], OtherRole = "head" });
        var story = Story.Assessed(Tier.Review, assessment).Staff(Sample.Staffing("creative", Sample.Ada, Sample.Cleo), Sample.Staffing("head", Sample.Eve, Sample.Fay));
        Assert.Equal(
            [("ada", Capacity.Holder), ("cleo", Capacity.Deputy), ("eve", Capacity.OtherRole)],
            story.State!.Staffing.Single().Candidates.Select(c => (c.Person.Id, c.Capacity)));
    }

    [Fact]
    public void Whoever_approved_an_earlier_stage_is_not_asked_for_a_later_one()
    {
        var route = Sample.Route(Tier.Written) with { Stages = [Sample.Stage(Tier.Written, ["creative"]), Sample.Stage(Tier.Written, ["legal"])] };
        var story = Story.Asked(Tier.Written, Sample.Assessment(Tier.Written, route)).Decide(Sample.Ada, Sample.Yes)
            .Staff(Sample.Staffing("legal", Sample.Ada, Sample.Bob));
        Assert.Equal(["bob"], story.State!.OpenAsks.Select(a => a.Person.Id));
    }

    [Fact]
    public void Seat_that_fell_vacant_is_filled_by_somebody_who_was_not_asked_for_it_before()
    {
        var story = Story.Assessed(Tier.Written).Staff(Sample.Staffing("creative", Sample.Ada), Sample.Staffing("legal", Sample.Bob)).Recuse(Sample.Bob).Ring();
        story.Staff(Sample.Staffing("creative", Sample.Ada), Sample.Staffing("legal", Sample.Bob, Sample.Ada, Sample.Dan));
        Assert.Equal([new Effect.PutAsk(3)], story.Caused);
        Assert.Equal(("legal", "dan"), (story.State!.Asks[2].Seat, story.State.Asks[2].Person.Id));
        Assert.Null(story.State.Vacancy);
    }

    [Fact]
    public void Seat_that_stays_vacant_while_another_is_filled_goes_on_waiting()
    {
        var two = Story.Assessed(Tier.Written).Staff(Sample.Staffing("creative", Sample.Ada), Sample.Staffing("legal", Sample.Bob)).Recuse(Sample.Bob).Recuse(Sample.Ada);
        Assert.Equal(["legal", "creative"], two.State!.Vacancy!.Roles);
        two.Ring().Staff(Sample.Staffing("creative", Sample.Cleo), Sample.Staffing("legal"));
        Assert.Equal(["legal"], two.State.Vacancy!.Roles);
        Assert.Equal(["cleo"], two.State.OpenAsks.Select(a => a.Person.Id));
        Assert.Equal(Sample.March(6, 17), two.State.Vacancy.GiveUpAt);
    }

    [Fact]
    public void Vacancy_that_nobody_new_can_fill_keeps_the_people_known_before()
    {
        var story = Story.Assessed(Tier.Written).Staff(Sample.Staffing("creative", Sample.Ada, Sample.Cleo), Sample.Staffing("legal", Sample.Bob)).Recuse(Sample.Bob).Ring();
        story.Staff(Sample.Staffing("creative"), Sample.Staffing("legal"));
        Assert.Equal([typeof(Event.SeatsUnfilled)], story.Changes.Select(e => e.GetType()));
        Assert.Equal(2, story.State!.Staffing[0].Candidates.Count);
    }
}
