using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Policies;

namespace Core.Tests.Approval.Deciding;

public class AssessingSpecs
{
    private static Story Answered(Assessment first, Assessment then, Func<Story, Story>? before = null) =>
        (before ?? (s => s))(Story.Asked(first.Tier, first)).Decide(Sample.Bob, Sample.Ask()).Answer().Assess(then);

    private static Assessment Outlasting(Tier tier, params string[] roles) =>
        Sample.With(tier, terms: t => t with { DecisionsOutlastNewFacts = true }, roles: roles);

    [Fact]
    public void First_assessment_leads_to_the_first_stage_and_its_people()
    {
        var story = Story.Assessed(Tier.Written);
        Assert.Equal((RequestStatus.Assessed, 0), (story.State!.Status, story.State.StageIndex));
        Assert.Equal([new Effect.FindPeople(0)], story.Caused);
    }

    [Fact]
    public void Assessment_of_an_older_revision_changes_nothing()
    {
        var story = Story.Asked(Tier.Review).Decide(Sample.Ada, Sample.Ask()).Answer();
        story.Do(s => new Command.RecordAssessment(s.By(Actor.System), new EffectKey("late"), 1, Sample.Assessment(Tier.Written)));
        Assert.Empty(story.Changes);
        Assert.Null(story.Refusal);
    }

    [Fact]
    public void Assessment_that_nobody_waits_for_changes_nothing()
    {
        var story = Story.Asked(Tier.Review);
        story.Do(s => new Command.RecordAssessment(s.By(Actor.System), new EffectKey("again"), 1, Sample.Assessment(Tier.Written)));
        Assert.Empty(story.Changes);
    }

    [Fact]
    public void Answer_that_changes_nothing_sets_the_clocks_going_again() =>
        Assert.Equal(
            [typeof(Event.RequestAssessed), typeof(Event.ClocksResumed)],
            Answered(Sample.Assessment(Tier.Written), Sample.Assessment(Tier.Written)).Changes.Select(e => e.GetType()));

    [Fact]
    public void Answer_that_raises_the_tier_starts_the_route_again_and_earlier_yeses_no_longer_count()
    {
        var two = Sample.With(Tier.Review, roles: ["creative", "legal"]);
        var story = Answered(two, Sample.Assessment(Tier.Written), s => s.Decide(Sample.Ada, Sample.Yes));
        Assert.Equal((Tier.Written, RequestStatus.Assessed), (story.State!.Assessment!.Tier, story.State.Status));
        Assert.Contains(new Event.RouteRestarted(Tier.Review, Tier.Written), story.Changes);
        Assert.Empty(story.State.OpenAsks);
        Assert.DoesNotContain(story.State.Decisions, d => d.Approves);
    }

    [Fact]
    public void Everybody_who_was_asked_or_has_decided_is_told_that_the_route_starts_again()
    {
        var two = Sample.With(Tier.Review, roles: ["creative", "legal"]);
        var story = Answered(two, Sample.Assessment(Tier.Written), s => s.Decide(Sample.Ada, Sample.Yes));
        Assert.Equal([new Effect.RetireAsk(1), new Effect.RetireAsk(2), new Effect.FindPeople(0)], story.Caused);
        Assert.All(story.State!.Asks, a => Assert.Equal(RetirementReason.RouteRestarted, a.Retired));
    }

    [Fact]
    public void Answer_that_would_lower_the_tier_leaves_it_where_it_was()
    {
        var story = Answered(Sample.Assessment(Tier.Written), Sample.Assessment(Tier.Notify));
        Assert.Equal(Tier.Written, story.State!.Assessment!.Tier);
        Assert.Equal(["creative", "legal"], story.State.Stage!.Seats.Select(s => s.Role));
    }

