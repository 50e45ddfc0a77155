using Microsoft.Data.Sqlite;
using Workflow.Core.Approval;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Workflow.Adapters.Sqlite;

internal sealed class SqliteMailLog(SqliteDatabase database) : IMailLog
{
    public Task<SentMail?> FindAsync(string messageId, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.Rows(
            Read, "SELECT message_id, request, effect, address, at, draft, handed FROM mail_log WHERE message_id = ?1", messageId).SingleOrDefault(),
        cancellationToken);

    public Task NoteAsync(SentMail mail, CancellationToken cancellationToken) => database.Writer.RunAsync(
        session => session.Execute(
            "INSERT OR REPLACE INTO mail_log (message_id, request, effect, address, at, draft, handed) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            mail.MessageId, mail.Request?.ToString(), mail.Effect?.Value, mail.To, mail.At.ToColumn(), mail.Draft, mail.Handed ? 1 : 0),
        cancellationToken);

    private static SentMail Read(SqliteDataReader row) => new(
        row.GetString(0),
        row.IsDBNull(1) ? null : RequestId.Parse(row.GetString(1), null),
        row.IsDBNull(2) ? null : new EffectKey(row.GetString(2)),
        row.GetString(3),
        row.GetInt64(4).ToInstant(),
        row.IsDBNull(5) ? null : row.GetString(5),
        row.GetInt64(6) != 0);
}
