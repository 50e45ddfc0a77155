using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workflow.Core.Records;

/// <summary>What is signed: the record, and the document in which people read it.</summary>
public sealed record SignedRecord(WrittenRecord Record, DocumentStamp Document)
{
    /// <summary>The canonical JSON over which the signature goes.</summary>
    public byte[] ToPayload() =>
        CanonicalJson.Write(JsonSerializer.SerializeToNode(this, RecordJson.Default.SignedRecord));

    /// <summary>Reads a payload; null when it is not one of a format that this version knows.</summary>
    internal static SignedRecord? Read(ReadOnlySpan<byte> payload)
    {
        try
        {
            var signed = JsonSerializer.Deserialize(payload, RecordJson.Default.SignedRecord);
            return signed?.Record.Format == WrittenRecord.CurrentFormat ? signed : null;
        }
        catch (JsonException)
        {
            // Some other signed thing, or a later format: either way nothing that can be shown as a record.
            return null;
        }
    }
}

/// <summary>The readable document before the signature was put into it: SHA-256 (lower-case hexadecimal) and size in bytes.</summary>
public sealed record DocumentStamp(string Sha256, long Size);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(SignedRecord))]
internal sealed partial class RecordJson : JsonSerializerContext;
