using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;

namespace Core.Tests.Approval.Deciding;

public class DeliveringSpecs
{
    private static readonly Delivery Failed = new("none", null, "The mail server refused it.");

    private static Story Record(Story story, Effect effect, Delivery delivery)
    {
        var key = story.EffectsSoFar.Last(e => e.Effect == effect).Key;
        return story.Do(s => new Command.RecordDelivery(s.By(Actor.System), key, delivery));
    }

    private static Story Retry(Story story, Actor by, string reason = "The mail server is back.") =>
        story.Do(s => new Command.RetryDelivery(s.By(by), s.EffectsSoFar.Last(e => e.Effect is Effect.PutAsk).Key, reason));

    [Fact]
    public void Failed_delivery_is_told_to_the_admins_and_a_later_success_is_recorded()
    {
        var story = Record(Story.Asked(Tier.Review), new Effect.PutAsk(1), Failed);
        var key = story.EffectsSoFar.Last(e => e.Effect is Effect.PutAsk).Key;
        Assert.Equal([new Effect.TellAdmins(Alert.DeliveryFailed, key.Value)], story.Caused);
        Assert.Contains(key, story.InFlight.Keys);
        Record(story, new Effect.PutAsk(1), new Delivery("mail", "id@host", null));
        Assert.Null(story.State!.Deliveries[key].Failure);
        Assert.DoesNotContain(key, story.InFlight.Keys);
    }

    [Fact]
    public void Delivery_that_was_made_is_not_recorded_again()
    {
        var story = Record(Record(Story.Asked(Tier.Review), new Effect.PutAsk(1), new Delivery("mail", "first", null)), new Effect.PutAsk(1), Failed);
        Assert.Empty(story.Changes);
    }

    [Fact]
    public void Failed_alert_raises_no_further_alert()
    {
        var story = Story.Assessed(Tier.Review).Staff(Sample.Staffing("creative"));
        Assert.Empty(Record(story, new Effect.TellAdmins(Alert.SeatUnfilled, "creative"), Failed).Caused);
    }

    [Fact]
    public void Record_once_written_is_known_by_its_hash_and_the_submitter_told()
    {
        var story = Story.Asked(Tier.Review).Decide(Sample.Ada, Sample.Yes).Issue("c0ffee");
        Assert.Equal("c0ffee", story.State!.RecordHash);
        Assert.Equal([new Effect.TellSubmitter(Notice.RecordReady)], story.Caused);
    }

    [Fact]
    public void Record_that_could_not_be_written_has_no_hash()
    {
        var story = Record(Story.Asked(Tier.Review).Decide(Sample.Ada, Sample.Yes), new Effect.IssueRecord(), new Delivery(Delivery.RecordChannel, "c0ffee", "No key."));
        Assert.Null(story.State!.RecordHash);
        Assert.IsType<Effect.TellAdmins>(Assert.Single(story.Caused));
    }

    [Fact]
    public void Mail_is_no_record() =>
        Assert.Null(Record(Story.Asked(Tier.Review), new Effect.PutAsk(1), new Delivery("mail", "id@host", null)).State!.RecordHash);

    [Fact]
    public void Admin_has_what_was_given_up_tried_again()
    {
        var story = Retry(Record(Story.Asked(Tier.Review), new Effect.PutAsk(1), Failed), Sample.Admin);
        Assert.Equal("The mail server is back.", Assert.IsType<Event.DeliveryRetried>(Assert.Single(story.Changes)).Reason);
        Assert.Empty(story.Caused);
    }

    [Fact]
    public void Nothing_is_tried_again_without_a_reason()
    {
        var story = Retry(Record(Story.Asked(Tier.Review), new Effect.PutAsk(1), Failed), Sample.Admin, " ");
        Assert.Equal(RefusalCode.CommentNeeded, story.Refused);
        Assert.Empty(story.Changes);
    }

    [Fact]
    public void Nobody_else_has_anything_tried_again()
    {
        var story = Retry(Record(Story.Asked(Tier.Review), new Effect.PutAsk(1), Failed), Sample.Submitting);
        Assert.Equal((RefusalCode.NotYours, "Only an admin can have this tried again."), (story.Refused, story.Refusal!.Message));
    }

    [Fact]
    public void What_was_not_given_up_is_not_tried_again()
    {
        var refused = (RefusalCode.NotNow, "This was not given up, so there is nothing to try again.");
        var story = Retry(Story.Asked(Tier.Review), Sample.Admin);
        Assert.Equal(refused, (story.Refused, story.Refusal!.Message));
        Retry(Record(story, new Effect.PutAsk(1), new Delivery("mail", "id@host", null)), Sample.Admin);
        Assert.Equal(refused, (story.Refused, story.Refusal!.Message));
    }
}
