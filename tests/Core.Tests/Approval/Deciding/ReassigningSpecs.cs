using Workflow.Core.Approval;
using Workflow.Core.Approval.Deciding;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Policies;

namespace Core.Tests.Approval.Deciding;

public class ReassigningSpecs
{
    private static (RefusalCode?, string?) Of(Story story) => (story.Refused, story.Refusal?.Message);

    [Fact]
    public void Whoever_is_asked_is_replaced_and_told()
    {
        var story = Story.Asked(Tier.Written).Ring(2).Reassign("creative", Sample.Eve);
        Assert.Equal([new Effect.RetireAsk(1), new Effect.RetireAsk(3), new Effect.PutAsk(5)], story.Caused);
        var ask = story.State!.Asks[4];
        Assert.Equal(("eve", "creative", Capacity.Assigned, 3, Sample.March(5, 17)), (ask.Person.Id, ask.Seat, ask.Candidate.Capacity, ask.Replaces, ask.Clock.Due));
        Assert.Contains(story.Changes, e => e is Event.SeatAssigned { Seat: "creative", Reason: "She left." });
    }

    [Fact]
    public void Person_put_on_a_seat_decides_for_it() =>
        Assert.Equal(OutcomeKind.Approved, Story.Asked(Tier.Review).Reassign("creative", Sample.Eve).Decide(Sample.Eve, Sample.Yes).Outcome);

    [Fact]
    public void Reassigning_takes_no_step_of_the_escalation() =>
        Assert.Equal(2, Asking.TermsLeft(Story.Asked(Tier.Review).Reassign("creative", Sample.Eve).State!, "creative"));

    [Fact]
    public void Before_anybody_is_asked_the_choice_comes_before_whoever_the_directory_names()
    {
        var story = Story.Assessed(Tier.Review).Reassign("creative", Sample.Eve);
        Assert.Equal([new Effect.FindPeople(0)], story.Caused);
        story.Staff(Sample.Staffing("creative", Sample.Ada));
        Assert.Equal([("eve", Capacity.Assigned)], story.State!.Asks.Select(a => (a.Person.Id, a.Candidate.Capacity)));
    }

    [Fact]
    public void Choice_holds_for_its_stage_alone()
    {
        var route = Sample.Route(Tier.Written) with { Stages = [Sample.Stage(Tier.Written, ["creative"]), Sample.Stage(Tier.Written, ["creative"])] };
        var story = Story.Assessed(Tier.Written, Sample.Assessment(Tier.Written, route)).Reassign("creative", Sample.Eve).Staff(Sample.Staffing("creative", Sample.Ada))
            .Decide(Sample.Eve, Sample.Yes).Staff(Sample.Staffing("creative", Sample.Ada));
        Assert.Equal(["ada"], story.State!.OpenAsks.Select(a => a.Person.Id));
    }

    [Fact]
    public void Seat_that_nobody_could_fill_is_filled_by_an_admin()
    {
        var story = Story.Assessed(Tier.Written).Staff(Sample.Staffing("creative"), Sample.Staffing("legal")).Reassign("creative", Sample.Ada);
        Assert.Equal(["legal"], story.State!.Vacancy!.Roles);
        story.Reassign("legal", Sample.Bob);
        Assert.Null(story.State.Vacancy);
        story.Staff(Sample.Staffing("creative"), Sample.Staffing("legal"));
        Assert.Equal(["ada", "bob"], story.State.OpenAsks.Select(a => a.Person.Id));
    }

    [Fact]
    public void Seat_that_fell_vacant_is_filled_by_an_admin_at_once()
    {
        var story = Story.Assessed(Tier.Written).Staff(Sample.Staffing("creative", Sample.Ada), Sample.Staffing("legal", Sample.Bob)).Recuse(Sample.Bob).Reassign("legal", Sample.Dan);
        Assert.Null(story.State!.Vacancy);
        Assert.Equal(("dan", 2), (story.State.Asks[2].Person.Id, story.State.Asks[2].Replaces));
    }

