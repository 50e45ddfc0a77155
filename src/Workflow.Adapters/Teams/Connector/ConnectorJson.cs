using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workflow.Adapters.Teams.Connector;

internal sealed record NewChat(bool IsGroup, Member? Bot, IReadOnlyList<Member> Members, string TenantId, ChannelData ChannelData);

internal sealed record Member(string Id);

internal sealed record Message(
    string Type, string? Id = null, string? Text = null, string? Summary = null, IReadOnlyList<Attachment>? Attachments = null, ChannelData? ChannelData = null);

internal sealed record Attachment(string ContentType, JsonElement Content);

internal sealed record ChannelData(Tenant? Tenant = null, Notification? Notification = null);

internal sealed record Tenant(string Id);

internal sealed record Notification(bool Alert);

internal sealed record AnswerBody(string? Id, AnswerError? Error);

internal sealed record AnswerError(string? Code);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(NewChat))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(AnswerBody))]
internal sealed partial class ConnectorJson : JsonSerializerContext;
