using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workflow.Web.Teams;

/// <summary>
/// What the channel posts to the bot's endpoint: the members that we read of the Bot Framework's activity
/// (microsoft/botframework-sdk, specs/botframework-activity). All of it may be missing.
/// </summary>
/// <param name="Type">Such as <c>message</c>, <c>invoke</c> or <c>installationUpdate</c>.</param>
/// <param name="Id">The activity's own id.</param>
/// <param name="Name">Which invoke it is.</param>
/// <param name="Action">Of an <c>installationUpdate</c>: <c>add</c>, <c>add-upgrade</c>, <c>remove</c> or <c>remove-upgrade</c>.</param>
/// <param name="ChannelId">The channel, which is <c>msteams</c>.</param>
/// <param name="ServiceUrl">Where its connector is reached; believed only where the token names the same.</param>
/// <param name="From">Who did it.</param>
/// <param name="Conversation">In which chat.</param>
/// <param name="ChannelData">What Teams alone says.</param>
/// <param name="Text">What was typed.</param>
/// <param name="Value">What a card sent.</param>
/// <param name="ReplyToId">The activity that it answers: of a card, the card's own.</param>
public sealed record Activity(
    string? Type,
    string? Id,
    string? Name,
    string? Action,
    string? ChannelId,
    string? ServiceUrl,
    ActivitySender? From,
    ActivityConversation? Conversation,
    ActivityChannelData? ChannelData,
    string? Text,
    JsonElement? Value,
    string? ReplyToId)
{
    /// <summary>The Entra tenant that it came from.</summary>
    public string? Tenant => ChannelData?.Tenant?.Id ?? Conversation?.TenantId;
}

/// <summary>Who did something in a chat.</summary>
/// <param name="Id">The channel's id of them, such as <c>29:…</c>.</param>
/// <param name="AadObjectId">Their Entra object id.</param>
public sealed record ActivitySender(string? Id, string? AadObjectId);

/// <summary>A chat.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ConversationType"><c>personal</c>, <c>groupChat</c> or <c>channel</c>.</param>
/// <param name="TenantId">Its tenant.</param>
public sealed record ActivityConversation(string? Id, string? ConversationType, string? TenantId);

/// <summary>What Teams adds.</summary>
public sealed record ActivityChannelData(ActivityTenant? Tenant);

/// <summary>An Entra tenant.</summary>
public sealed record ActivityTenant(string? Id);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Activity))]
internal sealed partial class ActivityJson : JsonSerializerContext;
