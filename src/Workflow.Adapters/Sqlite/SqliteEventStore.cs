using Microsoft.Data.Sqlite;
using Workflow.Core.Ports;
using Workflow.Core.Records;
using Workflow.Core.Requests;

namespace Workflow.Adapters.Sqlite;

internal sealed class SqliteEventStore(SqliteDatabase database, StoreSignals signals) : IEventStore
{
    public Task<IReadOnlyList<StoredEvent>> LoadAsync(RequestId id, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<StoredEvent>>(
            session => session.Rows(
                ReadEvent,
                "SELECT sequence, type, version, json, hash FROM events WHERE request = ?1 ORDER BY sequence",
                id.ToString()),
            cancellationToken);

    public async Task<bool> AppendAsync(Append append, CancellationToken cancellationToken)
    {
        var stored = await database.Writer.RunAsync(session => Store(session, append), cancellationToken);
        if (stored && append.Effects.Count > 0)
            signals.Effects.Poke();
        if (stored && append.Due is not null)
            signals.Alarms.Poke();
        return stored;
    }

    private static bool Store(SqliteSession session, Append append)
    {
        var id = append.Id.ToString();
        var version = session.Number("SELECT MAX(sequence) FROM events WHERE request = ?1", id) ?? 0;
        if (version != append.ExpectedVersion)
            return false;

        foreach (var e in append.Events)
        {
            session.Execute(
                "INSERT INTO events (request, sequence, type, version, json, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                id, e.Sequence, e.Type, e.Version, e.Json, e.Hash);
        }

        // The done effect goes first: what it caused must not queue behind it.
        if (append.Completes is { } done)
            OutboxTable.Remove(session, done);
        foreach (var effect in append.Effects)
            OutboxTable.Add(session, id, effect, append.Summary.ChangedAt);
        SummariesTable.Put(session, append.Summary);
        SetAlarm(session, id, append.Due);
        return true;
    }

    private static void SetAlarm(SqliteSession session, string id, DateTimeOffset? due)
    {
        if (due is null)
        {
            session.Execute("DELETE FROM alarms WHERE request = ?1", id);
            return;
        }

        session.Execute(
            "INSERT INTO alarms (request, due_at) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET due_at = excluded.due_at",
            id, due.ToColumn());
    }

    private static StoredEvent ReadEvent(SqliteDataReader row) =>
        new(row.GetInt32(0), row.GetString(1), row.GetInt32(2), row.GetString(3), row.GetString(4));
}
