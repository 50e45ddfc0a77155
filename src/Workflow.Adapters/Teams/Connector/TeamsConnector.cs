using System.Net;
using System.Text.Json;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Teams.Connector;

/// <summary>Carries cards by the Bot Framework's connector (REST API v3).</summary>
/// <remarks>
/// A PUT may be repeated: the card is the same afterwards. A POST whose answer was lost is repeated too, so that a message
/// can stand twice in a chat; it is never repeated after an answer that says it was taken.
/// </remarks>
internal sealed class TeamsConnector(TeamsOptions options, ConnectorClient connector, IConversations conversations) : ITeams
{
    private const string CardType = "application/vnd.microsoft.card.adaptive";

    private readonly string _tenant = options.TenantId!;

    public bool IsOpen => true;

    // Of a chat that we opened ourselves only the account is known, which is no id of the channel's.
    public async Task<string?> UserOfAsync(string account, CancellationToken cancellationToken) =>
        await conversations.FindAsync(_tenant, account, cancellationToken) is { } chat && chat.User != chat.Account ? chat.User : null;

    public async Task<CardPlace?> SendAsync(string account, OutgoingCard card, CancellationToken cancellationToken)
    {
        var message = Card(card);
        if (await conversations.FindAsync(_tenant, account, cancellationToken) is { } known
            && await PostAsync(known, message, cancellationToken) is { Status: not HttpStatusCode.NotFound } answer)
            return Place(known, answer);

        // None is known, or it is gone: somebody who deletes the chat's history has another one from then on.
        return await OpenAsync(account, cancellationToken) is { } opened
            ? Place(opened, await PostAsync(opened, message, cancellationToken))
            : null;
    }

    public async Task<bool> UpdateAsync(CardPlace place, OutgoingCard card, CancellationToken cancellationToken)
    {
        if (await conversations.OfIdAsync(place.Conversation, cancellationToken) is not { } conversation)
            return false;

        var answer = await connector.CallAsync(
            HttpMethod.Put,
            conversation.ServiceUrl,
            $"v3/conversations/{Uri.EscapeDataString(place.Conversation)}/activities/{Uri.EscapeDataString(place.Activity)}",
            Card(card) with { Id = place.Activity },
            ConnectorJson.Default.Message,
            conversation.Id,
            cancellationToken);
        if (answer is { Status: HttpStatusCode.NotFound, Error: "ConversationNotFound" })
            await ForgetAsync(conversation, cancellationToken);
        return answer.IsSuccess || (answer.IsGone ? false : throw answer.Failure("a card was to be changed"));
    }

    public async Task<bool> PingAsync(CardPlace place, string line, CancellationToken cancellationToken)
    {
        if (await conversations.OfIdAsync(place.Conversation, cancellationToken) is not { } conversation)
            return false;

        var message = new Message("message", Text: line, Summary: line, ChannelData: new ChannelData(Notification: new Notification(Alert: true)));
        var answer = await PostAsync(conversation, message, cancellationToken);
        return answer.IsSuccess;
    }

    /// <summary>
    /// Opens the personal chat with somebody, which is the same one when there is one already. Teams takes the Entra object
    /// id as the member's id in the personal scope, and answers 403 when they do not have the app
    /// (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages; that it belongs into
    /// <c>id</c>, not into <c>aadObjectId</c>: github.com/MicrosoftDocs/msteams-docs/issues/14079).
    /// </summary>
    /// <returns>Null when Teams does not let the bot talk to them, or does not know them.</returns>
    private async Task<Conversation?> OpenAsync(string account, CancellationToken cancellationToken)
    {
        var serviceUrl = options.DefaultServiceUrl ?? ServiceUrls.Global;
        var answer = await connector.CallAsync(
            HttpMethod.Post,
            serviceUrl,
            "v3/conversations",
            new NewChat(
                IsGroup: false,
                Bot: options.AppId is { Length: > 0 } app ? new Member($"28:{app}") : null,
                Members: [new Member(account)],
                TenantId: _tenant,
                ChannelData: new ChannelData(Tenant: new Tenant(_tenant))),
            ConnectorJson.Default.NewChat,
            account,
            cancellationToken);

        // The only thing in it that differs from call to call is the person: what is wrong with it is wrong with them.
        if (answer.IsGone || answer.Status is HttpStatusCode.BadRequest)
            return null;
        if (!answer.IsSuccess || answer.Id is not { Length: > 0 } id)
            throw answer.Failure("a chat was to be opened");

        // Only a message of theirs tells the channel's own id of them; the account stands for it until then.
        var opened = new Conversation(_tenant, account, User: account, id, serviceUrl);
        await conversations.KeepAsync(opened, cancellationToken);
        return opened;
    }

    private async Task<ConnectorAnswer> PostAsync(Conversation conversation, Message message, CancellationToken cancellationToken)
    {
        var answer = await connector.CallAsync(
            HttpMethod.Post,
            conversation.ServiceUrl,
            $"v3/conversations/{Uri.EscapeDataString(conversation.Id)}/activities",
            message,
            ConnectorJson.Default.Message,
            conversation.Id,
            cancellationToken);
        if (answer.Status is HttpStatusCode.NotFound)
            await ForgetAsync(conversation, cancellationToken);
        return answer.IsSuccess || answer.IsGone ? answer : throw answer.Failure("a message was to be sent");
    }

    private Task ForgetAsync(Conversation conversation, CancellationToken cancellationToken) =>
        conversations.ForgetAsync(conversation.Tenant, conversation.Account, cancellationToken);

    // Taken without an id, the card stands where nobody can change it: the person is asked another way as well, rather
    // than by one card after another.
    private static CardPlace? Place(Conversation conversation, ConnectorAnswer answer) =>
        answer is { IsSuccess: true, Id: { Length: > 0 } id } ? new CardPlace(conversation.Id, id) : null;

    // The card alone: text beside it would become a message of its own, without an id.
    private static Message Card(OutgoingCard card) => new(
        "message", Summary: card.Summary, Attachments: [new Attachment(CardType, JsonElement.Parse(card.Json))]);
}
