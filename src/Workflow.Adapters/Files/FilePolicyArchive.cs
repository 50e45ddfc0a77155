using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Workflow.Core.Classification;
using Workflow.Core.Policies;

namespace Workflow.Adapters.Files;

/// <inheritdoc />
/// <remarks>In files, in <c>policies/</c> of the data folder.</remarks>
internal sealed class FilePolicyArchive(IOptions<StorageOptions> options) : IPolicyArchive
{
    private readonly string _folder = Path.Combine(options.Value.Path, "policies");

    /// <inheritdoc />
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
            documents.Write(file);
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
        DurableFolder.Flush(_folder);
    }

    /// <inheritdoc />
    public Policy? Find(string sha256)
    {
        if (!File.Exists(PathOf(sha256)))
        {
            return null;
        }

        using var file = File.OpenRead(PathOf(sha256));
        return PolicyDocuments.Restore(file, sha256);
    }

    private string PathOf(string sha256) => Path.Combine(_folder, $"{sha256}.json");
}
