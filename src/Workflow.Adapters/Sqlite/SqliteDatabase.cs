using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Workflow.Adapters.Sqlite;

/// <summary>One database file: opened and migrated, with one writer and a pool of readers.</summary>
internal sealed class SqliteDatabase : IDisposable
{
    // Readers above this number are opened and closed as needed.
    private const int IdleReaders = 8;

    private readonly ConcurrentBag<SqliteSession> _readers = [];
    private readonly string _path;

    public SqliteDatabase(IOptions<StorageOptions> options)
    {
        Directory.CreateDirectory(options.Value.Path);
        _path = options.Value.Database;
        var session = new SqliteSession(_path);
        SqliteMigrations.Apply(session);
        Writer = new GroupCommit(session);
    }

    /// <summary>The only way to change anything.</summary>
    public GroupCommit Writer { get; }

    /// <summary>Runs a read on the caller's thread: SQLite has no asynchronous reads, and these find their rows by index.</summary>
    public Task<T> ReadAsync<T>(Func<SqliteSession, T> read, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<T>(cancellationToken);
        try
        {
            return Task.FromResult(Read(read));
        }
        catch (Exception e)
        {
            return Task.FromException<T>(e);
        }
    }

    public void Dispose()
    {
        Writer.Dispose();
        while (_readers.TryTake(out var reader))
            reader.Dispose();
    }

    private T Read<T>(Func<SqliteSession, T> read)
    {
        if (!_readers.TryTake(out var session))
        {
            session = new SqliteSession(_path);
            session.RunScript("PRAGMA query_only = ON");
        }

        try
        {
            return read(session);
        }
        finally
        {
            if (_readers.Count < IdleReaders)
                _readers.Add(session);
            else
                session.Dispose();
        }
    }
}
