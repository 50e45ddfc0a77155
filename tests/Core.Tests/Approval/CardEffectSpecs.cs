using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Ports;

namespace Core.Tests.Approval;

public sealed class CardEffectSpecs
{
    private static readonly CardPlace Place = new("a:1;x", "7/8");

    [Fact]
    public void Decision_updates_no_cards_where_everybody_was_asked_by_mail()
    {
        var story = Asked(Delivery.MailChannel);

        story.Do(Approving);

        Assert.DoesNotContain(story.Caused, e => e is Effect.UpdateCards);
    }

    [Fact]
    public void Decision_of_one_updates_the_cards_of_all()
    {
        var story = Asked(Delivery.TeamsChannel);

        story.Do(Approving);

        Assert.Contains(story.Caused, e => e is Effect.UpdateCards);
    }

    [Fact]
    public void Delivery_of_a_card_makes_no_card_stale()
    {
        var story = Asked(Delivery.TeamsChannel);

        Assert.DoesNotContain(story.Caused, e => e is Effect.UpdateCards);
    }

    [Fact]
    public void Second_step_is_proven_by_a_code_besides_the_sign_in_to_Teams()
    {
        var story = Asked(Delivery.TeamsChannel);

        story.Do(s => new Command.Decide(s.By(Ada(Authentication.Teams)), 1, Yes));
        Assert.Equal(RefusalCode.SecondStepNeeded, story.Refused);

        story.Do(Approving);
        Assert.Null(story.Refused);
    }

    [Fact]
    public void Place_of_a_card_reads_what_it_wrote() => Assert.Equal(Place, CardPlace.Parse(Place.ToString()));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("one")]
    [InlineData("one two three")]
    [InlineData(" two")]
    public void Reference_of_another_channel_is_no_place_of_a_card(string? reference) => Assert.Null(CardPlace.Parse(reference));

    private static Decision Yes { get; } = new(DecisionKind.Approve, null, []);

    private static Actor Ada(Authentication proof) => new(ActorKind.Approver, Sample.Ada.Id, Sample.Ada.Name, proof);

    private static Command.Decide Approving(Story story) => new(story.By(Ada(Authentication.TeamsAndCode)), 1, Yes);

    private static Story Asked(string channel)
    {
        var route = Sample.Route(Tier.Written);
        var story = Story.Asked(Tier.Written, Sample.Assessment(Tier.Written, route with { Terms = route.Terms with { SecondStep = true } }));
        var ask = story.InFlight.Values.First(e => e.Effect is Effect.PutAsk { Ask: 1 });
        return story.Do(s => new Command.RecordDelivery(s.By(Actor.System, ask.Key.Value), ask.Key, new Delivery(channel, Place.ToString(), null)));
    }
}
