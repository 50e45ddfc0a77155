using System.Text.Json;
using System.Text.Json.Serialization;
using Workflow.Core.Documents;
using Workflow.Core.Policies;

namespace Workflow.Adapters.Files;

/// <summary>The text of a policy: its document and the documents of signals and holidays that it names.</summary>
/// <param name="Policy">The policy document.</param>
/// <param name="Parts">The others; kept under the name they had when they were signals alone.</param>
internal sealed record PolicyDocuments(
    DocumentText Policy, [property: JsonPropertyName("signals")] IReadOnlyList<DocumentText> Parts)
{
    /// <summary>The policy they say, or what is wrong with them.</summary>
    public PolicyReading Read() => PolicyReader.Read(Policy, Parts);

    /// <summary>The policy of a text that <see cref="Write"/> has written; null when it is no longer the text with this hash.</summary>
    public static Policy? Restore(Stream kept, string sha256)
    {
        try
        {
            var policy = JsonSerializer.Deserialize(kept, PolicyDocumentsJson.Default.PolicyDocuments)?.Read().Policy;
            return policy?.Stamp.Sha256 == sha256 ? policy : null;
        }
        catch (JsonException)
        {
            // Bent or cut off: whoever asks is told that there is no such text any more.
            return null;
        }
    }

    /// <summary>Writes the text as JSON, to be kept.</summary>
    public void Write(Stream to) => JsonSerializer.Serialize(to, this, PolicyDocumentsJson.Default.PolicyDocuments);

    /// <summary>Loads a policy file with the documents it names, relative to its folder.</summary>
    /// <param name="path">The policy file.</param>
    /// <param name="problems">Files that cannot be read.</param>
    /// <returns>What could be read; null when the policy file itself could not.</returns>
    public static PolicyDocuments? Load(string path, out IReadOnlyList<PolicyProblem> problems)
    {
        if (!DocumentFile.TryRead(path, Path.GetFileName(path), out var document, out var problem))
        {
            problems = [problem];
            return null;
        }

        return new PolicyDocuments(document, DocumentFile.ReadParts(path, PolicyReader.PartsOf(document), out problems));
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(PolicyDocuments))]
internal sealed partial class PolicyDocumentsJson : JsonSerializerContext;
