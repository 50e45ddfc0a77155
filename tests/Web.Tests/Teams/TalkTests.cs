using System.Text.Json.Nodes;
using Web.Tests.House;
using Web.Tests.Review;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Web.Tests.Teams;

public sealed class TalkTests
{
    [Fact]
    public async Task Who_asks_what_waits_for_them_is_shown_that_and_nothing_else()
    {
        var (site, chat) = await Chat.OpenAsync(Tier.Review);
        await using var _ = site;

        Assert.Contains($"{site.Id}", await SaidAsync(site, chat, Cast.Ada, "my approvals"), StringComparison.Ordinal);
        Assert.DoesNotContain($"{site.Id}", await SaidAsync(site, chat, Cast.Bob, "My Approvals"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_is_told_to_who_is_asked_and_not_to_others()
    {
        var (site, chat) = await Chat.OpenAsync(Tier.Review);
        await using var _ = site;

        Assert.Contains("The Lantern Coast", await SaidAsync(site, chat, Cast.Ada, $"status {site.Id}"), StringComparison.Ordinal);
        Assert.Contains("There is no such request of yours", await SaidAsync(site, chat, Cast.Bob, $"status {site.Id}"), StringComparison.Ordinal);
        Assert.Contains("There is no such request of yours", await SaidAsync(site, chat, Cast.Ada, "status everything"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("approve everything")]
    [InlineData("")]
    [InlineData("<at>Approvals</at> what now")]
    public async Task Whatever_it_does_not_understand_is_answered_with_what_it_can_do(string text)
    {
        var (site, chat) = await Chat.OpenAsync(Tier.Review);
        await using var _ = site;

        Assert.Contains("my approvals", await SaidAsync(site, chat, Cast.Ada, text), StringComparison.Ordinal);
        Assert.Empty((await site.StateAsync()).Decisions);
    }

    [Fact]
    public async Task Bot_hears_and_answers_in_the_language_of_the_person()
    {
        var (site, chat) = await Chat.OpenAsync(Tier.Review, "fr");
        await using var _ = site;

        Assert.Contains("\"lang\":\"fr\"", (await CardAsync(site, chat, Cast.Ada, "mes approbations")).Json, StringComparison.Ordinal);
        Assert.Contains($"{site.Id}", await SaidAsync(site, chat, Cast.Ada, "mes approbations"), StringComparison.Ordinal);
        Assert.Contains($"{site.Id}", await SaidAsync(site, chat, Cast.Ada, "my approvals"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stranger_is_told_that_the_directory_does_not_know_them()
    {
        var (site, chat) = await Chat.OpenAsync(Tier.Review);
        await using var _ = site;

        Assert.Contains("I do not know you", await SaidAsync(site, chat, Cast.Root, "my approvals"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Declaration_on_a_card_opens_a_request_of_whoever_is_signed_in()
    {
        var (site, chat) = await Chat.OpenAsync(Tier.Review);
        await using var _ = site;
        var form = await CardAsync(site, chat, Cast.Bob, "declare");

        var answer = await chat.PressAsync(Cast.Bob, form, "declare", [.. Typing.Complete.Select(t => (t.Name, t.Value!)).Where(t => t.Item1 is not "name" and not "email"), ("email", "mallory@elsewhere.example")]);

        var id = RequestId.Parse(answer.Said.Split([' ', '\n', '.', ':']).First(w => w.StartsWith("GAI-", StringComparison.Ordinal)), null);
        var request = await site.Desk.FindAsync(id, TestContext.Current.CancellationToken);
        Assert.Equal(("bob@studio.example", Channel.Teams, Authentication.Teams), (request!.Submission.Submitter.Email, request.Submission.Channel, request.SubmittedBy.Authentication));
    }

    [Fact]
    public async Task Declaration_with_gaps_comes_back_with_what_was_typed_and_what_is_missing()
    {
        var (site, chat) = await Chat.OpenAsync(Tier.Review);
        await using var _ = site;
        var form = await CardAsync(site, chat, Cast.Bob, "declare");

        var answer = await chat.PressAsync(Cast.Bob, form, "declare", [("title", "Boards of a harbour")]);

        Assert.Contains("Boards of a harbour", answer.Said, StringComparison.Ordinal);
        Assert.NotNull(Chat.FindData(answer.Body, "declare"));
    }

    [Fact]
    public async Task Notices_are_taken_note_of_together_on_one_card()
    {
        var (site, chat) = await Chat.OpenAsync(Tier.Notify);
        await using var _ = site;
        await site.AskMoreAsync(Tier.Notify, "A second board");
        var digest = await CardAsync(site, chat, Cast.Ada, "notices");
        var toggles = Toggles(JsonNode.Parse(digest.Json)).ToList();
        Assert.Equal(2, toggles.Count);

        var answer = await chat.PressAsync(Cast.Ada, digest, "acknowledge-ticked", [(toggles[0].Id, toggles[0].On), (toggles[1].Id, "0")]);

        Assert.Single(Toggles(answer.Body));
    }

    [Fact]
    public async Task Handle_of_a_question_that_needs_judgement_is_not_acknowledged_by_a_forged_digest()
    {
        var (site, chat) = await Chat.OpenAsync(Tier.Review);
        await using var _ = site;
        var handle = site.Links.ForCard(site.Id, 1);

        await chat.PostAsync(Cast.Ada, "invoke", null, a =>
        {
            a["name"] = "adaptiveCard/action";
            a["value"] = new JsonObject { ["action"] = new JsonObject { ["verb"] = "acknowledge-ticked", ["data"] = new JsonObject { [handle] = "1" } } };
        });

        Assert.Empty((await site.StateAsync()).Decisions);
    }

    private static IEnumerable<(string Id, string On)> Toggles(JsonNode? node) => node switch
    {
        JsonObject o when (string?)o["type"] == "Input.Toggle" => [((string)o["id"]!, (string)o["valueOn"]!)],
        JsonObject o => o.SelectMany(p => Toggles(p.Value)),
        JsonArray a => a.SelectMany(Toggles),
        _ => [],
    };

    private static async Task<OutgoingCard> CardAsync(ReviewSite site, Chat chat, Person person, string text)
    {
        await chat.WriteAsync(person, text);
        return site.Teams.Shown[^1].Card;
    }

    private static async Task<string> SaidAsync(ReviewSite site, Chat chat, Person person, string text) =>
        Answered.Words(await CardAsync(site, chat, person, text));
}
