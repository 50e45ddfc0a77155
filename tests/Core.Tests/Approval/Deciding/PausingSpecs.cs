using Workflow.Core.Approval;
using Workflow.Core.Classification;

namespace Core.Tests.Approval.Deciding;

public class PausingSpecs
{
    [Fact]
    public void Question_stops_the_clocks_and_the_answer_sets_them_going_with_what_was_left()
    {
        var story = Story.Asked(Tier.Review).Wait(TimeSpan.FromHours(4)).Decide(Sample.Ada, Sample.Ask());
        story.Wait(TimeSpan.FromHours(20)).Answer().Assess(Sample.Assessment(Tier.Review));
        // Four of sixteen hours were used on Monday; twelve are left from Tuesday 09:00, four of them until the reminder.
        Assert.Equal((Sample.March(4, 13), Sample.March(3, 13)), (story.State!.Asks[0].Clock.Due, Assert.Single(story.State.Asks[0].Clock.Reminders)));
        Assert.Empty(story.State.Paused);
    }

    [Fact]
    public void Reminder_that_was_sent_before_a_question_does_not_come_again_after_it()
    {
        var story = Story.Asked(Tier.Review).Ring().Decide(Sample.Ada, Sample.Ask()).Answer().Assess(Sample.Assessment(Tier.Review));
        Assert.Empty(story.State!.Asks[0].Clock.Reminders);
        Assert.Equal(Sample.March(3, 17), story.State.Asks[0].Clock.Due);
    }

    [Fact]
    public void Answer_is_put_before_everybody_who_was_asked() =>
        Assert.Equal(
            [new Effect.PutAsk(1), new Effect.PutAsk(2)],
            Story.Asked(Tier.Written).Decide(Sample.Ada, Sample.Ask()).Answer().Assess(Sample.Assessment(Tier.Written)).Caused);

    [Fact]
    public void Question_whose_time_was_over_gets_none_back()
    {
        var story = Story.Asked(Tier.Review).Ring(2).Decide(Sample.Cleo, Sample.Ask());
        Assert.Equal([2], story.State!.Paused.Select(r => r.Ask));
        story.Answer().Assess(Sample.Assessment(Tier.Review));
        Assert.True(story.State.Asks[0].Overdue);
    }

    [Fact]
    public void Nobody_is_reminded_while_an_answer_is_awaited() =>
        Assert.Equal([new Effect.TellSubmitter(Notice.InformationReminder)], Story.Asked(Tier.Written).Decide(Sample.Ada, Sample.Ask()).WaitUntil(Sample.March(4)).Wake().Caused);
}
