using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Workflow.Core.Classification;
using Workflow.Core.Policies;

namespace Workflow.Adapters.Files;

/// <summary>
/// Keeps the text of every policy that was ever in force, in <c>policies/</c> of the data folder, each under the SHA-256
/// of its stamp: requests in flight are judged to their end by the one that judged them first.
/// </summary>
internal sealed class PolicyArchive(IOptions<StorageOptions> options)
{
    private readonly string _folder = Path.Combine(options.Value.Path, "policies");

    /// <summary>Keeps a text durably, once.</summary>
    public void Keep(PolicyStamp stamp, PolicyDocuments documents)
    {
        var path = PathOf(stamp.Sha256);
        if (File.Exists(path))
        {
            return;
        }

        Directory.CreateDirectory(_folder);
        var draft = $"{path}.{RandomNumberGenerator.GetHexString(16, lowercase: true)}.draft";
        using (var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write))
        {
            JsonSerializer.Serialize(file, documents, PolicyDocumentsJson.Default.PolicyDocuments);
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
        DurableFolder.Flush(_folder);
    }

    /// <summary>The policy with this hash; null when it was never kept here, or its text is no longer what it was.</summary>
    public Policy? Find(string sha256)
    {
        if (!File.Exists(PathOf(sha256)))
        {
            return null;
        }

        try
        {
            using var file = File.OpenRead(PathOf(sha256));
            var policy = JsonSerializer.Deserialize(file, PolicyDocumentsJson.Default.PolicyDocuments)?.Read().Policy;
            return policy?.Stamp.Sha256 == sha256 ? policy : null;
        }
        catch (JsonException)
        {
            // Bent or cut off: whoever asks is told that there is no such text any more.
            return null;
        }
    }

    private string PathOf(string sha256) => Path.Combine(_folder, $"{sha256}.json");
}
