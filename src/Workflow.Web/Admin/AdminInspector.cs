using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Core.Ports;
using Workflow.Core.Records;
using Workflow.Core.Requests;
using Workflow.Web.Forms;
using Workflow.Web.Pages;

namespace Workflow.Web.Admin;

/// <summary>One request with everything that is known of it.</summary>
/// <param name="History">Its state, its events, and whether their chain holds.</param>
/// <param name="Waiting">The effects that are not done.</param>
/// <param name="Release">Who let the mail that it came from out of quarantine, and why; null when none did.</param>
/// <param name="Forms">What an admin can do to it; null for auditors.</param>
/// <param name="Now">The instant it is shown at, UTC.</param>
public sealed record Inspection(
    RequestHistory History, IReadOnlyList<OutboxItem> Waiting, Settlement? Release, AdminForms? Forms, DateTimeOffset Now)
{
    /// <summary>The request.</summary>
    public RequestState Request => History.Request;

    /// <summary>The time zone of the office whose calendar the policy uses; UTC before the assessment.</summary>
    public string TimeZone => Request.Assessment?.Route.Terms.Office.TimeZone ?? "UTC";

    /// <summary>Every file that came with the request: the original mail first, then as they came.</summary>
    public IReadOnlyList<Attachment> Files => FilesOf(Request);

    /// <summary>The same of any request.</summary>
    internal static IReadOnlyList<Attachment> FilesOf(RequestState request) =>
    [
        .. new[] { request.Submission.Original }.OfType<Attachment>()
            .Concat(request.Declaration.Attachments)
            .Concat(request.Answers.SelectMany(a => a.Attachments))
            .Concat(request.Consents.Select(c => c.Evidence.Document))
            .Concat(request.Notes.Select(n => n.Original).OfType<Attachment>())
            .DistinctBy(f => f.Sha256),
    ];
}

/// <summary>An instant to be shown in UTC and on a local clock.</summary>
/// <param name="At">UTC.</param>
/// <param name="TimeZone">IANA name.</param>
public sealed record LocalInstant(DateTimeOffset At, string TimeZone);

/// <summary>Shows one request to an admin, hands out its files, and takes what an admin has done to it.</summary>
public sealed partial class AdminInspector(
    AdminGate gate,
    ApprovalDesk desk,
    IEventStore events,
    IOutbox outbox,
    IBlobs blobs,
    IQuarantine quarantine,
    AdminPowers powers,
    TimeProvider time,
    ILogger<AdminInspector> logger)
{
    /// <summary><c>GET /manage/requests/{id}</c>.</summary>
    public Task<IResult> GetAsync(HttpContext http, string id) => gate.ShowAsync(http, async who =>
    {
        try
        {
            return await ShowAsync(http, who, id);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Whoever alters a stream may leave it unreadable. That is what an admin has to see, not our failure.
            var known = RequestId.Parse(id, CultureInfo.InvariantCulture);
            if (AuditChain.FirstBreak(known.ToString(), await events.LoadAsync(known, http.RequestAborted)) is not { } broken)
                throw;

            LogUnreadable(logger, e, known, broken);
            return Unreadable(broken).ToResult(http);
        }
    });

    /// <summary><c>POST /manage/requests/{id}/{power}</c>: <c>seat</c>, <c>person</c>, <c>ask</c>, <c>hours</c>, <c>reason</c>, each under <see cref="AdminOrder.Name"/>.</summary>
    public Task<IResult> PostAsync(HttpContext http, string id, string power) => gate.DoAsync(http, async (admin, form) =>
    {
        if (Wire.Read<AdminPower>(power) is not { } known
            || !RequestId.TryParse(id, null, out var request)
            || await desk.FindAsync(request, http.RequestAborted) is not { } found)
        {
            return Missing("request of this id, or nothing of this name that could be done to it").ToResult(http);
        }

        var failed = await powers.CarryOutAsync(
            admin, found, AdminOrder.Of(known, form), form[FormSeal.IdName].ToString(), http.RequestAborted);
        return failed is null ? Page.SeeOther($"/manage/requests/{request}") : await ShowAsync(http, admin, id, failed);
    });

    /// <summary><c>GET /manage/requests/{id}/files/{sha256}</c>: only files of this request, and only ever as a download.</summary>
    public Task<IResult> GetFileAsync(HttpContext http, string id, string sha256) => gate.ShowAsync(http, async _ =>
    {
        var request = RequestId.TryParse(id, null, out var known) ? await desk.FindAsync(known, http.RequestAborted) : null;
        var file = request is null ? null : Inspection.FilesOf(request).FirstOrDefault(f => f.Sha256 == sha256);
        return file is not null && await blobs.OpenAsync(file.Sha256, http.RequestAborted) is { } content
            ? Page.Secure(Results.Stream(content, "application/octet-stream", file.Name))
            : Missing("such file with this request").ToResult(http);
    });

    private async Task<IResult> ShowAsync(HttpContext http, Actor who, string id, FailedOrder? failed = null)
    {
        if (!RequestId.TryParse(id, null, out var known) || await desk.HistoryAsync(known, http.RequestAborted) is not { } history)
            return Missing("request of this id").ToResult(http);

        var found = new Inspection(
            history,
            await outbox.OfAsync(known, http.RequestAborted),
            await ReleaseAsync(history.Request, http.RequestAborted),
            await powers.FormsAsync(http, who, history.Request, failed),
            time.GetUtcNow());
        return Page.Html(
            Slices.AdminInspectorPage.Create(found), failed is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    private async Task<Settlement?> ReleaseAsync(RequestState request, CancellationToken cancellationToken) =>
        request.Submission.Original is { } mail
        && await quarantine.FindAsync(mail.Sha256, cancellationToken) is { Settlement: { Released: true } release }
            ? release
            : null;

    private static Problem Unreadable(int broken) => new(
        StatusCodes.Status500InternalServerError,
        "history-altered",
        $"The history was altered",
        $"Event {broken} does not fit the chain, and what is stored can no longer be read. Compare with a backup and with the signed record.")
    {
        Next = new NavigationLink("/manage", $"Go to the requests"),
    };

    [LoggerMessage(LogLevel.Error, "The history of {Request} is broken at event {Sequence} and cannot be read.")]
    private static partial void LogUnreadable(ILogger logger, Exception exception, RequestId request, int sequence);

    private static Problem Missing(string what) => AdminProblems.Missing(what, new NavigationLink("/manage", $"Go to the requests"));
}
