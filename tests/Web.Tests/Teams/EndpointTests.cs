using System.Net;
using System.Text.Json.Nodes;
using Web.Tests.House;
using Web.Tests.Review;
using Workflow.Core.Classification;
using Workflow.Core.Ports;

namespace Web.Tests.Teams;

public sealed class EndpointTests
{
    [Fact]
    public async Task Installation_without_Teams_says_that_it_has_none()
    {
        var (site, chat) = await Chat.OpenAsync(Tier.Review);
        await using var _ = site;
        site.Teams.IsOpen = false;

        var answer = await chat.WriteAsync(Cast.Ada, "help");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal("urn:approvals:problem:teams-closed", (string?)answer.Body!["type"]);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task Call_that_is_not_proven_changes_nothing_and_is_told_nothing(int status)
    {
        var (site, chat) = await Chat.OpenAsync(Tier.Review);
        await using var _ = site;
        site.Teams.Refusal = new BotCaller.Refused(status, "The audience is another.");

        var answer = await chat.WriteAsync(Cast.Ada, "my approvals");

        Assert.Equal(status, (int)answer.Status);
        Assert.DoesNotContain("audience", answer.Body!.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(site.Teams.Chats);
        Assert.Empty(site.Teams.Shown);
    }

    [Fact]
    public async Task While_it_cannot_be_told_who_calls_the_channel_is_asked_to_call_again()
    {
        var (site, chat) = await Chat.OpenAsync(Tier.Review);
        await using var _ = site;
        site.Teams.Refusal = new BotCaller.Unknown();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await chat.WriteAsync(Cast.Ada, "help")).Status);
        Assert.Empty(site.Teams.Chats);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"type": 7}""")]
    public async Task Body_that_is_no_activity_is_answered_with_400(string body)
    {
        var (site, chat) = await Chat.OpenAsync(Tier.Review);
        await using var _ = site;

        Assert.Equal(HttpStatusCode.BadRequest, (await chat.PostAsync(body)).Status);
    }

    [Fact]
    public async Task Body_that_is_too_large_is_answered_with_413()
    {
        var (site, chat) = await Chat.OpenAsync(Tier.Review);
        await using var _ = site;

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await chat.PostAsync(new string(' ', 300 * 1024))).Status);
    }

    [Fact]
    public async Task Installing_the_app_is_how_a_chat_is_learned_and_removing_it_how_it_is_forgotten()
    {
        var (site, chat) = await Chat.OpenAsync(Tier.Review);
        await using var _ = site;

        await chat.PostAsync(Cast.Ada, "installationUpdate", null, a => a["action"] = "add");
        var account = MemoryTeams.AccountOf(Cast.Ada);
        Assert.Equal(
            new Conversation(MemoryTeams.Tenant, account, "29:ada", $"chat-{account}", new Uri("https://smba.example/teams/")),
            Assert.Single(site.Teams.Chats));

        await chat.PostAsync(Cast.Ada, "installationUpdate", null, a => a["action"] = "remove");
        Assert.Empty(site.Teams.Chats);
    }

    [Fact]
    public async Task Chat_of_a_group_is_never_kept()
    {
        var (site, chat) = await Chat.OpenAsync(Tier.Review);
        await using var _ = site;

        await chat.PostAsync(Cast.Ada, "message", null, a => a["conversation"]!["conversationType"] = "groupChat");

        Assert.Empty(site.Teams.Chats);
    }

    [Fact]
    public async Task Invoke_that_we_do_not_know_is_answered_with_501()
    {
        var (site, chat) = await Chat.OpenAsync(Tier.Review);
        await using var _ = site;

        Assert.Equal(HttpStatusCode.NotImplemented, (await chat.PostAsync(Cast.Ada, "invoke", null, a => a["name"] = "task/fetch")).Status);
    }

    [Fact]
    public async Task Somebody_whom_the_directory_does_not_know_can_press_nothing()
    {
        var (site, chat) = await Chat.OpenAsync(Tier.Review);
        await using var _ = site;

        var answer = await chat.PostAsync(Cast.Root, "invoke", null, a =>
        {
            a["name"] = "adaptiveCard/action";
            a["value"] = new JsonObject { ["action"] = new JsonObject { ["verb"] = "approve", ["data"] = new JsonObject() } };
        });

        Assert.Equal(403, (int)answer.Body!["statusCode"]!);
    }
}
