using Microsoft.Data.Sqlite;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Sqlite;

/// <summary>The rows of the list of requests: what an append writes into it and how a row is read.</summary>
internal static class SummariesTable
{
    public const string Columns =
        "request, title, production, submitter, status, tier, outcome, waiting_for, limit_at, submitted_at, changed_at, search_text";

    public static void Put(SqliteSession session, RequestSummary summary) =>
        session.Execute(
            $"""
            INSERT INTO summaries ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
            ON CONFLICT (request) DO UPDATE SET
                title = excluded.title, production = excluded.production, submitter = excluded.submitter,
                status = excluded.status, tier = excluded.tier, outcome = excluded.outcome,
                waiting_for = excluded.waiting_for, limit_at = excluded.limit_at,
                submitted_at = excluded.submitted_at, changed_at = excluded.changed_at,
                search_text = excluded.search_text
            """,
            summary.Id.ToString(),
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
            summary.SearchText);

    public static RequestSummary Read(SqliteDataReader row) => new(
        row.GetRequestId(0),
        row.GetString(1),
        row.GetString(2),
        row.GetString(3),
        Enum.Parse<RequestStatus>(row.GetString(4)),
        row.IsDBNull(5) ? null : Enum.Parse<Tier>(row.GetString(5)),
        row.IsDBNull(6) ? null : Enum.Parse<OutcomeKind>(row.GetString(6)),
        row.GetString(7),
        row.IsDBNull(8) ? null : row.GetInstant(8),
        row.GetInstant(9),
        row.GetInstant(10),
        row.GetString(11));
}
