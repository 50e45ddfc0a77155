using Workflow.Core.Approval;
using Workflow.Core.Classification;

namespace Core.Tests.Approval.Deciding;

public class ExtendingSpecs
{
    private static (RefusalCode?, string?) Of(Story story) => (story.Refused, story.Refusal?.Message);

    [Fact]
    public void Asked_person_gets_so_much_working_time_from_now_with_reminders_in_it_and_is_told()
    {
        var story = Story.Asked(Tier.Review).WaitUntil(Sample.March(3, 9)).Extend(1, 24);
        Assert.Equal(Sample.March(5, 17), story.State!.Asks[0].Clock.Due);
        Assert.Equal([Sample.March(4, 13)], story.State.Asks[0].Clock.Reminders);
        Assert.Equal([new Effect.TellApprover(1, ApproverNotice.DeadlineMoved)], story.Caused);
        Assert.Contains(story.Changes, e => e is Event.DeadlineMoved { Reason: "A long weekend." });
    }

    [Fact]
    public void Person_whose_time_is_over_has_time_again()
    {
        var story = Story.Asked(Tier.Review).Ring(2).Extend(1, 8);
        Assert.Equal((false, 0, Sample.March(4, 17)), (story.State!.Asks[0].Overdue, story.State.Asks[0].RemindersSent, story.State.Asks[0].Clock.Due));
    }

    [Fact]
    public void Person_who_was_away_has_their_time_now() =>
        Assert.Null(Story.Asked(Tier.Review).Away(Sample.Ada, Sample.March(9)).Extend(1, 8).State!.Asks[0].AwayUntil);

    [Fact]
    public void Submitter_gets_so_much_of_the_offices_time_from_now_and_is_told()
    {
        var story = Story.Asked(Tier.Review).Decide(Sample.Ada, Sample.Ask()).Ring().Extend(null, 16);
        Assert.Equal([Sample.March(4, 13)], story.State!.Question!.Clock.Reminders);
        Assert.Equal(Sample.March(5, 13), story.State.Question.Clock.Due);
        Assert.Equal(0, story.State.Question.RemindersSent);
        Assert.Equal([new Effect.TellSubmitter(Notice.DeadlineMoved)], story.Caused);
    }

    [Fact]
    public void Submitter_of_an_incomplete_mail_gets_time_beyond_their_limit()
    {
        var story = Story.Submitted(Sample.Declaration with { Use = null }).Extend(null, 16);
        Assert.Equal(Sample.March(4, 17).AddHours(16), story.State!.Question!.Clock.Due);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(520.5)]
    public void Time_beyond_the_bounds_is_refused(double hours) =>
        Assert.Equal((RefusalCode.NotNow, "Give between one and 520 working hours."), Of(Story.Asked(Tier.Review).Extend(1, hours)));

    [Fact]
    public void Longest_extension_is_a_quarter_of_a_year() => Assert.Null(Story.Asked(Tier.Review).Extend(1, 520).Refusal);

    [Fact]
    public void Whoever_has_decided_needs_no_time() =>
        Assert.Equal(
            (RefusalCode.AskRetired, "Nobody has to answer this question now."), Of(Story.Asked(Tier.Written).Decide(Sample.Ada, Sample.Yes).Extend(1, 8)));

    [Fact]
    public void Submitter_who_was_not_asked_needs_no_time() =>
        Assert.Equal(
            (RefusalCode.NotNow, "Nobody is waiting for an answer to this request at the moment."), Of(Story.Asked(Tier.Review).Extend(null, 8)));
}
