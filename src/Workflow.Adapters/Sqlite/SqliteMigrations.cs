namespace Workflow.Adapters.Sqlite;

/// <summary>
/// Brings a database to the newest shape. Each script in <c>Migrations/</c> runs once, in the order of its number,
/// in its own transaction; <c>PRAGMA user_version</c> is the number of the last one. Released scripts never change.
/// </summary>
internal static class SqliteMigrations
{
    public const int Newest = 6;

    /// <exception cref="InvalidOperationException">The database was made by a newer version of the product.</exception>
    public static void Apply(SqliteSession session, int upTo = Newest)
    {
        var version = session.Number("PRAGMA user_version") ?? 0;
        if (version > Newest)
        {
            throw new InvalidOperationException(
                $"The database has version {version}, this program knows {Newest}: start the version that made it, or a newer one.");
        }

        for (var next = version + 1; next <= upTo; next++)
            session.RunScript($"BEGIN IMMEDIATE;\n{Script(next)}\nPRAGMA user_version = {next};\nCOMMIT;");
    }

    private static string Script(long number)
    {
        var name = $"{typeof(SqliteMigrations).Namespace}.Migrations.{number:D4}.sql";
        using var stream = typeof(SqliteMigrations).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program lacks its migration {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
