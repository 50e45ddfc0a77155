using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Workflow.Core.Approval;

/// <summary>An effect as an outbox keeps it.</summary>
/// <param name="Type">The stable name of its type, such as <c>put-ask</c>.</param>
/// <param name="Json">Its content as JSON text.</param>
public sealed record StoredEffect(string Type, string Json);

/// <summary>Turns effects into their stored text and back. The type names are stored: they never change.</summary>
public static class EffectCodec
{
    /// <summary>The stored form of an effect.</summary>
    public static StoredEffect Encode(Effect effect) => effect switch
    {
        Effect.Classify e => new("classify", JsonSerializer.Serialize(e, EffectJson.Default.Classify)),
        Effect.FindPeople e => new("find-people", JsonSerializer.Serialize(e, EffectJson.Default.FindPeople)),
        Effect.PutAsk e => new("put-ask", JsonSerializer.Serialize(e, EffectJson.Default.PutAsk)),
        Effect.Remind e => new("remind", JsonSerializer.Serialize(e, EffectJson.Default.Remind)),
        Effect.RetireAsk e => new("retire-ask", JsonSerializer.Serialize(e, EffectJson.Default.RetireAsk)),
        Effect.TellApprover e => new("tell-approver", JsonSerializer.Serialize(e, EffectJson.Default.TellApprover)),
        Effect.TellSubmitter e => new("tell-submitter", JsonSerializer.Serialize(e, EffectJson.Default.TellSubmitter)),
        Effect.TellAdmins e => new("tell-admins", JsonSerializer.Serialize(e, EffectJson.Default.TellAdmins)),
        Effect.UpdateCards e => new("update-cards", JsonSerializer.Serialize(e, EffectJson.Default.UpdateCards)),
        Effect.IssueRecord e => new("issue-record", JsonSerializer.Serialize(e, EffectJson.Default.IssueRecord)),
        _ => throw new NotSupportedException($"No stored form is known for the effect {effect.GetType().Name}."),
    };

    /// <summary>Reads a stored effect; throws <see cref="JsonException"/> when it is not one that was ever stored.</summary>
    public static Effect Decode(StoredEffect stored) => stored.Type switch
    {
        "classify" => Read(stored, EffectJson.Default.Classify),
        "find-people" => Read(stored, EffectJson.Default.FindPeople),
        "put-ask" => Read(stored, EffectJson.Default.PutAsk),
        "remind" => Read(stored, EffectJson.Default.Remind),
        "retire-ask" => Read(stored, EffectJson.Default.RetireAsk),
        "tell-approver" => Read(stored, EffectJson.Default.TellApprover),
        "tell-submitter" => Read(stored, EffectJson.Default.TellSubmitter),
        "tell-admins" => Read(stored, EffectJson.Default.TellAdmins),
        "update-cards" => Read(stored, EffectJson.Default.UpdateCards),
        "issue-record" => Read(stored, EffectJson.Default.IssueRecord),
        _ => throw new JsonException($"'{stored.Type}' is not the name of an effect."),
    };

    private static T Read<T>(StoredEffect stored, JsonTypeInfo<T> type)
        where T : Effect =>
        JsonSerializer.Deserialize(stored.Json, type)
            ?? throw new JsonException($"An effect '{stored.Type}' is stored as null.");
}

// A missing field must not become ask number 0; a field that a later version no longer has is no reason to stop.
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Effect.Classify))]
[JsonSerializable(typeof(Effect.FindPeople))]
[JsonSerializable(typeof(Effect.PutAsk))]
[JsonSerializable(typeof(Effect.Remind))]
[JsonSerializable(typeof(Effect.RetireAsk))]
[JsonSerializable(typeof(Effect.TellApprover))]
[JsonSerializable(typeof(Effect.TellSubmitter))]
[JsonSerializable(typeof(Effect.TellAdmins))]
[JsonSerializable(typeof(Effect.UpdateCards))]
[JsonSerializable(typeof(Effect.IssueRecord))]
internal sealed partial class EffectJson : JsonSerializerContext;
