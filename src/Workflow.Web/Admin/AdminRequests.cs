using Microsoft.AspNetCore.Http;
using Workflow.Core.Ports;
using Workflow.Core.Requests;
using Workflow.Web.Pages;

namespace Workflow.Web.Admin;

/// <summary>What the list of requests shows.</summary>
/// <param name="Counts">Of all requests, whatever the filter.</param>
/// <param name="Quarantined">Mails that wait for an admin.</param>
/// <param name="Dead">Effects that were given up, at most one more than <see cref="AdminRequests.DeadShown"/>.</param>
/// <param name="Filter">What is listed.</param>
/// <param name="Rows">The page.</param>
/// <param name="Now">The instant it is shown at, UTC.</param>
public sealed record RequestList(
    SummaryCounts Counts, int Quarantined, int Dead, AdminFilter Filter, SummaryPage Rows, DateTimeOffset Now);

/// <summary>Every request, the most overdue first: for people and for programs.</summary>
public sealed class AdminRequests(
    AdminGate gate, ISummaries summaries, IQuarantine quarantine, IOutbox outbox, TimeProvider time)
{
    /// <summary>How many dead letters are counted before it says "and more".</summary>
    public const int DeadShown = 99;

    private const int PageSize = 50;

    /// <summary><c>GET /manage</c>.</summary>
    public Task<IResult> GetAsync(HttpContext http) => gate.ShowAsync(http, _ => ListAsync(http, async (filter, rows, now) =>
        Page.Html(Slices.AdminRequestsPage.Create(new RequestList(
            await summaries.CountAsync(now, http.RequestAborted),
            (await quarantine.ListAsync(http.RequestAborted)).Count,
            (await outbox.DeadAsync(DeadShown + 1, http.RequestAborted)).Count,
            filter,
            rows,
            now)))));

    /// <summary><c>GET /api/admin/requests</c>.</summary>
    public Task<IResult> GetJsonAsync(HttpContext http) => gate.ShowAsync(http, _ => ListAsync(http, (_, rows, now) =>
        Task.FromResult(Page.Secure(Results.Json(RequestListing.Of(rows, now), AdminJson.Default.RequestListing)))));

    private async Task<IResult> ListAsync(
        HttpContext http, Func<AdminFilter, SummaryPage, DateTimeOffset, Task<IResult>> show)
    {
        var problems = new List<FieldProblem>();
        var filter = AdminFilter.Read(http.Request.Query, problems);
        if (problems.Count > 0)
            return Unreadable(problems).ToResult(http);

        var rows = await summaries.ListAsync(filter.Query, PageSize, filter.After, http.RequestAborted);
        return await show(filter, rows, time.GetUtcNow());
    }

    private static Problem Unreadable(List<FieldProblem> problems) => new(
        StatusCodes.Status400BadRequest,
        "bad-filter",
        $"This list cannot be shown",
        $"Something in the address is wrong: {string.Join(" ", problems.Select(p => $"{p.Field}: {p.Message}"))}")
    {
        Fields = problems,
        Next = new NavigationLink("/manage", $"Show every request"),
    };
}
