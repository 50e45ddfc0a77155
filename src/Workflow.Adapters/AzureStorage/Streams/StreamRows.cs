using System.Globalization;
using Azure.Data.Tables;
using Workflow.Core.Approval;
using Workflow.Core.Requests;

namespace Workflow.Adapters.AzureStorage.Streams;

/// <summary>The head of a stream and its effects as rows of the stream's partition. Instants are UTC ticks.</summary>
internal static class StreamRows
{
    public const string Head = "head";

    /// <summary>Head and effects stand side by side in a partition, behind the events.</summary>
    public const string AfterOutbox = "outbox.";

    public static string OutboxKey(long position) => string.Create(CultureInfo.InvariantCulture, $"outbox-{position:d10}");

    public static TableEntity Write(StreamState state)
    {
        var row = new TableEntity(state.Id.ToString(), Head)
        {
            ["Version"] = state.Version,
            ["Write"] = state.Write,
            ["NextPosition"] = state.NextPosition,
        };
        if (state.Due is { } due)
            row["Due"] = due.UtcTicks;
        TextColumn.Write(row, "Summary", SummaryText.Write(state.Summary!));
        return row;
    }

    public static TableEntity Write(RequestId id, OutboxRow effect)
    {
        var row = new TableEntity(id.ToString(), OutboxKey(effect.Position))
        {
            ["Key"] = effect.Key.Value,
            ["Lane"] = effect.Lane,
            ["Type"] = effect.Effect.Type,
            ["Attempts"] = effect.Attempts,
            ["NextAt"] = effect.NextAt.UtcTicks,
            ["IsDead"] = effect.IsDead,
        };
        TextColumn.Write(row, "Json", effect.Effect.Json);
        if (effect.LastError is { } error)
            TextColumn.Write(row, "LastError", error);
        return row;
    }

    public static StreamState Read(RequestId id, List<TableEntity> rows) => rows is not [var head, .. var effects]
        ? StreamState.None(id)
        : new StreamState(
            id,
            head.ETag,
            head.GetInt32("Version")!.Value,
            head.GetString("Write"),
            head.GetInt64("NextPosition")!.Value,
            SummaryText.Read(TextColumn.Read(head, "Summary")),
            head.GetInt64("Due") is { } due ? Instant(due) : null,
            [.. effects.Select(ReadEffect)]);

    private static OutboxRow ReadEffect(TableEntity row) => new(
        long.Parse(row.RowKey.AsSpan("outbox-".Length), CultureInfo.InvariantCulture),
        new EffectKey(row.GetString("Key")),
        row.GetString("Lane"),
        new StoredEffect(row.GetString("Type"), TextColumn.Read(row, "Json")),
        row.GetInt32("Attempts")!.Value,
        Instant(row.GetInt64("NextAt")!.Value),
        row.ContainsKey("LastError") || row.ContainsKey("LastError00") ? TextColumn.Read(row, "LastError") : null,
        row.GetBoolean("IsDead")!.Value);

    private static DateTimeOffset Instant(long ticks) => new(ticks, TimeSpan.Zero);
}
