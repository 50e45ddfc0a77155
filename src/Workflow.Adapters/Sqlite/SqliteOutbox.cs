using Workflow.Core.Approval;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Workflow.Adapters.Sqlite;

internal sealed class SqliteOutbox(SqliteDatabase database, StoreSignals signals) : IOutbox
{
    public Task<IReadOnlyList<OutboxItem>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        ReadAsync("WHERE dead = 0 AND next_at <= ?1 ORDER BY position LIMIT ?2", cancellationToken, now.ToColumn(), limit);

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.Number("SELECT MIN(next_at) FROM outbox WHERE dead = 0")?.ToInstant(), cancellationToken);

    public Task FailedAsync(EffectKey key, string error, DateTimeOffset? nextAt, CancellationToken cancellationToken) =>
        database.Writer.RunAsync(
            session =>
            {
                session.Execute(
                    "UPDATE outbox SET attempts = attempts + 1, last_error = ?2, dead = ?3 WHERE key = ?1",
                    key.Value, error, nextAt is null ? 1 : 0);
                if (nextAt is { } until)
                    OutboxTable.PutOff(session, key, until);
                return true;
            },
            cancellationToken);

    public Task DeferAsync(EffectKey key, DateTimeOffset until, CancellationToken cancellationToken) =>
        database.Writer.RunAsync(
            session =>
            {
                OutboxTable.PutOff(session, key, until);
                return true;
            },
            cancellationToken);

    public Task<IReadOnlyList<OutboxItem>> OfAsync(RequestId id, CancellationToken cancellationToken) =>
        ReadAsync("WHERE request = ?1 ORDER BY position", cancellationToken, id.ToString());

    public Task<IReadOnlyList<OutboxItem>> DeadAsync(int limit, CancellationToken cancellationToken) =>
        ReadAsync("WHERE dead = 1 ORDER BY position LIMIT ?1", cancellationToken, limit);

    public async Task<bool> ReviveAsync(EffectKey key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // It gets its full number of attempts again; why it failed last stays to be seen until it is done.
        var revived = await database.Writer.RunAsync(
            session => session.Execute(
                "UPDATE outbox SET dead = 0, attempts = 0, next_at = ?2 WHERE key = ?1 AND dead = 1",
                key.Value, now.ToColumn()) == 1,
            cancellationToken);
        if (revived)
            signals.Effects.Poke();
        return revived;
    }

    private Task<IReadOnlyList<OutboxItem>> ReadAsync(
        string condition, CancellationToken cancellationToken, params object?[] arguments) =>
        database.ReadAsync<IReadOnlyList<OutboxItem>>(
            session => session.Rows(OutboxTable.Read, $"SELECT {OutboxTable.Columns} FROM outbox {condition}", arguments),
            cancellationToken);
}
