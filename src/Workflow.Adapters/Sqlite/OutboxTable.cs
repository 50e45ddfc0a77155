using Microsoft.Data.Sqlite;
using Workflow.Core.Approval;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Sqlite;

/// <summary>The rows of the outbox: what an append writes into it and how a row is read.</summary>
internal static class OutboxTable
{
    public const string Columns = "request, key, type, json, attempts, next_at, last_error, dead";

    /// <summary>Adds an effect, due at once or when it may be, but not before what waits in its lane.</summary>
    public static void Add(SqliteSession session, string request, KeyedEffect effect, DateTimeOffset at)
    {
        var stored = EffectCodec.Encode(effect.Effect);
        session.Execute(
            """
            INSERT INTO outbox (key, request, lane, type, json, next_at)
            VALUES (?1, ?2, ?3, ?4, ?5, MAX(?6, COALESCE(
                (SELECT MAX(next_at) FROM outbox WHERE request = ?2 AND lane = ?3 AND dead = 0), 0)))
            """,
            effect.Key.Value, request, EffectLane.Of(effect.Effect), stored.Type, stored.Json, (effect.NotBefore ?? at).ToColumn());
    }

    /// <summary>Takes out an effect that is done, dead or not.</summary>
    public static void Remove(SqliteSession session, EffectKey key) =>
        session.Execute("DELETE FROM outbox WHERE key = ?1", key.Value);

    /// <summary>Puts off an effect, and with it what must not overtake it.</summary>
    public static void PutOff(SqliteSession session, EffectKey key, DateTimeOffset until) =>
        session.Execute(
            """
            UPDATE outbox AS waiting SET next_at = MAX(waiting.next_at, ?2) FROM outbox AS head
            WHERE head.key = ?1 AND head.dead = 0 AND waiting.dead = 0
              AND waiting.request = head.request AND waiting.lane = head.lane AND waiting.position >= head.position
            """,
            key.Value, until.ToColumn());

    public static OutboxItem Read(SqliteDataReader row) => new(
        row.GetRequestId(0),
        new KeyedEffect(new EffectKey(row.GetString(1)), EffectCodec.Decode(new StoredEffect(row.GetString(2), row.GetString(3)))),
        row.GetInt32(4),
        row.GetInstant(5),
        row.IsDBNull(6) ? null : row.GetString(6),
        row.GetBoolean(7));
}
