using Workflow.Core.Ports;

namespace Workflow.Adapters.Sqlite;

internal sealed class SqliteDigestChoices(SqliteDatabase database) : IDigestChoices
{
    public Task<bool> AreOffAsync(string address, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.Number("SELECT 1 FROM digests_off WHERE address = ?1", Key(address)) is not null, cancellationToken);

    public Task SwitchAsync(string address, bool off, CancellationToken cancellationToken) =>
        database.Writer.RunAsync(
            session => session.Execute(
                off ? "INSERT OR IGNORE INTO digests_off (address) VALUES (?1)" : "DELETE FROM digests_off WHERE address = ?1",
                Key(address)),
            cancellationToken);

    private static string Key(string address) => address.ToLowerInvariant();
}
