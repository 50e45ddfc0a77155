using Microsoft.Data.Sqlite;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Sqlite;

/// <summary>The rows of the list of requests: what an append writes into it and how a row is read.</summary>
internal static class SummariesTable
{
    private const string Columns =
        "request, title, production, submitter, status, tier, outcome, waiting_for, limit_at, submitted_at, changed_at, search_text, production_key, standing";

    /// <summary>What <see cref="Read"/> takes, of a table <c>summaries AS s</c>.</summary>
    public const string ReadColumns =
        """
        s.request, s.title, s.production, s.submitter, s.status, s.tier, s.outcome, s.waiting_for, s.limit_at, s.submitted_at,
        s.changed_at, s.search_text,
        (SELECT group_concat(person, char(10)) FROM (SELECT person FROM summaries_approvers WHERE request = s.request ORDER BY person)),
        s.standing
        """;

    public static void Put(SqliteSession session, RequestSummary summary)
    {
        var id = summary.Id.ToString();
        session.Execute(
            $"""
            INSERT INTO summaries ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
            ON CONFLICT (request) DO UPDATE SET
                title = excluded.title, production = excluded.production, submitter = excluded.submitter,
                status = excluded.status, tier = excluded.tier, outcome = excluded.outcome,
                waiting_for = excluded.waiting_for, limit_at = excluded.limit_at,
                submitted_at = excluded.submitted_at, changed_at = excluded.changed_at,
                search_text = excluded.search_text, production_key = excluded.production_key,
                standing = excluded.standing
            """,
            id,
            summary.Title,
            summary.Production,
            summary.Submitter,
            summary.Status.ToString(),
            summary.Tier?.ToString(),
            summary.Outcome?.ToString(),
            summary.WaitingFor,
            summary.Limit.ToColumn(),
            summary.SubmittedAt.ToColumn(),
            summary.ChangedAt.ToColumn(),
            summary.SearchText,
            SummaryQuery.KeyOf(summary.Production),
            summary.Standing?.ToString());

        session.Execute("DELETE FROM summaries_approvers WHERE request = ?1", id);
        foreach (var person in summary.Approvers)
        {
            session.Execute(
                """
                INSERT INTO summaries_approvers (person, closed, urgency, age, request)
                SELECT ?2, closed, urgency, age, request FROM summaries WHERE request = ?1
                """,
                id, person);
        }
    }

    public static RequestSummary Read(SqliteDataReader row) => new(
        row.GetRequestId(0),
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        Enum.Parse<RequestStatus>(row.GetString(4)),
        row.IsDBNull(5) ? null : Enum.Parse<Tier>(row.GetString(5)),
        row.IsDBNull(6) ? null : Enum.Parse<OutcomeKind>(row.GetString(6)),
        row.GetString(7),
        row.IsDBNull(12) ? [] : row.GetString(12).Split('\n'),
        row.IsDBNull(8) ? null : row.GetInstant(8),
        row.GetInstant(9),
        row.GetInstant(10),
        row.GetString(11),
        row.IsDBNull(13) ? null : Enum.Parse<Standing>(row.GetString(13)));
}
