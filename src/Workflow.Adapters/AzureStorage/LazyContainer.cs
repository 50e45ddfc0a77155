using Azure.Storage.Blobs;

namespace Workflow.Adapters.AzureStorage;

/// <summary>One container, private, made at its first use when it is not there.</summary>
internal sealed class LazyContainer(BlobContainerClient client)
{
    private volatile bool _isThere;

    /// <summary>As <see cref="OpenAsync"/>, for interfaces that cannot wait.</summary>
    public BlobContainerClient Open()
    {
        if (!_isThere)
        {
            client.CreateIfNotExists();
            _isThere = true;
        }

        return client;
    }

    public async ValueTask<BlobContainerClient> OpenAsync(CancellationToken cancellationToken)
    {
        if (!_isThere)
        {
            await client.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            _isThere = true;
        }

        return client;
    }
}
