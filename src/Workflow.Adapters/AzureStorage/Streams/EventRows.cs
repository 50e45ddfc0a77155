using System.Globalization;
using Azure.Data.Tables;
using Workflow.Core.Records;

namespace Workflow.Adapters.AzureStorage.Streams;

/// <summary>
/// Events as rows of the stream's partition: row <c>event-0000000007</c> is the event of that sequence number. The
/// events of an append too large for one transaction lie in rows <c>staged-…</c> instead, written beforehand, and
/// one row <c>event-…</c> of the last transaction refers to them: before it is there, no reader sees any of them.
/// </summary>
internal static class EventRows
{
    public const string First = "event-";
    public const string After = "event.";

    public static string Key(int sequence) => string.Create(CultureInfo.InvariantCulture, $"event-{sequence:d10}");

    public static TableEntity Write(string request, StoredEvent e, string write) => Content(request, Key(e.Sequence), e, write);

    /// <summary>The row of a staged event; <paramref name="write"/> keeps those of two writers apart.</summary>
    public static TableEntity WriteStaged(string request, StoredEvent e, string write) =>
        Content(request, string.Create(CultureInfo.InvariantCulture, $"staged-{write}-{e.Sequence:d10}"), e, write);

    /// <summary>The row that stands for staged events.</summary>
    public static TableEntity WriteReference(string request, int sequence, string write) =>
        new(request, Key(sequence)) { ["Write"] = write, ["IsStaged"] = true };

    public static bool IsReference(TableEntity row) => row.GetBoolean("IsStaged") is true;

    public static string WriteOf(TableEntity row) => row.GetString("Write");

    public static StoredEvent Read(TableEntity row) => new(
        row.GetInt32("Sequence")!.Value,
        row.GetString("Type"),
        row.GetInt32("Version")!.Value,
        TextColumn.Read(row, "Json"),
        row.GetString("Hash"));

    private static TableEntity Content(string request, string key, StoredEvent e, string write)
    {
        var row = new TableEntity(request, key)
        {
            ["Sequence"] = e.Sequence,
            ["Type"] = e.Type,
            ["Version"] = e.Version,
            ["Hash"] = e.Hash,
            ["Write"] = write,
        };
        TextColumn.Write(row, "Json", e.Json);
        return row;
    }
}
