using System.Collections.Frozen;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Workflow.Core.Records;
using Workflow.Core.Requests;

namespace Workflow.Core.Approval;

/// <summary>
/// Turns events into their stored text and back. What was stored once is read for ever: when the shape of an event
/// changes, its version in <see cref="Versions"/> goes up and an upcaster for the old shape joins <see cref="Upcasters"/>.
/// </summary>
public static class EventCodec
{
    // Text in any script stays as it is: an auditor reads it, and it takes a third of the room.
    private static readonly EventJson Json = new(new JsonSerializerOptions(EventJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });

    private static readonly FrozenDictionary<Type, string> Names = typeof(Event)
        .GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToFrozenDictionary(a => a.DerivedType, a => (string)a.TypeDiscriminator!);

    /// <summary>The current version of each event whose shape has changed since the first release; all others are at 1.</summary>
    private static readonly FrozenDictionary<string, int> Versions = new Dictionary<string, int>
    {
        ["decision-made"] = 2,
        ["request-closed"] = 2,
        ["request-assessed"] = 3,
        ["route-restarted"] = 2,
        ["delivery-retried"] = 2,
    }.ToFrozenDictionary();

    /// <summary>What lifts a stored event from one version of its shape to the next.</summary>
    private static readonly FrozenDictionary<(string Type, int Version), Func<JsonObject, JsonObject>> Upcasters =
        new Dictionary<(string, int), Func<JsonObject, JsonObject>>
        {
            [("decision-made", 1)] = stored => WithConditions(stored, "decision"),
            [("request-closed", 1)] = stored => WithConditions(stored, "outcome"),

            // Routes and restarts have more to say since; what version 1 left out has the meaning it had then.
            [("request-assessed", 1)] = stored => stored,
            [("request-assessed", 2)] = stored => stored,
            [("route-restarted", 1)] = stored => stored,

            // Nobody was asked why.
            [("delivery-retried", 1)] = stored => stored,
        }.ToFrozenDictionary();

    /// <summary>The names under which events are stored.</summary>
    public static IEnumerable<string> TypeNames => Names.Values;

    /// <summary>The stored form of an event.</summary>
    /// <param name="id">Whose stream.</param>
    /// <param name="happened">The event.</param>
    /// <param name="previousHash">Hash of the event before it; null for the first.</param>
    public static StoredEvent Encode(RequestId id, Happened happened, string? previousHash)
    {
        var type = Names[happened.Event.GetType()];
        var version = Versions.GetValueOrDefault(type, 1);
        var json = JsonSerializer.Serialize(happened, Json.Happened);
        var previous = previousHash ?? AuditChain.Genesis(id.ToString());
        return new StoredEvent(
            happened.Sequence, type, version, json, AuditChain.Next(previous, happened.Sequence, type, version, json));
    }

    /// <summary>Reads a stored event of any version ever released.</summary>
    /// <exception cref="JsonException">The text is not an event that this version of the code knows.</exception>
    public static Happened Decode(StoredEvent stored)
    {
        var current = Versions.GetValueOrDefault(stored.Type, 1);
        if (stored.Version > current)
        {
            throw new JsonException($"Event '{stored.Type}' has version {stored.Version}; this code knows up to {current}.");
        }

        if (stored.Version == current)
        {
            return JsonSerializer.Deserialize(stored.Json, Json.Happened) ?? throw Empty();
        }

        var json = JsonNode.Parse(stored.Json)?.AsObject() ?? throw Empty();
        for (var version = stored.Version; version < current; version++)
        {
            json = Upcasters[(stored.Type, version)](json);
        }

        return json.Deserialize(Json.Happened) ?? throw Empty();

        static JsonException Empty() => new("An event is stored as an empty text.");
    }

    // Version 1 had conditions as bare texts; since then they may have an owner and a day.
    private static JsonObject WithConditions(JsonObject stored, string of)
    {
        var holder = stored["event"]![of]!.AsObject();
        holder["conditions"] = new JsonArray(
            [.. holder["conditions"]!.AsArray().Select(text => new JsonObject { ["text"] = text!.GetValue<string>() })]);
        return stored;
    }
}

/// <summary>How events are written: strict on reading, so that a shape changed by accident shows at once.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(Happened))]
[JsonSerializable(typeof(RequestState))]
internal sealed partial class EventJson : JsonSerializerContext;
