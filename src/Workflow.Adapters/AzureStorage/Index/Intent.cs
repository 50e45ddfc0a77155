using System.Globalization;
using Azure.Data.Tables;
using Workflow.Core.Requests;

namespace Workflow.Adapters.AzureStorage.Index;

/// <summary>
/// The note, written before a stream is changed and deleted once the index has followed, of what the change will
/// leave behind in the index. What a crash leaves of it tells the sweep what to do.
/// </summary>
/// <param name="Id">Whose stream.</param>
/// <param name="Write">Which write.</param>
/// <param name="Known">The rows that the index held before, with their text; not stored.</param>
/// <param name="Stale">The keys that may have to go.</param>
/// <param name="IsStored">Whether the note was written.</param>
internal sealed record Intent(
    RequestId Id, string Write, IReadOnlyDictionary<IndexKey, string> Known, IReadOnlySet<IndexKey> Stale, bool IsStored)
{
    public const string Partition = "intents";

    public IndexKey Key => new(Partition, $"{Id}-{Write}");

    public static Intent New(RequestId id, string write) =>
        new(id, write, new Dictionary<IndexKey, string>(), new HashSet<IndexKey>(), false);

    public string StaleText => string.Join('\n', Stale.Select(key => $"{key.Partition} {key.Row}"));

    public static Intent Read(TableEntity row)
    {
        var (id, write) = (row.RowKey[..^33], row.RowKey[^32..]);
        var stale = TextColumn.Read(row, "Text").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ')).Select(parts => new IndexKey(parts[0], parts[1]));
        return New(RequestId.Parse(id, CultureInfo.InvariantCulture), write) with { Stale = stale.ToHashSet(), IsStored = true };
    }
}