    [Fact]
    public void Answer_that_adds_a_role_asks_that_role_too()
    {
        var story = Answered(Sample.Assessment(Tier.Written), Sample.With(Tier.Written, roles: ["creative", "talent"]));
        Assert.Equal(["creative", "legal", "talent"], story.State!.Stage!.Seats.Select(s => s.Role));
        Assert.Equal(3, story.State.Stage.Quorum);
        Assert.Contains(story.Changes, e => e is Event.RouteRestarted { DecisionsStay: false });
    }

    [Fact]
    public void Answer_that_adds_a_role_keeps_earlier_yeses_where_the_policy_says_so()
    {
        var story = Answered(
            Outlasting(Tier.Written, "creative", "legal"), Outlasting(Tier.Written, "creative", "legal", "talent"), s => s.Decide(Sample.Ada, Sample.Yes));
        Assert.Contains(new Event.RouteRestarted(Tier.Written, Tier.Written, DecisionsStay: true), story.Changes);
        // Only whoever had not decided is told, and asked again.
        Assert.Equal([new Effect.RetireAsk(2), new Effect.FindPeople(0)], story.Caused);
        story.Staff(Sample.Staffing("creative", Sample.Ada), Sample.Staffing("legal", Sample.Bob), Sample.Staffing("talent", Sample.Eve));
        Assert.Equal([("legal", "bob"), ("talent", "eve")], story.State!.OpenAsks.Select(a => (a.Seat, a.Person.Id)));
        Assert.Equal(OutcomeKind.Approved, story.Decide(Sample.Bob, Sample.Yes).Decide(Sample.Eve, Sample.Yes).Outcome);
    }

    [Fact]
    public void Answer_that_raises_the_tier_lets_no_yes_stay_whatever_the_policy_says() =>
        Assert.DoesNotContain(
            Answered(Outlasting(Tier.Review, "creative", "legal"), Outlasting(Tier.Written, "creative", "legal"), s => s.Decide(Sample.Ada, Sample.Yes))
                .State!.Decisions,
            d => d.Approves);

    [Fact]
    public void Yes_that_stays_completes_its_stage_so_that_the_route_goes_on_behind_it()
    {
        Assessment Staged(params string[] last) => Outlasting(Tier.Written) with
        {
            Route = Outlasting(Tier.Written).Route with { Stages = [Sample.Stage(Tier.Written, ["creative"]), Sample.Stage(Tier.Written, last)] },
        };
        var story = Story.Assessed(Tier.Written, Staged("legal")).Staff(Sample.Staffing("creative", Sample.Ada)).Decide(Sample.Ada, Sample.Yes)
            .Staff(Sample.Staffing("legal", Sample.Bob)).Decide(Sample.Bob, Sample.Ask()).Answer().Assess(Staged("legal", "talent"));
        Assert.Equal(1, story.State!.StageIndex);
        Assert.True(story.State.Decisions[0] is { Approves: true, Stage: 0 });
    }

    [Fact]
    public void Answer_that_names_an_asked_person_as_depicted_takes_the_question_from_them()
    {
        var story = Story.Asked(Tier.Review).Decide(Sample.Ada, Sample.Ask())
            .Answer("It is you!", Sample.Declaration with { PeopleDepicted = ["Ada Person"] }).Assess(Sample.Assessment(Tier.Review))
            .Staff(Sample.Staffing("creative", Sample.Ada, Sample.Cleo));
        Assert.Equal(["cleo"], story.State!.OpenAsks.Select(a => a.Person.Id));
    }

    [Fact]
    public void Answer_that_names_somebody_who_has_approved_undoes_their_yes()
    {
        var first = Outlasting(Tier.Written, "creative", "legal");
        var story = Story.Asked(Tier.Written, first).Decide(Sample.Ada, Sample.Yes).Decide(Sample.Bob, Sample.Ask())
            .Answer("Ada's firm gains.", Sample.Declaration with { Beneficiaries = ["Ada Person"] }).Assess(first);
        Assert.DoesNotContain(story.State!.Decisions, d => d.Approves);
        Assert.Equal(RequestStatus.Assessed, story.State.Status);
    }
}
