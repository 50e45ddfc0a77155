using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;

namespace Core.Tests.Approval.Deciding;

public class BouncingSpecs
{
    private static Story Asked() => Story.Assessed(Tier.Review).Staff(Sample.Staffing("creative", Sample.Ada, Sample.Cleo, Sample.Eve));

    [Fact]
    public void Question_that_came_back_stays_open_and_the_next_person_is_asked_at_once()
    {
        var story = Asked().Bounce(1);

        Assert.Equal(["ada", "cleo"], story.State!.OpenAsks.Select(a => a.Person.Id));
        Assert.Contains(new Effect.PutAsk(2), story.Caused);
    }

    [Fact]
    public void Admins_are_told_once_for_each_mail_that_came_back()
    {
        var story = Asked();
        var effect = KeyedEffect.For(story.State!.Id, story.State.Version, new Effect.PutAsk(1)).Key;
        Story Again() => story.Do(s => new Command.NoteBounce(s.By(Actor.System), effect, "5.1.1"));

        Assert.Single(Again().Caused.OfType<Effect.TellAdmins>(), tell => tell.Alert == Alert.MailBounced);
        Assert.Empty(Again().Caused);
        Assert.Equal(2, story.State!.Asks.Count);
    }

    [Fact]
    public void Reminder_that_comes_back_after_its_question_asks_nobody_else()
    {
        var story = Asked().Bounce(1);
        story.Do(s => new Command.NoteBounce(s.By(Actor.System), KeyedEffect.For(s.State!.Id, 99, new Effect.Remind(1)).Key, "5.1.1"));

        Assert.Equal(2, story.State!.Asks.Count);
    }

    [Fact]
    public void Question_that_is_settled_asks_nobody_else_when_it_comes_back()
    {
        var story = Asked().Decide(Sample.Ada, Sample.Yes).Bounce(1);

        Assert.Single(story.State!.Asks);
        Assert.Contains(story.Caused.OfType<Effect.TellAdmins>(), tell => tell.Alert == Alert.MailBounced);
    }

    [Fact]
    public void Nobody_left_to_ask_leaves_the_question_with_whom_it_was()
    {
        var story = Story.Assessed(Tier.Review).Staff(Sample.Staffing("creative", Sample.Ada)).Bounce(1);

        Assert.Equal(["ada"], story.State!.OpenAsks.Select(a => a.Person.Id));
    }

    [Fact]
    public void Alert_that_comes_back_raises_none()
    {
        var story = Asked();
        story.Do(s => new Command.NoteBounce(s.By(Actor.System), KeyedEffect.For(s.State!.Id, 9, new Effect.TellAdmins(Alert.Stalled, "x")).Key, "5.1.1"));

        Assert.Empty(story.Caused);
    }

    [Fact]
    public void Only_the_process_notes_it()
    {
        var story = Asked();
        story.Do(s => new Command.NoteBounce(s.By(Sample.Admin), KeyedEffect.For(s.State!.Id, 9, new Effect.PutAsk(1)).Key, "5.1.1"));

        Assert.Equal(RefusalCode.NotYours, Assert.IsType<Verdict.Refused>(story.Last).Refusal.Code);
    }
}
