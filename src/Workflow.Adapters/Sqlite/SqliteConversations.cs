using Microsoft.Data.Sqlite;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Sqlite;

internal sealed class SqliteConversations(SqliteDatabase database) : IConversations
{
    private const string Select = "SELECT tenant, account, user, id, service_url FROM conversations";

    public Task<Conversation?> FindAsync(string tenant, string account, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.Rows(Read, $"{Select} WHERE tenant = ?1 AND account = ?2", tenant, account).SingleOrDefault(),
            cancellationToken);

    public Task<Conversation?> OfIdAsync(string id, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.Rows(Read, $"{Select} WHERE id = ?1", id).SingleOrDefault(), cancellationToken);

    public Task KeepAsync(Conversation conversation, CancellationToken cancellationToken) =>
        database.Writer.RunAsync(
            session => session.Execute(
                "INSERT OR REPLACE INTO conversations (tenant, account, user, id, service_url) VALUES (?1, ?2, ?3, ?4, ?5)",
                conversation.Tenant,
                conversation.Account,
                conversation.User,
                conversation.Id,
                conversation.ServiceUrl.AbsoluteUri),
            cancellationToken);

    public Task ForgetAsync(string tenant, string account, CancellationToken cancellationToken) =>
        database.Writer.RunAsync(
            session => session.Execute("DELETE FROM conversations WHERE tenant = ?1 AND account = ?2", tenant, account),
            cancellationToken);

    private static Conversation Read(SqliteDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), new Uri(row.GetString(4)));
}
