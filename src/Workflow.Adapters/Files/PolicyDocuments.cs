using System.Text.Json;
using System.Text.Json.Serialization;
using Workflow.Core.Documents;
using Workflow.Core.Policies;

namespace Workflow.Adapters.Files;

/// <summary>The text of a policy: its document and the signals documents that it names.</summary>
internal sealed record PolicyDocuments(DocumentText Policy, IReadOnlyList<DocumentText> Signals)
{
    /// <summary>The policy they say, or what is wrong with them.</summary>
    public PolicyReading Read() => PolicyReader.Read(Policy, Signals);

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

    /// <summary>Loads a policy file with the signals documents it names, relative to its folder.</summary>
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

        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var signals = new List<DocumentText>();
        var unread = new List<PolicyProblem>();
        foreach (var name in PolicyReader.SignalsOf(document).Distinct().Where(name => DocumentFile.IsWithin(folder, name)))
        {
            if (DocumentFile.TryRead(Path.Combine(folder, name), name, out var text, out var failure))
            {
                signals.Add(text);
            }
            else
            {
                unread.Add(failure);
            }
        }

        problems = unread;
        return new PolicyDocuments(document, signals);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(PolicyDocuments))]
internal sealed partial class PolicyDocumentsJson : JsonSerializerContext;
