using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workflow.Web.Admin;

/// <summary>The register for programs.</summary>
/// <param name="Entries">Its lines.</param>
internal sealed record RegisterDocument(IReadOnlyList<RegisterRow> Entries)
{
    /// <summary>As UTF-8 JSON.</summary>
    public static byte[] Of(IReadOnlyList<RegisterRow> rows) =>
        JsonSerializer.SerializeToUtf8Bytes(new RegisterDocument(rows), RegisterJson.Default.RegisterDocument);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true)]
[JsonSerializable(typeof(RegisterDocument))]
internal sealed partial class RegisterJson : JsonSerializerContext;
