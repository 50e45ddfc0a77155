using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Files;

/// <summary>
/// Keeps contents as files named by their SHA-256, <c>ab/abcdef…</c>. A content is written beside them, flushed to the
/// disk and then renamed into place: a file that can be found is complete.
/// </summary>
internal sealed class FileBlobs : IBlobs
{
    private static readonly SearchValues<char> LowerHex = SearchValues.Create("0123456789abcdef");

    private readonly string _root;
    private readonly string _unfinished;

    public FileBlobs(IOptions<StorageOptions> options)
    {
        _root = options.Value.Blobs;
        _unfinished = Path.Combine(_root, "unfinished");
        // The folder belongs to this process: whatever lies here was left by a crash and never acknowledged.
        if (Directory.Exists(_unfinished))
            Directory.Delete(_unfinished, recursive: true);
        Directory.CreateDirectory(_unfinished);
    }

    public async Task<StoredBlob> PutAsync(Stream content, CancellationToken cancellationToken)
    {
        var draft = Path.Combine(_unfinished, RandomNumberGenerator.GetHexString(32, lowercase: true));
        try
        {
            var blob = await WriteAsync(content, draft, cancellationToken);
            Keep(draft, PathOf(blob.Sha256));
            return blob;
        }
        finally
        {
            File.Delete(draft);
        }
    }

    public Task<Stream?> OpenAsync(string sha256, CancellationToken cancellationToken)
    {
        var isHash = sha256.Length == 64 && !sha256.AsSpan().ContainsAnyExcept(LowerHex);
        return Task.FromResult<Stream?>(isHash && File.Exists(PathOf(sha256))
            ? new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, useAsync: true)
            : null);
    }

    private static async Task<StoredBlob> WriteAsync(Stream content, string path, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, useAsync: true);
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        file.Flush(flushToDisk: true);
        return new StoredBlob(Convert.ToHexStringLower(hash.GetHashAndReset()), file.Length);
    }

    private void Keep(string draft, string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            DurableFolder.Flush(_root);
        }

        // Should two writers get here with the same content, the second rename replaces a file by its equal.
        if (!File.Exists(path))
            File.Move(draft, path, overwrite: true);
        // Also when it was there: whoever renamed it may not have got this far yet.
        DurableFolder.Flush(folder);
    }

    private string PathOf(string sha256) => Path.Combine(_root, sha256[..2], sha256);
}
