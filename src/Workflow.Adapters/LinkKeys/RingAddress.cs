using System.Diagnostics.CodeAnalysis;
using Azure.Storage.Blobs;

namespace Workflow.Adapters.LinkKeys;

/// <summary>A blob's address in its parts.</summary>
/// <param name="Account">The address of the account's blobs.</param>
/// <param name="Container">The container.</param>
/// <param name="Blob">The blob's name in it.</param>
internal sealed record RingAddress(Uri Account, string Container, string Blob)
{
    /// <summary>False when it names no blob in a container.</summary>
    public static bool TryRead(Uri address, [NotNullWhen(true)] out RingAddress? read)
    {
        var parts = new BlobUriBuilder(address);
        var (container, blob) = (parts.BlobContainerName, parts.BlobName);
        (parts.BlobContainerName, parts.BlobName) = ("", "");
        read = container is { Length: > 0 } && blob is { Length: > 0 } ? new RingAddress(parts.ToUri(), container, blob) : null;
        return read is not null;
    }
}
