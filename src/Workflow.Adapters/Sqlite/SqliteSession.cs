using Microsoft.Data.Sqlite;
using SQLitePCL;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Sqlite;

/// <summary>
/// One open connection with its prepared statements, each prepared once. Used by one thread at a time.
/// Statements are written with numbered parameters: <c>?1</c> is the first argument.
/// </summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _statements = new(StringComparer.Ordinal);

    public SqliteSession(string path)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            ForeignKeys = true,
            DefaultTimeout = 5,
            Pooling = false, // This class is what the pool holds.
        }.ToString());
        _connection.Open();
        // For migrations.
        _connection.CreateFunction<string, string>("production_key", SummaryQuery.KeyOf, isDeterministic: true);
        // WAL with FULL: a commit has reached the disk before anybody is told of it.
        RunScript("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;");
    }

    /// <summary>Whether a transaction is open. SQLite ends one by itself on errors such as a full disk.</summary>
    public bool IsInTransaction => raw.sqlite3_get_autocommit(_connection.Handle) == 0;

    /// <summary>Runs several statements that are used only once.</summary>
    public void RunScript(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Runs a statement and returns how many rows it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> arguments) =>
        Bind(sql, arguments).ExecuteNonQuery();

    /// <summary>The first column of the first row; null when there is no row or no value.</summary>
    public long? Number(string sql, params ReadOnlySpan<object?> arguments) =>
        Bind(sql, arguments).ExecuteScalar() as long?;

    /// <summary>Every row.</summary>
    public List<T> Rows<T>(Func<SqliteDataReader, T> read, string sql, params ReadOnlySpan<object?> arguments)
    {
        using var reader = Bind(sql, arguments).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
        _connection.Dispose();
    }

    private SqliteCommand Bind(string sql, ReadOnlySpan<object?> arguments)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            statement = _connection.CreateCommand();
            statement.CommandText = sql;
            for (var i = 1; i <= arguments.Length; i++)
                statement.Parameters.Add(new SqliteParameter { ParameterName = $"?{i}" });
            _statements.Add(sql, statement);
        }

        for (var i = 0; i < arguments.Length; i++)
            statement.Parameters[i].Value = arguments[i] ?? DBNull.Value;
        return statement;
    }
}
