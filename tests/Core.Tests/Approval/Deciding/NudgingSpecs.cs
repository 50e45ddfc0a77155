using Workflow.Core.Approval;
using Workflow.Core.Classification;

namespace Core.Tests.Approval.Deciding;

public class NudgingSpecs
{
    private static readonly (RefusalCode?, string?) Nobody = (RefusalCode.AskRetired, "Nobody has to answer this question now.");

    private static (RefusalCode?, string?) Of(Story story) => (story.Refused, story.Refusal?.Message);

    [Fact]
    public void Asked_person_is_reminded_now_and_their_time_stays_as_it_is()
    {
        var story = Story.Asked(Tier.Written).Nudge(2);
        Assert.Equal([new Effect.Remind(2)], story.Caused);
        Assert.Equal([new Event.PersonNudged(2, "Shooting begins.")], story.Changes);
        Assert.Equal(Sample.March(3, 17), story.State!.Asks[1].Clock.Due);
    }

    [Fact]
    public void Person_whose_time_is_over_can_be_nudged() => Assert.Null(Story.Asked(Tier.Review).Ring(2).Nudge(1).Refusal);

    [Fact]
    public void Whoever_has_decided_is_left_alone() => Assert.Equal(Nobody, Of(Story.Asked(Tier.Written).Decide(Sample.Ada, Sample.Yes).Nudge(1)));

    [Fact]
    public void Question_that_does_not_exist_reminds_nobody() => Assert.Equal(Nobody, Of(Story.Asked(Tier.Review).Nudge(2)));

    [Fact]
    public void Nobody_is_nudged_while_the_submitter_has_to_answer() =>
        Assert.Equal(Nobody, Of(Story.Asked(Tier.Written).Decide(Sample.Ada, Sample.Ask()).Nudge(1)));
}
