using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Requests;

namespace Workflow.Core.Ports;

/// <summary>One request as a row of a list.</summary>
/// <param name="Id">The request.</param>
/// <param name="Title">As declared.</param>
/// <param name="Production">As declared; empty while unknown.</param>
/// <param name="Submitter">Name of the submitter.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Tier">Once assessed.</param>
/// <param name="Outcome">Once closed.</param>
/// <param name="WaitingFor">For whom or what, in words; empty when closed.</param>
/// <param name="Approvers">Ids of the people with an open question or a decision in it, each once, in ordinal order.</param>
/// <param name="Limit">When the time of whom it waits for is over, UTC; in the past: overdue. Null when nobody's clock runs.</param>
/// <param name="SubmittedAt">UTC.</param>
/// <param name="ChangedAt">UTC.</param>
/// <param name="SearchText">What full-text search looks through.</param>
/// <param name="Standing">Whether what was allowed may be done now; null when nothing was.</param>
public sealed record RequestSummary(
    RequestId Id,
    string Title,
    string Production,
    string Submitter,
    RequestStatus Status,
    Tier? Tier,
    OutcomeKind? Outcome,
    string WaitingFor,
    IReadOnlyList<string> Approvers,
    DateTimeOffset? Limit,
    DateTimeOffset SubmittedAt,
    DateTimeOffset ChangedAt,
    string SearchText,
    Standing? Standing = null)
{
    /// <summary>Whether the time of whom it waits for is over.</summary>
    public bool IsOverdue(DateTimeOffset now) => Limit <= now;
}

/// <summary>What to list; null means any.</summary>
/// <param name="Status">Only these that stand there.</param>
/// <param name="Tier">Only of this tier.</param>
/// <param name="Search">Words to find in title, production, submitter, description or id.</param>
/// <param name="Open">True: not closed; false: closed.</param>
/// <param name="Production">Only of this production, whatever the case and the space around it.</param>
/// <param name="Approver">
/// Only with an open question to the person of this id, or with a decision by them: what waits for somebody, and what
/// they are answerable for. A question that was retired unanswered does not count.
/// </param>
/// <param name="Standing">Only those whose approval stands so.</param>
public sealed record SummaryQuery(
    RequestStatus? Status = null,
    Tier? Tier = null,
    string? Search = null,
    bool? Open = null,
    string? Production = null,
    string? Approver = null,
    Standing? Standing = null)
{
    /// <summary>Whether a request has the status, tier, production, approver and standing that are asked for. Says nothing of words.</summary>
    public bool Admits(RequestSummary summary) =>
        (Status ?? summary.Status) == summary.Status
        && (Tier is null || Tier == summary.Tier)
        && (Open ?? summary.Status is not RequestStatus.Closed) == summary.Status is not RequestStatus.Closed
        && (Production is null || KeyOf(Production) == KeyOf(summary.Production))
        && (Approver is null || summary.Approvers.Contains(Approver))
        && (Standing is null || Standing == summary.Standing);

    /// <summary>What is equal for two names of the same production.</summary>
    public static string KeyOf(string production) => production.Trim().ToUpperInvariant();
}

/// <summary>A page of a list.</summary>
/// <param name="Items">In order.</param>
/// <param name="Continuation">What to pass for the next page; null at the end.</param>
public sealed record SummaryPage(IReadOnlyList<RequestSummary> Items, string? Continuation);

/// <summary>How many requests there are.</summary>
/// <param name="Open">Not closed.</param>
/// <param name="Overdue">Open, and the time of whom they wait for is over.</param>
public sealed record SummaryCounts(int Open, int Overdue);

/// <summary>Lists requests: open ones before closed ones, the nearest or most overdue limit first, then the newest.</summary>
public interface ISummaries
{
    /// <summary>A page of at most <paramref name="size"/> rows.</summary>
    Task<SummaryPage> ListAsync(SummaryQuery query, int size, string? continuation, CancellationToken cancellationToken);

    /// <summary>Counts the open requests, and those overdue at this instant.</summary>
    Task<SummaryCounts> CountAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Counts the overdue requests of one tier; costs as much as there are, so that it can be asked every minute.</summary>
    Task<int> OverdueAsync(Tier tier, DateTimeOffset now, CancellationToken cancellationToken);
}
