using System.Text.Json;
using Workflow.Core.Approval;
using Workflow.Core.Policies;
using Workflow.Web.Languages;

namespace Web.Tests.Teams.Cards;

/// <summary>What holds for every card.</summary>
public sealed class CardRuleTests
{
    private static readonly string[] Confidential =
        ["clone the voice", "lost in the wind", "Mara Quill", "Vocalis", "lost lines", "Lantern", "recreates", "Only scene 14", "No consent", "forged", "by hand"];

    public static TheoryData<string> Names => [.. Gallery.Names];

    public static TheoryData<string> Settled => [.. Gallery.Settled];

    public static TheoryData<string> AboutRequests =>
        [.. Gallery.Names.Where(n => n is not ("act-conditions" or "declare" or "declare-problems"))];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Button_that_acts_has_a_fallback_for_clients_that_do_not_know_it(string name)
    {
        var card = await Gallery.CardAsync(name, "en");

        foreach (var execute in CardTree.Of(card, "Action.Execute").Where(e => CardTree.Text(e, "verb") != "refresh" || CardTree.Text(e, "title") is not null))
        {
            var fallback = execute.GetProperty("fallback");
            Assert.Equal("Action.Submit", CardTree.Text(fallback, "type"));
            Assert.Equal(CardTree.Text(execute, "title"), CardTree.Text(fallback, "title"));
            Assert.Equal(CardTree.Text(execute, "verb"), CardTree.Text(fallback.GetProperty("data"), "verb"));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Button_sends_nothing_but_the_handle_and_the_amendment(string name)
    {
        var card = await Gallery.CardAsync(name, "en");

        foreach (var data in CardTree.Of(card, "Action.").Where(a => a.TryGetProperty("data", out _)).Select(a => a.GetProperty("data")))
        {
            Assert.Empty(data.EnumerateObject().Select(p => p.Name).Except(["ask", "amendment", "verb"]));
            Assert.True(CardTree.Text(data, "ask") is null or Gallery.Handle);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Input_has_a_name_of_its_own_a_label_and_an_error_message_where_it_is_required(string name)
    {
        var inputs = CardTree.Of(await Gallery.CardAsync(name, "en"), "Input.");

        Assert.Distinct(inputs.Select(i => CardTree.Text(i, "id")));
        Assert.All(inputs, input => Assert.NotNull(CardTree.Text(input, "label") ?? CardTree.Text(input, "title")));
        Assert.All(
            inputs.Where(i => i.TryGetProperty("isRequired", out var required) && required.GetBoolean()),
            input => Assert.NotNull(CardTree.Text(input, "errorMessage")));
    }

    [Theory]
    [MemberData(nameof(Settled))]
    public async Task Settled_card_has_no_buttons_but_those_that_open_a_page_and_stays_as_it_is(string name)
    {
        var card = await Gallery.CardAsync(name, "en");

        Assert.All(CardTree.Of(card, "Action."), action => Assert.Equal("Action.OpenUrl", CardTree.Text(action, "type")));
        Assert.All(CardTree.Of(card, "AdaptiveCard"), whole => Assert.False(whole.TryGetProperty("refresh", out _)));
    }

    [Theory]
    [MemberData(nameof(AboutRequests))]
    public async Task Card_cleared_for_a_notice_says_nothing_of_what_the_request_is_about(string name)
    {
        var card = await Gallery.CardAsync(name, "en", Disclosure.Notice);

        foreach (var secret in Confidential)
        {
            Assert.DoesNotContain(secret, card.Json, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, card.Summary, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Bystander_sees_that_there_is_a_request_and_where_it_stands_and_no_button()
    {
        var card = await Gallery.CardAsync("bystander", "en", Disclosure.Full);

        Assert.Empty(CardTree.Of(card, "Action."));
        foreach (var secret in Confidential.Append("Ada Okafor").Append("Sam Ferreira"))
            Assert.DoesNotContain(secret, card.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approval_is_one_press_and_everything_else_that_is_not_is_unfolded()
    {
        var card = await Gallery.CardAsync("ask", "en");
        var whole = JsonSerializer.Deserialize<JsonElement>(card.Json);
        var buttons = CardTree.Objects(card).Where(o => CardTree.Text(o, "type") == "ActionSet").SelectMany(s => s.GetProperty("actions").EnumerateArray())
            .Concat(whole.GetProperty("actions").EnumerateArray())
            .Select(a => (CardTree.Text(a, "title"), CardTree.Text(a, "type")));

        Assert.Equal(
            [
                ("Approve", "Action.Execute"), ("Approve with conditions", "Action.ShowCard"), ("Reject", "Action.ShowCard"), ("Ask a question", "Action.ShowCard"),
                ("Hand it on", "Action.ShowCard"), ("Step back", "Action.ShowCard"), ("Open", "Action.OpenUrl"),
            ],
            buttons);
    }

    [Fact]
    public async Task Card_that_may_not_say_what_it_is_about_offers_to_read_it_before_anything_else()
    {
        var card = await Gallery.CardAsync("ask-notice", "en");

        Assert.Equal("Action.OpenUrl", CardTree.Text(CardTree.Of(card, "Action.").First(a => CardTree.Text(a, "title") is not null), "type"));
    }

    [Fact]
    public void Refusal_on_a_card_never_says_whose_consent_is_missing() => Assert.DoesNotContain(
        "Mara Quill",
        Workflow.Web.Teams.AskCards.Why(new Refusal(RefusalCode.ConsentMissing, $"Still missing: {"Mara Quill"}.")).In(Language.English),
        StringComparison.Ordinal);

    [Fact]
    public async Task Act_that_could_not_be_done_keeps_what_was_typed_and_says_what_is_wrong_beside_it()
    {
        var card = await Gallery.CardAsync("act-delegate", "en");

        Assert.Equal("You know this voice.", CardTree.Text(CardTree.Of(card, "Input.Text").Single(i => CardTree.Text(i, "id") == "delegate.comment"), "value"));
        var texts = CardTree.Objects(card).Where(o => CardTree.Text(o, "type") is "TextRun" or "Input.ChoiceSet").Select(o => CardTree.Text(o, "text") ?? CardTree.Text(o, "id")).ToList();
        Assert.Equal("Choose to whom.", texts[texts.IndexOf("delegate.to") + 1]);
    }
}
