using System.Buffers;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs.Models;
using Workflow.Core.Ports;

namespace Workflow.Adapters.AzureStorage;

/// <summary>
/// Keeps contents as blobs named by their SHA-256, <c>ab/abcdef…</c>. The name is known only after the last byte, so a
/// content is first spooled into a file that the system deletes when it is closed. Whoever reads goes through this
/// process: no address with a signature (SAS) is ever made.
/// </summary>
internal sealed class AzureBlobs(LazyContainer container) : IBlobs
{
    private const int BufferSize = 64 * 1024;
    private static readonly SearchValues<char> LowerHex = SearchValues.Create("0123456789abcdef");

    public async Task<StoredBlob> PutAsync(Stream content, CancellationToken cancellationToken)
    {
        await using var spool = Spool();
        var sha256 = await CopyAsync(content, spool, cancellationToken);
        spool.Position = 0;
        var blob = (await container.OpenAsync(cancellationToken)).GetBlobClient(NameOf(sha256));
        try
        {
            await blob.UploadAsync(
                spool, new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } }, cancellationToken);
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobAlreadyExists)
        {
            // The same content is there: from before, or from a try of this upload whose answer was lost.
        }

        return new StoredBlob(sha256, spool.Length);
    }

    public async Task<Stream?> OpenAsync(string sha256, CancellationToken cancellationToken)
    {
        if (sha256.Length != 64 || sha256.AsSpan().ContainsAnyExcept(LowerHex))
            return null;
        try
        {
            var blob = (await container.OpenAsync(cancellationToken)).GetBlobClient(NameOf(sha256));
            return await blob.OpenReadAsync(new BlobOpenReadOptions(allowModifications: false), cancellationToken);
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    private static FileStream Spool()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path.Combine(Path.GetTempPath(), $"approvals-{RandomNumberGenerator.GetHexString(32)}"), options);
    }

    private static async Task<string> CopyAsync(Stream content, FileStream spool, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                hash.AppendData(buffer, 0, read);
                await spool.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string NameOf(string sha256) => $"{sha256[..2]}/{sha256}";
}
