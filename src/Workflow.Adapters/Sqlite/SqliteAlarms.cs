using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Workflow.Adapters.Sqlite;

internal sealed class SqliteAlarms(SqliteDatabase database) : IAlarms
{
    public Task<IReadOnlyList<RequestId>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<RequestId>>(
            session => session.Rows(
                row => row.GetRequestId(0),
                "SELECT request FROM alarms WHERE due_at <= ?1 ORDER BY due_at, request LIMIT ?2",
                now.ToColumn(), limit),
            cancellationToken);

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.Number("SELECT MIN(due_at) FROM alarms")?.ToInstant(), cancellationToken);
}
