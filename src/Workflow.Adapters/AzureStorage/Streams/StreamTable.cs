using Azure.Data.Tables;
using Workflow.Core.Records;
using Workflow.Core.Requests;

namespace Workflow.Adapters.AzureStorage.Streams;

/// <summary>Reads the partitions of streams.</summary>
internal sealed class StreamTable(TablesAccount account)
{
    /// <summary>The head and the waiting effects, by one request: it is one consistent picture.</summary>
    public async Task<StreamState> ReadAsync(RequestId id, CancellationToken cancellationToken) =>
        StreamRows.Read(id, await RangeAsync(id, StreamRows.Head, StreamRows.AfterOutbox, cancellationToken));

    /// <summary>The events in order, staged ones in their place.</summary>
    public async Task<IReadOnlyList<StoredEvent>> EventsAsync(RequestId id, CancellationToken cancellationToken)
    {
        var events = new List<StoredEvent>();
        foreach (var row in await RangeAsync(id, EventRows.First, EventRows.After, cancellationToken))
        {
            if (!EventRows.IsReference(row))
            {
                events.Add(EventRows.Read(row));
                continue;
            }

            var staged = $"staged-{EventRows.WriteOf(row)}";
            events.AddRange((await RangeAsync(id, $"{staged}-", $"{staged}.", cancellationToken)).Select(EventRows.Read));
        }

        return events;
    }

    /// <summary>Which write made the stream what it is; null when there is no stream.</summary>
    public Task<string?> LastWriteAsync(RequestId id, CancellationToken cancellationToken) =>
        WriteOfAsync(id, StreamRows.Head, cancellationToken);

    /// <summary>Which write stored the event of this sequence number; null when there is none.</summary>
    public Task<string?> WriteOfAsync(RequestId id, int sequence, CancellationToken cancellationToken) =>
        WriteOfAsync(id, EventRows.Key(sequence), cancellationToken);

    private async Task<string?> WriteOfAsync(RequestId id, string key, CancellationToken cancellationToken)
    {
        var table = await account.Streams.OpenAsync(cancellationToken);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(id.ToString(), key, ["Write"], cancellationToken);
        return row.HasValue ? row.Value!.GetString("Write") : null;
    }

    private async Task<List<TableEntity>> RangeAsync(
        RequestId id, string from, string before, CancellationToken cancellationToken)
    {
        var table = await account.Streams.OpenAsync(cancellationToken);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {id.ToString()} and RowKey ge {from} and RowKey lt {before}");
        var rows = new List<TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
            rows.Add(row);
        return rows;
    }
}
