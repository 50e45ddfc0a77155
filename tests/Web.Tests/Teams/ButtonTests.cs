using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Web.Tests.House;
using Web.Tests.Review;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Web.Tests.Teams;

public sealed partial class ButtonTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Approval_by_card_is_taken_down_as_proven_by_Teams_and_the_card_says_so()
    {
        var (site, chat, card) = await AskedAsync(Tier.Review);
        await using var _ = site;

        var answer = await chat.PressAsync(Cast.Ada, card, "approve");

        var decided = Assert.Single((await site.StateAsync()).Decisions);
        Assert.Equal((DecisionKind.Approve, "ada", Authentication.Teams), (decided.Decision.Kind, decided.By.Id, decided.By.Authentication));
        Assert.Contains("You approved", answer.Said, StringComparison.Ordinal);
        Assert.Null(Chat.FindData(answer.Body, "approve"));
    }

    [Fact]
    public async Task Conditions_typed_on_a_card_become_obligations()
    {
        var (site, chat, card) = await AskedAsync(Tier.Review);
        await using var _ = site;

        await chat.PressAsync(Cast.Ada, card, "approve-with-conditions", [("approve-with-conditions.conditions", "- Keep the stems.\r* Tell the union.")]);

        Assert.Equal(["Keep the stems.", "Tell the union."], Assert.Single((await site.StateAsync()).Decisions).Decision.Conditions.Select(c => c.Text));
    }

    [Fact]
    public async Task Rejection_without_a_comment_comes_back_with_the_reason_beside_the_field()
    {
        var (site, chat, card) = await AskedAsync(Tier.Review);
        await using var _ = site;

        var answer = await chat.PressAsync(Cast.Ada, card, "reject", [("reject.comment", "  ")]);

        Assert.Empty((await site.StateAsync()).Decisions);
        Assert.Contains("reject.comment", answer.Body!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Press_delivered_twice_decides_once_and_gets_the_same_card()
    {
        var (site, chat, card) = await AskedAsync(Tier.Review);
        await using var _ = site;

        var first = await chat.PressAsync(Cast.Ada, card, "approve", id: "f:same");
        var again = await chat.PressAsync(Cast.Ada, card, "approve", id: "f:same");

        Assert.Single((await site.StateAsync()).Decisions);
        Assert.Equal(first.Said, again.Said);
    }

    [Fact]
    public async Task Late_press_decides_nothing_and_says_why()
    {
        var (site, chat, card) = await AskedAsync(Tier.Review);
        await using var _ = site;
        await site.DoAsync(s => new Command.Withdraw(s, null), new Actor(ActorKind.Submitter, Cast.Sam.Email, Cast.Sam.Name, Authentication.MailedLink));

        var answer = await chat.PressAsync(Cast.Ada, card, "approve");

        Assert.Empty((await site.StateAsync()).Decisions);
        Assert.Contains("withdr", answer.Said, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Card_pressed_by_somebody_else_decides_nothing_and_shows_them_no_buttons()
    {
        var (site, chat, card) = await AskedAsync(Tier.Review);
        await using var _ = site;

        var answer = await chat.PressAsync(Cast.Bob, card, "approve");

        Assert.Empty((await site.StateAsync()).Decisions);
        Assert.DoesNotContain("Action.Execute", answer.Card.Json, StringComparison.Ordinal);
        Assert.DoesNotContain("lost lines", answer.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Card_of_an_older_version_decides_nothing_and_shows_how_it_stands()
    {
        var (site, chat, card) = await AskedAsync(Tier.Review);
        await using var _ = site;
        var older = new OutgoingCard(card.Json.Replace("\"amendment\":1", "\"amendment\":7", StringComparison.Ordinal), "");

        var answer = await chat.PressAsync(Cast.Ada, older, "approve");

        Assert.Empty((await site.StateAsync()).Decisions);
        Assert.Contains("earlier version", answer.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Written_approval_takes_the_code_that_was_mailed_and_keeps_what_was_typed()
    {
        var (site, chat, card) = await AskedAsync(Tier.Written);
        await using var _ = site;

        var asked = await chat.PressAsync(Cast.Ada, card, "approve-with-conditions", [("approve-with-conditions.conditions", "Keep the stems.")]);
        Assert.Empty((await site.StateAsync()).Decisions);
        Assert.Contains("Keep the stems.", asked.Said, StringComparison.Ordinal);
        await chat.PressAsync(Cast.Ada, asked.Card, "code/approve-with-conditions", [("approve-with-conditions.conditions", "Keep the stems.")]);
        var code = SixDigits().Match(Assert.Single(site.Mails.Sent).Text).Value;
        await chat.PressAsync(
            Cast.Ada, asked.Card, "approve-with-conditions", [("approve-with-conditions.conditions", "Keep the stems."), ("approve-with-conditions.code", code)]);

        var decided = Assert.Single((await site.StateAsync()).Decisions);
        Assert.Equal(Authentication.TeamsAndCode, decided.By.Authentication);
        Assert.Equal("Keep the stems.", Assert.Single(decided.Decision.Conditions).Text);
    }

    [Fact]
    public async Task Written_approval_with_a_wrong_code_is_not_taken()
    {
        var (site, chat, card) = await AskedAsync(Tier.Written);
        await using var _ = site;

        await chat.PressAsync(Cast.Ada, card, "approve", [("approve.code", "000000")]);

        Assert.Empty((await site.StateAsync()).Decisions);
    }

    [Fact]
    public async Task Question_handed_on_by_card_goes_to_the_chosen_colleague()
    {
        var (site, chat, card) = await AskedAsync(Tier.Review);
        await using var _ = site;

        await chat.PressAsync(Cast.Ada, card, "delegate", [("delegate.to", "bob"), ("delegate.comment", "Yours.")]);

        Assert.Equal("bob", Assert.Single((await site.StateAsync()).OpenAsks).Person.Id);
    }

    [Fact]
    public async Task Question_handed_on_to_nobody_known_comes_back()
    {
        var (site, chat, card) = await AskedAsync(Tier.Review);
        await using var _ = site;

        var answer = await chat.PressAsync(Cast.Ada, card, "delegate", [("delegate.to", "mallory")]);

        Assert.Contains("Choose to whom.", answer.Said, StringComparison.Ordinal);
        Assert.Equal("ada", Assert.Single((await site.StateAsync()).OpenAsks).Person.Id);
    }

    [Fact]
    public async Task Stepping_back_by_card_asks_the_next()
    {
        var (site, chat, card) = await AskedAsync(Tier.Review);
        await using var _ = site;

        await chat.PressAsync(Cast.Ada, card, "recuse", [("recuse.comment", "My sister is depicted.")]);

        Assert.Equal(RetirementReason.Recused, (await site.StateAsync()).Asks[0].Retired);
    }

    [Fact]
    public async Task Question_to_the_submitter_by_card_stops_the_clocks()
    {
        var (site, chat, card) = await AskedAsync(Tier.Review);
        await using var _ = site;

        await chat.PressAsync(Cast.Ada, card, "ask-for-information", [("ask-for-information.question", "Which takes?")]);

        Assert.Equal(RequestStatus.AwaitingInfo, (await site.StateAsync()).Status);
    }

    [Fact]
    public async Task Refresh_changes_nothing()
    {
        var (site, chat, card) = await AskedAsync(Tier.Review);
        await using var _ = site;
        var before = (await site.StateAsync()).Version;

        var answer = await chat.PressAsync(Cast.Ada, new OutgoingCard(card.Json.Replace("\"verb\":\"approve\"", "\"verb\":\"refresh\"", StringComparison.Ordinal), ""), "refresh");

        Assert.NotNull(Chat.FindData(answer.Body, "approve"));
        Assert.Equal(before, (await site.StateAsync()).Version);
    }

    [Fact]
    public async Task People_are_found_by_name_among_those_who_may_decide()
    {
        var (site, chat, card) = await AskedAsync(Tier.Review);
        await using var _ = site;
        var handle = (string)Chat.FindData(JsonNode.Parse(card.Json), "approve")!["ask"]!;

        var answer = await chat.PostAsync(Cast.Ada, "invoke", null, a =>
        {
            a["name"] = "application/search";
            a["value"] = new JsonObject { ["queryText"] = "lind", ["dataset"] = $"colleagues/{handle}" };
        });

        Assert.Equal("Bob Lindqvist", (string?)Assert.Single(answer.Body!["value"]!["results"]!.AsArray())!["title"]);
    }

    [Fact]
    public async Task Search_on_somebody_elses_card_finds_nobody()
    {
        var (site, chat, card) = await AskedAsync(Tier.Review);
        await using var _ = site;
        var handle = (string)Chat.FindData(JsonNode.Parse(card.Json), "approve")!["ask"]!;

        var answer = await chat.PostAsync(Cast.Bob, "invoke", null, a =>
        {
            a["name"] = "application/search";
            a["value"] = new JsonObject { ["queryText"] = "", ["dataset"] = $"colleagues/{handle}" };
        });

        Assert.Empty(answer.Body!["value"]!["results"]!.AsArray());
    }

    [Fact]
    public async Task Client_without_Execute_gets_its_card_changed_in_place()
    {
        var (site, chat, card) = await AskedAsync(Tier.Review);
        await using var _ = site;
        var data = (JsonObject)Chat.FindData(JsonNode.Parse(card.Json), "approve")!.DeepClone();
        data["verb"] = "approve";

        await chat.PostAsync(Cast.Ada, "message", null, a =>
        {
            a["value"] = data;
            a["replyToId"] = "card-1";
        });

        Assert.Single((await site.StateAsync()).Decisions);
        Assert.Equal("card-1", site.Teams.Shown[^1].Place.Activity);
    }

    [Theory]
    [InlineData("""{"action": {"verb": "approve", "data": {"ask": "forged", "amendment": 1}}}""")]
    [InlineData("""{"action": {"verb": "approve", "data": {}}}""")]
    [InlineData("""{"action": {"verb": 7}}""")]
    [InlineData("""{"action": "approve"}""")]
    [InlineData("""[]""")]
    [InlineData("""null""")]
    public async Task Card_that_is_not_ours_is_answered_with_an_error_and_never_a_fault(string value)
    {
        var (site, chat, _) = await AskedAsync(Tier.Review);
        await using var __ = site;

        var answer = await chat.PostAsync(Cast.Ada, "invoke", null, a =>
        {
            a["name"] = "adaptiveCard/action";
            a["value"] = JsonNode.Parse(value);
        });

        Assert.Equal((HttpStatusCode.OK, "application/vnd.microsoft.error"), (answer.Status, (string?)answer.Body!["type"]));
        Assert.Empty((await site.StateAsync()).Decisions);
    }

    [GeneratedRegex(@"\b\d{6}\b")]
    private static partial Regex SixDigits();

    private static async Task<(ReviewSite Site, Chat Chat, OutgoingCard Card)> AskedAsync(Tier tier)
    {
        var (site, chat) = await Chat.OpenAsync(tier);
        var keyed = site.Store.Effects.Single(e => e.Effect is Effect.PutAsk { Ask: 1 });
        var delivery = await site.Messenger.DeliverAsync(await site.StateAsync(), keyed, Cancel);
        return (site, chat, site.Teams.Latest(CardPlace.Parse(delivery.Reference)!));
    }
}
