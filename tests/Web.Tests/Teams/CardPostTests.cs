using Web.Tests.House;
using Web.Tests.Review;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Ports;

namespace Web.Tests.Teams;

public sealed class CardPostTests
{
    private static readonly Decision Yes = new(DecisionKind.Approve, null, []);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_can_be_reached_in_Teams_gets_a_card_and_no_mail()
    {
        await using var site = await OpenAsync(Tier.Review);

        var delivery = await DeliverAsync(site, new Effect.PutAsk(1));

        Assert.Equal(Delivery.TeamsChannel, delivery.Channel);
        Assert.Equal(CardPlace.Parse(delivery.Reference), Assert.Single(site.Teams.Shown).Place);
        Assert.Empty(site.Mails.Sent);
    }

    [Fact]
    public async Task Who_has_not_installed_the_app_gets_a_mail_at_once()
    {
        await using var site = await OpenAsync(Tier.Review);
        site.Teams.Unreachable.Add(MemoryTeams.AccountOf(Cast.Ada));

        var delivery = await DeliverAsync(site, new Effect.PutAsk(1));

        Assert.Equal(Delivery.MailChannel, delivery.Channel);
        Assert.Single(site.Mails.Sent);
    }

    [Fact]
    public async Task Where_Teams_fails_the_question_goes_by_mail_at_once()
    {
        await using var site = await OpenAsync(Tier.Review);
        site.Teams.IsDown = true;

        Assert.Equal(Delivery.MailChannel, (await DeliverAsync(site, new Effect.PutAsk(1))).Channel);
    }

    [Fact]
    public async Task Whom_the_directory_gives_no_account_gets_a_mail()
    {
        await using var site = await OpenAsync(Tier.Review);
        site.Teams.People.Clear();

        Assert.Equal(Delivery.MailChannel, (await DeliverAsync(site, new Effect.PutAsk(1))).Channel);
    }

    [Fact]
    public async Task Card_refreshes_itself_for_the_person_asked_and_for_nobody_else_until_it_is_settled()
    {
        await using var site = await OpenAsync(Tier.Review);
        var account = MemoryTeams.AccountOf(Cast.Ada);
        site.Teams.Chats.Add(new Conversation(MemoryTeams.Tenant, account, "29:ada", $"chat-{account}", new Uri("https://smba.example/")));
        await CarryAsync(site, new Effect.PutAsk(1));
        Assert.Contains("\"userIds\":[\"29:ada\"]", site.Teams.Shown[^1].Card.Json, StringComparison.Ordinal);

        await site.DecideAsync(Cast.Ada, Yes);
        await DeliverAsync(site, new Effect.UpdateCards());

        Assert.DoesNotContain("userIds", site.Teams.Shown[^1].Card.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reminder_changes_the_card_that_is_there()
    {
        await using var site = await OpenAsync(Tier.Review);
        await CarryAsync(site, new Effect.PutAsk(1));

        var delivery = await DeliverAsync(site, new Effect.Remind(1));

        Assert.Equal(Delivery.TeamsChannel, delivery.Channel);
        Assert.Single(site.Teams.Shown.Select(s => s.Place).Distinct());
        Assert.Equal(2, site.Teams.Shown.Count);
    }

    [Fact]
    public async Task Decision_of_one_shows_on_the_card_of_the_other()
    {
        await using var site = await OpenAsync(Tier.Written);
        await CarryAsync(site, new Effect.PutAsk(1));
        await CarryAsync(site, new Effect.PutAsk(2));
        await site.DecideAsync(Cast.Ada, Yes);

        await DeliverAsync(site, new Effect.UpdateCards());

        var bobs = CardPlace.Parse((await site.StateAsync()).Deliveries.Single(d => d.Key.Value.EndsWith("/ask-2", StringComparison.Ordinal)).Value.Reference)!;
        Assert.Contains("Ada Okafor", Answered.Words(site.Teams.Latest(bobs)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Card_that_arrives_after_somebody_decided_shows_it_all_the_same()
    {
        await using var site = await OpenAsync(Tier.Written);
        site.Teams.Before = () => site.DecideAsync(Cast.Ada, Yes);

        var delivery = await DeliverAsync(site, new Effect.PutAsk(1));

        Assert.Equal(2, site.Teams.Shown.Count);
        Assert.Contains("You approved", Answered.Words(site.Teams.Latest(CardPlace.Parse(delivery.Reference)!)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cards_that_cannot_be_changed_now_are_changed_later()
    {
        await using var site = await OpenAsync(Tier.Review);
        await CarryAsync(site, new Effect.PutAsk(1));
        site.Teams.IsDown = true;

        await Assert.ThrowsAsync<InvalidOperationException>(() => DeliverAsync(site, new Effect.UpdateCards()));
    }

    [Fact]
    public async Task Settled_question_needs_no_second_message_where_its_card_says_so()
    {
        await using var site = await OpenAsync(Tier.Review);
        await CarryAsync(site, new Effect.PutAsk(1));
        await site.DoAsync(s => new Command.Withdraw(s, null), new Actor(ActorKind.Submitter, Cast.Sam.Email, Cast.Sam.Name, Authentication.MailedLink));

        var delivery = await DeliverAsync(site, new Effect.RetireAsk(1));

        Assert.Equal("none", delivery.Channel);
        Assert.Empty(site.Mails.Sent);
    }

    [Fact]
    public async Task Notice_goes_as_a_card_to_whoever_is_in_Teams_and_by_mail_to_the_submitter_who_is_not()
    {
        await using var site = await OpenAsync(Tier.Review);

        Assert.Equal(Delivery.MailChannel, (await DeliverAsync(site, new Effect.TellSubmitter(Notice.Received))).Channel);
        Assert.Equal(Delivery.TeamsChannel, (await DeliverAsync(site, new Effect.TellApprover(1, ApproverNotice.DeadlineMoved))).Channel);
    }

    private static async Task<ReviewSite> OpenAsync(Tier tier)
    {
        var site = await ReviewSite.AskedAsync(tier);
        site.Teams.With(Cast.Ada, Cast.Bob, Cast.Cleo);
        return site;
    }

    private static async Task<Delivery> DeliverAsync(ReviewSite site, Effect effect) =>
        await site.Messenger.DeliverAsync(await site.StateAsync(), KeyedEffect.For(site.Id, 90, effect), Cancel);

    // Delivers what the stream has caused, and tells the stream.
    private static async Task CarryAsync(ReviewSite site, Effect effect)
    {
        var keyed = site.Store.Effects.Single(e => e.Effect == effect);
        var delivery = await site.Messenger.DeliverAsync(await site.StateAsync(), keyed, Cancel);
        await site.DoAsync(s => new Command.RecordDelivery(s, keyed.Key, delivery), Actor.System);
    }
}
