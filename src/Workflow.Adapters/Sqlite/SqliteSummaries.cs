using System.Globalization;
using Workflow.Core.Classification;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Sqlite;

internal sealed class SqliteSummaries(SqliteDatabase database) : ISummaries
{
    private const int LargestPage = 500;

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
        var (sql, arguments) = Page(query, after, size + 1);
        var rows = session.Rows(SummariesTable.Read, sql, [.. arguments]);
        return rows.Count <= size
            ? new SummaryPage(rows, null)
            : new SummaryPage(rows[..size], SummaryPosition.Of(rows[size - 1]).ToString());
    }

    // One of sixteen statements, each prepared once: most absent filters are null and hold for every row, but not those
    // that choose which index to walk along, nor the index of words, which refuses null.
    internal static (string Sql, IReadOnlyList<object?> Arguments) Page(SummaryQuery query, SummaryPosition after, int count)
    {
        List<object?> arguments =
        [
            query.Status?.ToString(),
            query.Tier?.ToString(),
            query.Open is { } open ? (open ? 0 : 1) : null,
            after.Closed ? 1 : 0,
            after.Urgency,
            after.Age,
            after.Request,
            count,
        ];
        var (from, place, filters) = ("summaries AS s", "s", "");
        if (query.Approver is { } person)
        {
            (from, place) = ("summaries_approvers AS p CROSS JOIN summaries AS s ON s.request = p.request", "p");
            Filter("p.person = ", person);
        }

        if (query.Production is { } production)
            Filter("s.production_key = ", SummaryQuery.KeyOf(production));
        if (query.Standing is { } standing)
            Filter("s.standing = ", standing.ToString());
        if (SearchWords.Of(query.Search) is { } words)
            Filter("s.id IN (SELECT rowid FROM summaries_words WHERE summaries_words MATCH ", words, ")");

        var sql =
            $"""
            SELECT {SummariesTable.ReadColumns} FROM {from}
            WHERE (?1 IS NULL OR s.status = ?1)
              AND (?2 IS NULL OR s.tier = ?2)
              AND (?3 IS NULL OR s.closed = ?3)
              AND ({place}.closed, {place}.urgency, {place}.age, {place}.request) > (?4, ?5, ?6, ?7)
              {filters}
            ORDER BY {place}.closed, {place}.urgency, {place}.age, {place}.request LIMIT ?8
            """;
        return (sql, arguments);

        void Filter(string before, string value, string behind = "")
        {
            arguments.Add(value);
            filters += string.Create(CultureInfo.InvariantCulture, $" AND {before}?{arguments.Count}{behind}");
        }
    }
}
