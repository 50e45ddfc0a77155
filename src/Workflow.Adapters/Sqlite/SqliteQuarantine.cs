using Microsoft.Data.Sqlite;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Sqlite;

internal sealed class SqliteQuarantine(SqliteDatabase database) : IQuarantine
{
    private const string Select =
        "SELECT sha256, received_at, sender, subject, reason, released, settled_at, settled_by, settlement_reason FROM quarantine";

    public Task HoldAsync(QuarantinedMail mail, CancellationToken cancellationToken) =>
        database.Writer.RunAsync(
            session => session.Execute(
                """
                INSERT INTO quarantine (sha256, received_at, sender, subject, reason) VALUES (?1, ?2, ?3, ?4, ?5)
                ON CONFLICT DO NOTHING
                """,
                mail.Sha256, mail.ReceivedAt.ToColumn(), mail.From, mail.Subject, mail.Reason),
            cancellationToken);

    public Task<IReadOnlyList<QuarantinedMail>> ListAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<QuarantinedMail>>(
            session => session.Rows(Read, $"{Select} WHERE released IS NULL ORDER BY received_at, sha256"),
            cancellationToken);

    public Task<QuarantinedMail?> FindAsync(string sha256, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.Rows(Read, $"{Select} WHERE sha256 = ?1", sha256).SingleOrDefault(), cancellationToken);

    public Task<bool> SettleAsync(string sha256, Settlement settlement, CancellationToken cancellationToken) =>
        database.Writer.RunAsync(
            session => session.Execute(
                """
                UPDATE quarantine SET released = ?2, settled_at = ?3, settled_by = ?4, settlement_reason = ?5
                WHERE sha256 = ?1 AND released IS NULL
                """,
                sha256, settlement.Released ? 1 : 0, settlement.At.ToColumn(), settlement.By, settlement.Reason) == 1,
            cancellationToken);

    private static QuarantinedMail Read(SqliteDataReader row) => new(
        row.GetString(0),
        row.GetInstant(1),
        row.GetString(2),
        row.GetString(3),
        row.GetString(4),
        row.IsDBNull(5)
            ? null
            : new Settlement(row.GetBoolean(5), row.GetInstant(6), row.GetString(7), row.GetString(8)));
}
