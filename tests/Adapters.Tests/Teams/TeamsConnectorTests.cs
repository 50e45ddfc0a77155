using System.Net;
using System.Text.Json;
using Workflow.Adapters.Teams.Connector;
using Workflow.Core.Ports;

namespace Adapters.Tests.Teams;

public sealed class TeamsConnectorTests : IAsyncLifetime
{
    private const string Ada = "ada0f5c3-1111-4222-8333-444455556666";

    private static readonly OutgoingCard Card = new("""{"type":"AdaptiveCard","version":"1.5","body":[]}""", "Your answer is asked for.");

    private TeamsInstallation _house = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ConnectorDouble Connector => _house.Connector;

    public async ValueTask InitializeAsync() => _house = await TeamsInstallation.StartAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task A_card_goes_into_the_chat_that_is_known()
    {
        var chat = await _house.KnowAsync(Ada, "https://smba.trafficmanager.net/teams");

        var place = await SendAsync();

        Assert.Equal(new CardPlace(chat.Id, "m1"), place);
        var call = Assert.Single(Connector.Calls);
        Assert.Equal("https://smba.trafficmanager.net", call.Host);
        Assert.Equal("/teams/v3/conversations/19%3Aada0f5c3-1111-4222-8333-444455556666%3Bx%40unq.gbl.spaces/activities", call.Path);
        Assert.Equal("Bearer token-1", call.Authorization);
        Assert.Equal(Card.Summary, call.Summary);
        var content = call.Body.GetProperty("attachments")[0].GetProperty("content");
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(Card.Json), content));
    }

    [Fact]
    public async Task A_chat_that_is_unknown_is_opened_by_the_account_and_remembered()
    {
        var first = await SendAsync();
        var second = await SendAsync();

        Assert.Equal(new CardPlace($"a:{Ada}", "m1"), first);
        Assert.Equal(new CardPlace($"a:{Ada}", "m2"), second);
        Assert.Equal(["", $"a:{Ada}", $"a:{Ada}"], Connector.Calls.Select(call => call.Chat));
        Assert.Equal(
            new Conversation(TeamsInstallation.Tenant, Ada, Ada, $"a:{Ada}", new Uri("https://smba.trafficmanager.net/teams/")),
            await _house.Conversations.FindAsync(TeamsInstallation.Tenant, Ada, Token));
    }

    [Fact]
    public async Task The_channels_id_of_somebody_is_known_once_they_have_written()
    {
        var (teams, conversations) = (_house.Teams, _house.Conversations);
        await SendAsync();
        Assert.Null(await teams.UserOfAsync(Ada, Token));

        await conversations.KeepAsync(
            new Conversation(TeamsInstallation.Tenant, Ada, "29:ada", $"a:{Ada}", new Uri("https://smba.trafficmanager.net/teams/")), Token);

        Assert.Equal("29:ada", await teams.UserOfAsync(Ada, Token));
    }

    [Fact]
    public async Task A_chat_whose_history_was_deleted_is_opened_anew()
    {
        var chat = await _house.KnowAsync(Ada);
        Connector.Script = (call, _) => call.Chat == chat.Id ? ConnectorReply.Error(404, "ConversationNotFound") : null;

        Assert.Equal(new CardPlace($"a:{Ada}", "m1"), await SendAsync());
        Assert.Null(await _house.Conversations.OfIdAsync(chat.Id, Token));
    }

    [Theory]
    [InlineData(403, "ForbiddenOperationException")]
    [InlineData(404, "ConversationNotFound")]
    [InlineData(400, "BadSyntax")]
    public async Task Somebody_with_whom_no_chat_can_be_opened_is_not_reachable(int status, string code)
    {
        Connector.Script = (_, _) => ConnectorReply.Error(status, code);

        Assert.Null(await SendAsync());
        Assert.Single(Connector.Calls);
    }

    [Fact]
    public async Task Somebody_who_has_blocked_the_bot_is_not_reachable()
    {
        var chat = await _house.KnowAsync(Ada);
        Connector.Script = (_, _) => ConnectorReply.Error(403, "MessageWritesBlocked");

        Assert.Null(await SendAsync());
        Assert.Single(Connector.Calls);
        Assert.Equal(chat, await _house.Conversations.OfIdAsync(chat.Id, Token));
    }

    [Fact]
    public async Task A_card_is_changed_where_it_stands()
    {
        var chat = await _house.KnowAsync(Ada);

        Assert.True(await UpdateAsync(new CardPlace(chat.Id, "m7")));
        Assert.Equal("PUT", Assert.Single(Connector.Calls).Method);
    }

    [Theory]
    [InlineData(404, "ActivityNotFoundInConversation", true)]
    [InlineData(403, "MessageWritesBlocked", true)]
    [InlineData(404, "ConversationNotFound", false)]
    public async Task A_card_that_is_gone_is_told_and_its_chat_forgotten_when_that_is_gone(int status, string code, bool isKept)
    {
        var chat = await _house.KnowAsync(Ada);
        Connector.Script = (_, _) => ConnectorReply.Error(status, code);

        Assert.False(await UpdateAsync(new CardPlace(chat.Id, "m7")));
        Assert.Single(Connector.Calls);
        Assert.Equal(isKept, await _house.Conversations.OfIdAsync(chat.Id, Token) is not null);
    }

    [Fact]
    public async Task A_chat_that_nobody_knows_is_gone()
    {
        Assert.False(await UpdateAsync(new CardPlace("a:nobody", "m7")));
        Assert.False(await PingAsync(new CardPlace("a:nobody", "m7")));
        Assert.Empty(Connector.Calls);
    }

    [Fact]
    public async Task A_ping_says_a_line_and_notifies()
    {
        var chat = await _house.KnowAsync(Ada);

        Assert.True(await PingAsync(new CardPlace(chat.Id, "m7")));

        var body = Assert.Single(Connector.Calls).Body;
        Assert.Equal("Two hours are left.", body.GetProperty("text").GetString());
        Assert.True(body.GetProperty("channelData").GetProperty("notification").GetProperty("alert").GetBoolean());
    }

    [Fact]
    public async Task A_ping_into_a_chat_that_is_gone_forgets_it()
    {
        var chat = await _house.KnowAsync(Ada);
        Connector.Script = (_, _) => ConnectorReply.Error(404, "ConversationNotFound");

        Assert.False(await PingAsync(new CardPlace(chat.Id, "m7")));
        Assert.Null(await _house.Conversations.OfIdAsync(chat.Id, Token));
    }

    [Theory]
    [InlineData("https://evil.example/teams/")]
    [InlineData("http://smba.trafficmanager.net/teams/")]
    [InlineData("http://127.0.0.1/teams/")]
    public async Task The_bots_token_never_goes_to_a_host_off_the_allow_list(string service)
    {
        var chat = await _house.KnowAsync(Ada, service);

        await Assert.ThrowsAsync<InvalidOperationException>(SendAsync);
        await Assert.ThrowsAsync<InvalidOperationException>(() => UpdateAsync(new CardPlace(chat.Id, "m7")));
        Assert.Empty(Connector.Calls);
        Assert.Empty(_house.Credential.Asked);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await _house.KnowAsync(Ada);
        Connector.Script = (_, _) => new ConnectorReply(307);

        Assert.Equal(HttpStatusCode.TemporaryRedirect, (await Assert.ThrowsAsync<HttpRequestException>(SendAsync)).StatusCode);
        Assert.Single(Connector.Calls);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(409)]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task What_passes_is_tried_again(int status)
    {
        await _house.KnowAsync(Ada);
        Connector.Script = (_, before) => before < 2 ? ConnectorReply.Error(status, "Throttled") : null;

        Assert.NotNull(await SendAsync());
        Assert.Equal(3, Connector.Calls.Count);
    }

    [Fact]
    public async Task A_pause_that_is_asked_for_is_kept()
    {
        await _house.KnowAsync(Ada);
        var began = _house.Clock.GetUtcNow();
        Connector.Script = (_, before) => before == 0 ? ConnectorReply.Error(429, "Throttled", retryAfter: "7") : null;

        Assert.NotNull(await SendAsync());
        Assert.True(_house.Clock.GetUtcNow() - began >= TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task A_pause_longer_than_an_attempt_is_left_to_the_next_attempt()
    {
        await _house.KnowAsync(Ada);
        Connector.Script = (_, _) => ConnectorReply.Error(429, "Throttled", retryAfter: "600");

        Assert.Equal(HttpStatusCode.TooManyRequests, (await Assert.ThrowsAsync<HttpRequestException>(SendAsync)).StatusCode);
        Assert.Single(Connector.Calls);
    }

    [Fact]
    public async Task What_does_not_pass_ends_the_attempt_and_tells_nobodys_name()
    {
        await _house.KnowAsync(Ada);
        Connector.Script = (_, _) => ConnectorReply.Error(503, "ServiceError");

        var failure = await Assert.ThrowsAsync<HttpRequestException>(SendAsync);

        Assert.Equal(ConnectorClient.MostTries, Connector.Calls.Count);
        Assert.Equal("Teams answered 503 ServiceError when a message was to be sent.", failure.Message);
    }

    [Fact]
    public async Task What_is_wrong_with_the_card_is_not_tried_again()
    {
        var chat = await _house.KnowAsync(Ada);
        Connector.Script = (_, _) => ConnectorReply.Error(413, "MessageSizeTooBig");

        await Assert.ThrowsAsync<HttpRequestException>(() => UpdateAsync(new CardPlace(chat.Id, "m7")));
        Assert.Single(Connector.Calls);
    }

    [Fact]
    public async Task An_answer_that_is_lost_is_asked_for_again()
    {
        var chat = await _house.KnowAsync(Ada);
        Connector.Script = (_, before) => before == 0 ? ConnectorReply.Lost : null;

        Assert.True(await UpdateAsync(new CardPlace(chat.Id, "m7")));

        var (first, second) = (Connector.Calls[0], Connector.Calls[1]);
        Assert.Equal((first.Path, first.Body.GetRawText()), (second.Path, second.Body.GetRawText()));
    }

    [Fact]
    public async Task A_call_that_is_not_answered_in_time_is_made_again()
    {
        await _house.KnowAsync(Ada);
        Connector.Script = (_, before) => before == 0 ? ConnectorReply.Never : null;

        Assert.NotNull(await SendAsync());
        Assert.Equal(2, Connector.Calls.Count);
    }

    [Fact]
    public async Task Answers_that_never_come_end_the_attempt()
    {
        await _house.KnowAsync(Ada);
        Connector.Script = (_, _) => ConnectorReply.Never;

        var failure = await Assert.ThrowsAsync<HttpRequestException>(SendAsync);

        Assert.IsType<TimeoutException>(failure.InnerException);
        Assert.Equal(ConnectorClient.MostTries, Connector.Calls.Count);
    }

    [Fact]
    public async Task An_answer_that_is_no_JSON_is_read_by_its_status()
    {
        await _house.KnowAsync(Ada);
        Connector.Script = (_, before) => before == 0 ? new ConnectorReply(502, "<html>Bad gateway</html>") : null;

        Assert.NotNull(await SendAsync());
    }

    [Fact]
    public async Task A_card_taken_without_an_id_is_not_sent_again()
    {
        await _house.KnowAsync(Ada);
        Connector.Script = (_, _) => new ConnectorReply(202);

        Assert.Null(await SendAsync());
        Assert.Single(Connector.Calls);
    }

    [Fact]
    public async Task The_token_is_asked_for_once_until_it_is_about_to_expire()
    {
        await _house.KnowAsync(Ada);
        await SendAsync();
        await SendAsync();
        Assert.Equal(["https://api.botframework.com/.default"], _house.Credential.Asked);

        _house.Clock.Advance(TimeSpan.FromMinutes(55));
        await SendAsync();
        Assert.Equal(["Bearer token-1", "Bearer token-1", "Bearer token-2"], Connector.Calls.Select(call => call.Authorization));
    }

    [Fact]
    public async Task A_token_that_is_refused_is_asked_for_anew_once()
    {
        await _house.KnowAsync(Ada);
        Connector.Script = (call, _) => call.Authorization == "Bearer token-1" ? ConnectorReply.Error(401, "Unauthorized") : null;
        Assert.NotNull(await SendAsync());

        Connector.Script = (_, _) => ConnectorReply.Error(401, "Unauthorized");
        Assert.Equal(HttpStatusCode.Unauthorized, (await Assert.ThrowsAsync<HttpRequestException>(SendAsync)).StatusCode);
        Assert.Equal(
            ["Bearer token-1", "Bearer token-2", "Bearer token-2", "Bearer token-3"],
            Connector.Calls.Select(call => call.Authorization));
    }

    private Task<CardPlace?> SendAsync() => _house.RunAsync(() => _house.Teams.SendAsync(Ada, Card, Token));

    private Task<bool> UpdateAsync(CardPlace place) => _house.RunAsync(() => _house.Teams.UpdateAsync(place, Card, Token));

    private Task<bool> PingAsync(CardPlace place) => _house.RunAsync(() => _house.Teams.PingAsync(place, "Two hours are left.", Token));
}
