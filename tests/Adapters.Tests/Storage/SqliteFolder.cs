using Microsoft.Extensions.Options;
using Workflow.Adapters;
using Workflow.Adapters.Sqlite;

namespace Adapters.Tests.Storage;

/// <summary>A database in a folder of its own, which can be closed and opened again.</summary>
internal sealed class SqliteFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("approvals-");

    public SqliteFolder() => Open();

    /// <summary>An adapter over a folder of its own.</summary>
    public static Task<Opened<TPort>> OpenAsync<TPort>(Func<SqliteFolder, TPort> adapter)
    {
        var folder = new SqliteFolder();
        return Task.FromResult(new Opened<TPort>(adapter(folder), folder));
    }

    public SqliteDatabase Database { get; private set; } = null!;

    public StoreSignals Signals { get; } = new();

    public StorageOptions Options => new() { Path = _folder.FullName };

    public SqliteEventStore Events => new(Database, Signals);

    public SqliteOutbox Outbox => new(Database, Signals);

    public Store Store => new(Events, Outbox, new SqliteAlarms(Database), new SqliteSummaries(Database));

    public void Reopen()
    {
        Database.Dispose();
        Open();
    }

    public void Dispose()
    {
        Database.Dispose();
        _folder.Delete(recursive: true);
    }

    private void Open() => Database = new SqliteDatabase(new OptionsWrapper<StorageOptions>(Options));
}
