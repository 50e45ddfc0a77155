using Workflow.Core.Classification;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Sqlite;

internal sealed class SqliteSummaries(SqliteDatabase database) : ISummaries
{
    private const int LargestPage = 500;

    // Absent filters are null and hold for every row: one statement, prepared once. An absent search must not reach
    // the index of words, which refuses null.
    private const string Page =
        $"""
        SELECT {SummariesTable.Columns} FROM summaries
        WHERE (?1 IS NULL OR status = ?1)
          AND (?2 IS NULL OR tier = ?2)
          AND (?3 IS NULL OR closed = ?3)
          AND (closed, urgency, age, request) > (?4, ?5, ?6, ?7)
        ORDER BY closed, urgency, age, request LIMIT ?8
        """;

    private static readonly string SearchedPage = Page.Replace(
        "WHERE", "WHERE id IN (SELECT rowid FROM summaries_words WHERE summaries_words MATCH ?9) AND", StringComparison.Ordinal);

    // Answered by the index of the order alone.
    private const string Counts =
        "SELECT count(*), count(*) FILTER (WHERE urgency <= ?1) FROM summaries WHERE closed = 0";

    private const string Overdue = "SELECT count(*) FROM summaries WHERE closed = 0 AND urgency <= ?1 AND tier = ?2";

    public Task<SummaryPage> ListAsync(
        SummaryQuery query, int size, string? continuation, CancellationToken cancellationToken) =>
        database.ReadAsync(session => List(session, query, Math.Clamp(size, 1, LargestPage), continuation), cancellationToken);

    public Task<SummaryCounts> CountAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        database.ReadAsync(
            session => session.Rows(row => new SummaryCounts(row.GetInt32(0), row.GetInt32(1)), Counts, now.ToColumn())[0],
            cancellationToken);

    public Task<int> OverdueAsync(Tier tier, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.ReadAsync(session => session.Rows(row => row.GetInt32(0), Overdue, now.ToColumn(), tier.ToString())[0], cancellationToken);

    private static SummaryPage List(SqliteSession session, SummaryQuery query, int size, string? continuation)
    {
        var after = SummaryPosition.Parse(continuation) ?? SummaryPosition.BeforeAll;
        object?[] arguments =
        [
            query.Status?.ToString(),
            query.Tier?.ToString(),
            query.Open is { } open ? (open ? 0 : 1) : null,
            after.Closed ? 1 : 0,
            after.Urgency,
            after.Age,
            after.Request,
            size + 1,
        ];

        var rows = SearchWords.Of(query.Search) is { } words
            ? session.Rows(SummariesTable.Read, SearchedPage, [.. arguments, words])
            : session.Rows(SummariesTable.Read, Page, arguments);
        return rows.Count <= size
            ? new SummaryPage(rows, null)
            : new SummaryPage(rows[..size], SummaryPosition.Of(rows[size - 1]).ToString());
    }
}
