using Azure;
using Azure.Data.Tables;
using Workflow.Core.Records;

namespace Workflow.Adapters.AzureStorage.Streams;

/// <summary>
/// The difference between two states of a stream, and the events between them, as one entity-group transaction. It
/// replaces the head it was computed on, or nothing.
/// </summary>
internal static class StreamTransaction
{
    // The service takes at most 100 rows and 4 MiB in one transaction.
    private const int MostRows = 100;
    private const int LargestBody = 3_500_000;

    /// <summary>Stores all of it or nothing.</summary>
    /// <exception cref="RequestFailedException">A conflict; or the service's failure: then it may be stored all the same.</exception>
    public static async Task CommitAsync(
        TableClient table, StreamState before, StreamState after, IReadOnlyList<StoredEvent> events)
    {
        var request = after.Id.ToString();
        var changes = Changes(before, after).ToList();
        var rows = events.Select(e => EventRows.Write(request, e, after.Write)).ToList();
        if (changes.Count + rows.Count > MostRows || rows.Sum(Size) > LargestBody)
        {
            await StageAsync(table, [.. events.Select(e => EventRows.WriteStaged(request, e, after.Write))]);
            rows = [EventRows.WriteReference(request, events[0].Sequence, after.Write)];
        }

        changes.AddRange(rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)));
        await table.SubmitTransactionAsync(changes, CancellationToken.None);
    }

    // The head comes first: what lost a race fails by it, and not by an effect that is gone.
    private static IEnumerable<TableTransactionAction> Changes(StreamState before, StreamState after)
    {
        var head = StreamRows.Write(after);
        yield return before.ETag is { } etag
            ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, head, etag)
            : new TableTransactionAction(TableTransactionActionType.Add, head);

        var old = before.Outbox.ToDictionary(row => row.Position);
        foreach (var row in after.Outbox)
        {
            if (!old.Remove(row.Position, out var was))
                yield return new TableTransactionAction(TableTransactionActionType.Add, StreamRows.Write(after.Id, row));
            else if (row != was)
                yield return new TableTransactionAction(TableTransactionActionType.UpdateReplace, StreamRows.Write(after.Id, row), ETag.All);
        }

        foreach (var done in old.Values)
            yield return new TableTransactionAction(TableTransactionActionType.Delete, StreamRows.Write(after.Id, done), ETag.All);
    }

    private static async Task StageAsync(TableClient table, IReadOnlyList<TableEntity> rows)
    {
        var batch = new List<TableTransactionAction>();
        var size = 0L;
        foreach (var row in rows)
        {
            if (batch.Count == MostRows || (batch.Count > 0 && size + Size(row) > LargestBody))
            {
                await table.SubmitTransactionAsync(batch, CancellationToken.None);
                (batch, size) = ([], 0);
            }

            // Tried again after a lost answer, the same row may be there already.
            batch.Add(new TableTransactionAction(TableTransactionActionType.UpsertReplace, row));
            size += Size(row);
        }

        await table.SubmitTransactionAsync(batch, CancellationToken.None);
    }

    // At most: JSON may escape each character as \uXXXX, and carries bytes as base 64.
    private static long Size(TableEntity row) => 500 + row.Sum(property => property.Value switch
    {
        string text => 6L * text.Length,
        byte[] bytes => bytes.Length * 4L / 3 + 4,
        _ => 50L,
    });
}