    [Fact]
    public void Choice_that_turns_out_to_have_an_interest_falls()
    {
        var story = Story.Asked(Tier.Review).Reassign("creative", Sample.Eve).Decide(Sample.Eve, Sample.Ask())
            .Answer("It is Eve.", Sample.Declaration with { PeopleDepicted = ["Eve Person"] }).Assess(Sample.Assessment(Tier.Review))
            .Staff(Sample.Staffing("creative", Sample.Eve, Sample.Ada));
        Assert.Equal(["ada"], story.State!.OpenAsks.Select(a => a.Person.Id));
    }

    [Fact]
    public void Seat_of_no_stage_is_refused() =>
        Assert.Equal(
            (RefusalCode.UnknownAsk, "The stage that this request is in has no seat 'talent'."), Of(Story.Asked(Tier.Written).Reassign("talent", Sample.Eve)));

    [Fact]
    public void Request_that_is_not_judged_has_no_seat() => Assert.Equal(RefusalCode.UnknownAsk, Story.Submitted().Reassign("legal", Sample.Eve).Refused);

    [Fact]
    public void While_the_submitter_has_to_answer_nobody_is_replaced() =>
        Assert.Equal(
            (RefusalCode.NotNow, "The submitter was asked for more information, or the policy judges new facts. Put somebody on the seat once that is done."),
            Of(Story.Asked(Tier.Written).Decide(Sample.Ada, Sample.Ask()).Reassign("legal", Sample.Eve)));

    [Fact]
    public void While_the_policy_judges_new_facts_nobody_is_replaced() =>
        Assert.Equal(RefusalCode.NotNow, Story.Asked(Tier.Written).Decide(Sample.Ada, Sample.Ask()).Answer().Reassign("legal", Sample.Eve).Refused);

    [Fact]
    public void Seat_that_is_decided_is_not_given_to_another()
    {
        var refused = (RefusalCode.NotNow, "This seat has been decided already.");
        Assert.Equal(refused, Of(Story.Asked(Tier.Written).Decide(Sample.Ada, Sample.Yes).Reassign("creative", Sample.Eve)));
        var hearing = Sample.With(Tier.Written, s => s with { Rejection = Rejection.WaitsForOthers });
        Assert.Equal(refused, Of(Story.Asked(Tier.Written, hearing).Decide(Sample.Ada, Sample.No()).Reassign("creative", Sample.Eve)));
    }

    [Fact]
    public void Seat_of_a_closed_request_is_not_given_to_another() =>
        Assert.Equal(RefusalCode.Closed, Story.Asked(Tier.Review).Withdraw().Reassign("creative", Sample.Eve).Refused);

    [Theory]
    [InlineData("eve")]
    [InlineData("EVE@studio.example")]
    public void Admin_does_not_put_themselves_on_a_seat(string admin) =>
        Assert.Equal(
            (RefusalCode.NotEntitled, "An admin does not decide. Put somebody else on the seat."),
            Of(Story.Asked(Tier.Review).Do(s => new Command.Reassign(s.By(Sample.Admin with { Id = admin }), "creative", Sample.Eve, "Me."))));

    [Fact]
    public void Nobody_with_an_interest_is_put_on_a_seat() =>
        Assert.Equal(
            RefusalCode.NotEntitled,
            Story.Asked(Tier.Review, declaration: Sample.Declaration with { PeopleDepicted = ["Eve Person"] }).Reassign("creative", Sample.Eve).Refused);

    [Fact]
    public void Nobody_is_put_on_two_seats() => Assert.Equal(RefusalCode.NotEntitled, Story.Asked(Tier.Written).Reassign("creative", Sample.Bob).Refused);

    [Fact]
    public void Nobody_is_put_where_they_were_asked_before() => Assert.Equal(RefusalCode.DelegationEnds, Story.Asked(Tier.Written).Reassign("creative", Sample.Ada).Refused);
}
