using Azure.Data.Tables;
using Workflow.Core.Requests;

namespace Workflow.Adapters.AzureStorage.Index;

/// <summary>Reads and writes rows of the index.</summary>
internal sealed class IndexTable(TablesAccount account)
{
    // The service answers with at most this many rows at a time.
    private const int LargestAnswer = 1000;

    public async Task PutAsync(IndexKey key, string text, CancellationToken cancellationToken)
    {
        var row = new TableEntity(key.Partition, key.Row);
        TextColumn.Write(row, "Text", text);
        var table = await account.Index.OpenAsync(cancellationToken);
        await table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellationToken);
    }

    /// <summary>Deletes a row; one that is not there is gone already.</summary>
    public async Task DeleteAsync(IndexKey key, CancellationToken cancellationToken)
    {
        var table = await account.Index.OpenAsync(cancellationToken);
        await table.DeleteEntityAsync(key.Partition, key.Row, cancellationToken: cancellationToken);
    }

    /// <summary>The keys of a partition's rows.</summary>
    public Task<List<TableEntity>> KeysAsync(string partition, CancellationToken cancellationToken) =>
        QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), int.MaxValue, ["RowKey"], cancellationToken);

    /// <summary>The keys of a partition's rows before a row.</summary>
    public Task<List<TableEntity>> KeysBelowAsync(string partition, string row, CancellationToken cancellationToken) =>
        QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey lt {row}"), int.MaxValue, ["RowKey"], cancellationToken);

    /// <summary>All rows of a partition.</summary>
    public Task<List<TableEntity>> AllAsync(string partition, CancellationToken cancellationToken) =>
        QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), int.MaxValue, null, cancellationToken);

    /// <summary>The next rows of a partition behind a row.</summary>
    public Task<List<TableEntity>> BehindAsync(string partition, string row, int count, CancellationToken cancellationToken) =>
        QueryAsync(TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {row}"), count, null, cancellationToken);

    /// <summary>The requests with a row of this kind at or before an instant, earliest first.</summary>
    public async Task<IReadOnlyList<RequestId>> UpToAsync(string kind, DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey ge {$"{kind}-"} and PartitionKey le {IndexRows.Day(kind, now)} and RowKey lt {IndexRows.OverdueUpTo(now)}");
        var rows = await QueryAsync(filter, limit, ["RowKey"], cancellationToken);
        return [.. rows.Select(row => IndexRows.RequestOf(row.RowKey)).Distinct()];
    }

    /// <summary>The instant of the earliest row of this kind; null when there is none.</summary>
    public async Task<DateTimeOffset?> EarliestAsync(string kind, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {$"{kind}-"} and PartitionKey lt {$"{kind}."}");
        var rows = await QueryAsync(filter, 1, ["RowKey"], cancellationToken);
        return rows is [var first] ? IndexRows.InstantOf(first.RowKey) : null;
    }

    private async Task<List<TableEntity>> QueryAsync(
        string filter, int count, string[]? columns, CancellationToken cancellationToken)
    {
        var table = await account.Index.OpenAsync(cancellationToken);
        var rows = new List<TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>(filter, Math.Clamp(count, 1, LargestAnswer), columns, cancellationToken))
        {
            rows.Add(row);
            // Before the next answer is asked for.
            if (rows.Count == count)
                break;
        }

        return rows;
    }
}
