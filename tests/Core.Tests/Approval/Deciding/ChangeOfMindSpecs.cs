using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Policies;

namespace Core.Tests.Approval.Deciding;

/// <summary>While the stage is open, a decision can be given anew.</summary>
public class ChangeOfMindSpecs
{
    private static Story Hearing() => Story.Asked(Tier.Written, Sample.With(Tier.Written, s => s with { Rejection = Rejection.WaitsForOthers }));

    [Fact]
    public void Yes_can_become_a_no_and_closes()
    {
        var story = Story.Asked(Tier.Written).Decide(Sample.Ada, Sample.Yes).Decide(Sample.Ada, Sample.No("On reflection."));
        Assert.Equal((OutcomeKind.Rejected, "On reflection."), (story.Outcome, story.State!.Outcome!.Reason));
        Assert.Equal([false, true], story.State.Decisions.Select(d => d.Counts));
    }

    [Fact]
    public void No_can_become_a_yes_where_the_others_are_heard()
    {
        var story = Hearing().Decide(Sample.Ada, Sample.No()).Decide(Sample.Ada, Sample.Yes);
        Assert.Equal(RequestStatus.Deciding, story.State!.Status);
        Assert.Equal(OutcomeKind.Approved, story.Decide(Sample.Bob, Sample.Yes).Outcome);
    }

    [Fact]
    public void Conditions_of_a_yes_can_be_taken_back()
    {
        var story = Story.Asked(Tier.Written).Decide(Sample.Ada, Sample.If("Credit.")).Decide(Sample.Ada, Sample.Yes).Decide(Sample.Bob, Sample.Yes);
        Assert.Empty(story.State!.Outcome!.Conditions);
    }

    [Fact]
    public void Same_kind_of_decision_with_other_words_is_another_decision()
    {
        var story = Story.Asked(Tier.Written).Decide(Sample.Ada, Sample.If("Credit.")).Decide(Sample.Ada, Sample.If("No reuse."));
        Assert.Null(story.Refusal);
        Assert.Equal(["No reuse."], story.Decide(Sample.Bob, Sample.Yes).State!.Outcome!.Conditions.Select(c => c.Text));
        Assert.Null(Story.Asked(Tier.Written).Decide(Sample.Ada, Sample.Yes).Decide(Sample.Ada, Sample.Yes with { Comment = "Lovely." }).Refusal);
    }

    [Fact]
    public void Same_conditional_decision_again_is_a_double_click() =>
        Assert.Equal(
            RefusalCode.AskRetired, Story.Asked(Tier.Written).Decide(Sample.Ada, Sample.If("Credit.")).Decide(Sample.Ada, Sample.If("Credit.")).Refused);

    [Fact]
    public void Yes_can_become_a_question_and_its_seat_is_asked_again_once_answered()
    {
        var story = Story.Asked(Tier.Written).Decide(Sample.Ada, Sample.Yes).Wait(TimeSpan.FromHours(4)).Decide(Sample.Ada, Sample.Ask());
        Assert.Equal(RequestStatus.AwaitingInfo, story.State!.Status);
        // The one who changed their mind has the whole time again, the other what was left.
        Assert.Equal([(1, 16.0), (2, 12.0)], story.State.Paused.Select(r => (r.Ask, r.UntilDue.TotalHours)).Order());
        story.Answer().Assess(Sample.Assessment(Tier.Written));
        Assert.Equal([1, 2], story.State.OpenAsks.Select(a => a.Number));
        Assert.Equal(OutcomeKind.Approved, story.Decide(Sample.Ada, Sample.Yes).Decide(Sample.Bob, Sample.Yes).Outcome);
    }

    [Fact]
    public void Whoever_changes_their_mind_has_a_new_clock()
    {
        var story = Hearing().Ring().Decide(Sample.Ada, Sample.No()).Decide(Sample.Ada, Sample.Yes);
        var reopened = Assert.Single(story.Changes.OfType<Event.AskReopened>());
        Assert.Equal((1, Sample.March(4, 17)), (reopened.Ask, reopened.Clock.Due));
        Assert.Equal((Sample.March(4, 17), 0, false), (story.State!.Asks[0].Clock.Due, story.State.Asks[0].RemindersSent, story.State.Asks[0].Overdue));
    }

