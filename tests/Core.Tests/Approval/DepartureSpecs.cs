using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;

namespace Core.Tests.Approval;

public class DepartureSpecs
{
    [Fact]
    public void Somebody_who_has_left_is_replaced_at_once_and_told_nothing_more()
    {
        var story = Leave(Story.Asked(Tier.Review));

        Assert.Equal(RetirementReason.Left, story.State!.Asks[0].Retired);
        Assert.Equal(Sample.Cleo, Assert.Single(story.State.OpenAsks).Person);
        Assert.DoesNotContain(story.InFlight.Values, e => e.Effect is Effect.RetireAsk);
    }

    [Fact]
    public void Seat_whose_only_person_has_left_visibly_waits_for_somebody()
    {
        var story = Leave(Story.Assessed(Tier.Review).Staff(Sample.Staffing("creative", Sample.Ada)));

        Assert.Equal(["creative"], story.State!.Vacancy?.Roles);
        Assert.Contains(story.InFlight.Values, e => e.Effect is Effect.TellAdmins { Alert: Alert.SeatUnfilled });
    }

    [Fact]
    public void Departure_noted_after_the_answer_changes_nothing()
    {
        var story = Story.Asked(Tier.Review).Decide(Sample.Ada, Sample.Yes);
        var version = story.State!.Version;

        Assert.Equal(version, Leave(story).State!.Version);
    }

    [Fact]
    public void Late_answer_of_somebody_who_has_left_is_refused()
    {
        var story = Leave(Story.Asked(Tier.Review)).Decide(Sample.Ada, Sample.Yes);

        Assert.Equal(RefusalCode.AskRetired, story.Refusal?.Code);
    }

    private static Story Leave(Story story) => story.Do(s => new Command.NoteDeparture(s.By(Actor.System), null, 1));
}
