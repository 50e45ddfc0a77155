using Azure;
using Azure.Storage.Blobs.Models;
using Workflow.Adapters.Graph.People;

namespace Workflow.Adapters.AzureStorage;

/// <inheritdoc />
/// <remarks>As the blob <c>people/known.json</c> of the container.</remarks>
internal sealed class BlobKeptPeople(LazyContainer container) : IKeptPeople
{
    private const string Name = "people/known.json";

    public async Task<byte[]?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var blob = (await container.OpenAsync(cancellationToken)).GetBlobClient(Name);
            return (await blob.DownloadContentAsync(cancellationToken)).Value.Content.ToArray();
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    public async Task KeepAsync(byte[] answer, CancellationToken cancellationToken) =>
        await (await container.OpenAsync(cancellationToken)).GetBlobClient(Name).UploadAsync(new BinaryData(answer), overwrite: true, cancellationToken);
}
