using Workflow.Core.Approval;
using Workflow.Core.Classification;

namespace Core.Tests.Approval.Deciding;

public class ReassessingSpecs
{
    private static Assessment New(Tier tier, params string[] roles) => Sample.With(tier, roles: roles) with { Policy = Sample.NewPolicy };

    [Fact]
    public void Order_stops_the_clocks_and_has_the_declaration_judged()
    {
        var story = Story.Asked(Tier.Review).Wait(TimeSpan.FromHours(4)).Reassess();
        Assert.Equal((RequestStatus.Submitted, Sample.NewPolicy), (story.State!.Status, story.State.PolicyOrdered));
        Assert.Equal([new Effect.Classify(1)], story.Caused);
        Assert.Equal(TimeSpan.FromHours(12), Assert.Single(story.State.Paused).UntilDue);
        Assert.Equal(RefusalCode.NotNow, story.Decide(Sample.Ada, Sample.Yes).Refused);
    }

    [Fact]
    public void Route_of_the_other_policy_starts_from_its_beginning_even_where_it_asks_the_same()
    {
        var story = Story.Asked(Tier.Written).Decide(Sample.Ada, Sample.Yes).Reassess().Assess(New(Tier.Written));
        Assert.Equal((Sample.NewPolicy, RequestStatus.Assessed), (story.State!.Assessment!.Policy, story.State.Status));
        Assert.Null(story.State.PolicyOrdered);
        Assert.DoesNotContain(story.State.Decisions, d => d.Approves);
        Assert.Equal([new Effect.RetireAsk(1), new Effect.RetireAsk(2), new Effect.FindPeople(0)], story.Caused);
    }

    [Fact]
    public void Another_policy_never_lowers_the_tier()
    {
        var story = Story.Asked(Tier.Written).Reassess().Assess(New(Tier.Notify));
        Assert.Equal((Tier.Written, Sample.NewPolicy), (story.State!.Assessment!.Tier, story.State.Assessment.Policy));
        Assert.Equal(["creative", "legal"], story.State.Stage!.Seats.Select(s => s.Role));
    }

    [Fact]
    public void Request_whose_seats_nobody_fills_is_judged_anew_from_there()
    {
        var story = Story.Assessed(Tier.Review).Staff(Sample.Staffing("creative")).Reassess();
        Assert.Null(story.State!.Vacancy);
        Assert.Equal([new Effect.FindPeople(0)], story.Assess(New(Tier.Review)).Caused);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Request_that_waits_for_its_submitter_or_the_policy_is_not_judged_anew(bool answered)
    {
        var story = Story.Asked(Tier.Review).Decide(Sample.Ada, Sample.Ask());
        story = answered ? story.Answer() : story;
        Assert.Equal(
            (RefusalCode.NotNow, "The submitter has to answer first, or the policy is judging the request already."),
            (story.Reassess().Refused, story.Refusal!.Message));
    }

    [Fact]
    public void Closed_request_is_not_judged_anew() => Assert.Equal(RefusalCode.Closed, Story.Asked(Tier.Review).Withdraw().Reassess().Refused);
}