    [Fact]
    public void Changed_mind_that_lacks_what_a_decision_needs_is_refused_and_the_first_one_stands()
    {
        var story = Story.Asked(Tier.Written).Decide(Sample.Ada, Sample.Yes).Decide(Sample.Ada, Sample.No(null));
        Assert.Equal(RefusalCode.CommentNeeded, story.Refused);
        Assert.Equal(OutcomeKind.Approved, story.Decide(Sample.Bob, Sample.Yes).Outcome);
    }

    [Fact]
    public void Decision_of_a_stage_that_is_complete_stands()
    {
        var route = Sample.Route(Tier.Written) with { Stages = [Sample.Stage(Tier.Written, ["creative"]), Sample.Stage(Tier.Written, ["legal"])] };
        var story = Story.Asked(Tier.Written, Sample.Assessment(Tier.Written, route)).Decide(Sample.Ada, Sample.Yes);
        Assert.Equal(RefusalCode.AskRetired, story.Decide(Sample.Ada, Sample.No()).Refused);
        Assert.Equal(RefusalCode.AskRetired, story.Staff(Sample.Staffing("legal", Sample.Bob)).Decide(Sample.Ada, Sample.No(), ask: 1).Refused);
    }

    [Fact]
    public void Decision_that_outlasted_new_facts_counts_in_the_stage_its_seat_has_now_when_it_is_changed()
    {
        var first = Sample.With(Tier.Written, terms: t => t with { DecisionsOutlastNewFacts = true });
        var then = first with { Policy = Sample.NewPolicy, Route = first.Route with { Stages = [Sample.Stage(Tier.Written, ["legal"]), Sample.Stage(Tier.Written, ["creative", "talent"])] } };
        var story = Story.Asked(Tier.Written, first).Decide(Sample.Ada, Sample.Yes).Reassess().Assess(then)
            .Staff(Sample.Staffing("legal", Sample.Bob)).Decide(Sample.Bob, Sample.Yes).Staff(Sample.Staffing("creative"), Sample.Staffing("talent", Sample.Eve));
        Assert.Equal(OutcomeKind.Approved, story.Decide(Sample.Ada, Sample.If("Credit.")).Decide(Sample.Eve, Sample.Yes).Outcome);
    }

    [Fact]
    public void Decision_of_a_closed_request_stands() =>
        Assert.Equal(RefusalCode.Closed, Story.Asked(Tier.Review).Decide(Sample.Ada, Sample.Yes).Decide(Sample.Ada, Sample.No()).Refused);

    [Fact]
    public void Holder_cannot_change_what_their_deputy_decided() =>
        Assert.Equal(RefusalCode.AskRetired, Story.Asked(Tier.Written).Ring(2).Decide(Sample.Cleo, Sample.Yes).Decide(Sample.Ada, Sample.No()).Refused);

    [Fact]
    public void Somebody_else_cannot_change_a_decision() =>
        Assert.Equal(RefusalCode.NotYours, Story.Asked(Tier.Written).Decide(Sample.Ada, Sample.Yes).Decide(Sample.Bob, Sample.No(), ask: 1).Refused);

    [Fact]
    public void Change_of_one_mind_leaves_the_decisions_of_others_as_they_are()
    {
        var three = Sample.With(Tier.Review, roles: ["creative", "legal", "talent"]);
        var story = Story.Assessed(Tier.Review, three)
            .Staff(Sample.Staffing("creative", Sample.Ada), Sample.Staffing("legal", Sample.Bob), Sample.Staffing("talent", Sample.Eve))
            .Decide(Sample.Ada, Sample.Yes).Decide(Sample.Bob, Sample.Yes).Decide(Sample.Bob, Sample.If("Credit."));
        Assert.Equal([true, false, true], story.State!.Decisions.Select(d => d.Counts));
        Assert.Equal(OutcomeKind.Approved, story.Decide(Sample.Eve, Sample.Yes).Outcome);
    }
}
