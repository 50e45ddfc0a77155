using Workflow.Core.Approval;
using Workflow.Core.Approval.Deciding;
using Workflow.Core.Classification;
using Workflow.Core.Policies;

namespace Core.Tests.Approval.Deciding;

public class AdvancingSpecs
{
    private static Assessment Staged(params Stage[] stages) =>
        Sample.Assessment(Tier.Written, Sample.Route(Tier.Written) with { Stages = stages });

    private static Assessment Two() => Staged(Sample.Stage(Tier.Written, ["creative"]), Sample.Stage(Tier.Written, ["legal"]));

    [Fact]
    public void Second_stage_is_asked_after_the_first_is_complete()
    {
        var story = Story.Asked(Tier.Written, Two()).Decide(Sample.Ada, Sample.Yes);
        Assert.Equal((RequestStatus.Assessed, 1), (story.State!.Status, story.State.StageIndex));
        Assert.Equal([new Effect.FindPeople(1)], story.Caused);
        Assert.Contains(new Event.StageCompleted(0), story.Changes);
        Assert.Equal(OutcomeKind.Approved, story.Staff(Sample.Staffing("legal", Sample.Bob)).Decide(Sample.Bob, Sample.Yes).Outcome);
        Assert.Contains(new Event.StageCompleted(1), story.Changes);
    }

    [Fact]
    public void Ask_of_the_second_stage_belongs_to_it() =>
        Assert.Equal([0, 1], Story.Asked(Tier.Written, Two()).Decide(Sample.Ada, Sample.Yes).Staff(Sample.Staffing("legal", Sample.Bob)).State!.Asks.Select(a => a.Stage));

    [Fact]
    public void Conditions_of_all_stages_are_conditions_of_the_approval()
    {
        var story = Story.Asked(Tier.Written, Two()).Decide(Sample.Ada, Sample.If("Credit.", "No reuse."))
            .Staff(Sample.Staffing("legal", Sample.Bob)).Decide(Sample.Bob, Sample.If("Only France."));
        Assert.Equal(["Credit.", "No reuse.", "Only France."], story.State!.Outcome!.Conditions.Select(c => c.Text));
    }

    [Fact]
    public void Same_condition_of_two_approvers_is_one_condition() =>
        Assert.Equal(
            ["No reuse."],
            Story.Asked(Tier.Written).Decide(Sample.Ada, Sample.If("No reuse.")).Decide(Sample.Bob, Sample.If("No reuse.")).State!.Outcome!.Conditions.Select(c => c.Text));

    [Fact]
    public void Rejection_in_the_second_stage_closes() =>
        Assert.Equal(
            OutcomeKind.Rejected,
            Story.Asked(Tier.Written, Two()).Decide(Sample.Ada, Sample.Yes).Staff(Sample.Staffing("legal", Sample.Bob)).Decide(Sample.Bob, Sample.No()).Outcome);

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(1, 0, 0, 1)]
    [InlineData(1, 1, 0, 2)]
    [InlineData(1, 2, 0, 2)]
    [InlineData(0, 2, 1, 2)]
    public void First_open_stage_is_the_first_whose_quorum_is_not_met(int first, int second, int from, int expected)
    {
        Stage[] stages = [Sample.Stage(Tier.Review, ["a"]), Sample.Stage(Tier.Review, ["b", "c"], quorum: 1), Sample.Stage(Tier.Review, ["d"])];
        int[] filled = [first, second, 0];
        Assert.Equal(expected, Advancing.FirstOpen(stages, from, (i, seat) => stages[i].Seats.Take(filled[i]).Any(s => s.Role == seat)));
    }

    [Fact]
    public void No_stage_is_open_where_all_are_filled() =>
        Assert.Null(Advancing.FirstOpen([Sample.Stage(Tier.Review, ["a"])], 0, (_, _) => true));

    [Fact]
    public void Stage_whose_seat_was_filled_under_another_role_before_is_asked_all_the_same()
    {
        var story = Story.Asked(Tier.Written, Staged(
                Sample.Stage(Tier.Written, ["creative"]), Sample.Stage(Tier.Written, ["creative"]), Sample.Stage(Tier.Written, ["legal"])))
            .Decide(Sample.Ada, Sample.Yes);
        Assert.Equal(1, story.State!.StageIndex);
        story.Staff(Sample.Staffing("creative", Sample.Eve)).Decide(Sample.Eve, Sample.Yes);
        Assert.Equal(2, story.State.StageIndex);
    }

    [Fact]
    public void Stage_filled_by_decisions_that_outlasted_new_facts_is_passed_over()
    {
        var first = Sample.With(Tier.Written, terms: t => t with { DecisionsOutlastNewFacts = true }, roles: ["creative", "legal"]);
        var then = first with
        {
            Policy = Sample.NewPolicy,
            Route = first.Route with { Stages = [Sample.Stage(Tier.Written, ["legal"]), Sample.Stage(Tier.Written, ["creative"]), Sample.Stage(Tier.Written, ["talent"])] },
        };
        var story = Story.Asked(Tier.Written, first).Decide(Sample.Ada, Sample.Yes).Reassess().Assess(then).Staff(Sample.Staffing("legal", Sample.Bob)).Decide(Sample.Bob, Sample.Yes);
        Assert.Equal(2, story.State!.StageIndex);
    }
}
