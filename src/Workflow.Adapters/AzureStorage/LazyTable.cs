using Azure.Data.Tables;

namespace Workflow.Adapters.AzureStorage;

/// <summary>One table, made at its first use when it is not there.</summary>
internal sealed class LazyTable(TableClient client)
{
    private volatile bool _isThere;

    public async ValueTask<TableClient> OpenAsync(CancellationToken cancellationToken)
    {
        if (!_isThere)
        {
            await client.CreateIfNotExistsAsync(cancellationToken);
            _isThere = true;
        }

        return client;
    }
}
