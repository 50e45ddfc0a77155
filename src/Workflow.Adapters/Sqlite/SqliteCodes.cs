using System.Security.Cryptography;
using System.Text;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Sqlite;

internal sealed class SqliteCodes(SqliteDatabase database) : ICodeStore
{
    public Task SaveAsync(string purpose, string hash, DateTimeOffset expiresAt, CancellationToken cancellationToken) =>
        database.Writer.RunAsync(
            session => session.Execute(
                """
                INSERT INTO codes (purpose, hash, expires_at) VALUES (?1, ?2, ?3)
                ON CONFLICT DO UPDATE SET hash = excluded.hash, expires_at = excluded.expires_at, attempts = 0
                """,
                purpose, hash, expiresAt.ToColumn()),
            cancellationToken);

    public Task<CodeResult> TryAsync(
        string purpose, string hash, DateTimeOffset now, int maxAttempts, CancellationToken cancellationToken) =>
        database.Writer.RunAsync(session => Try(session, purpose, hash, now, maxAttempts), cancellationToken);

    // All tries go through the one writer, so two at the same time are two attempts and only one of them can be right.
    private static CodeResult Try(SqliteSession session, string purpose, string hash, DateTimeOffset now, int maxAttempts)
    {
        var attempts = session.Number(
            """
            UPDATE codes SET attempts = attempts + 1 WHERE purpose = ?1 AND expires_at > ?2 AND attempts < ?3
            RETURNING attempts
            """,
            purpose, now.ToColumn(), maxAttempts);
        if (attempts is null)
            return CodeResult.Spent;

        var expected = session.Rows(row => row.GetString(0), "SELECT hash FROM codes WHERE purpose = ?1", purpose).Single();
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(hash)))
            return attempts < maxAttempts ? CodeResult.Wrong : CodeResult.Spent;

        session.Execute("DELETE FROM codes WHERE purpose = ?1", purpose);
        return CodeResult.Right;
    }
}
