using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Workflow.Core.Intake;
using Workflow.Core.People;
using Workflow.Core.Ports;
using Workflow.Core.Requests;
using Workflow.Web.Forms;
using Workflow.Web.Pages;

namespace Workflow.Web.Admin;

/// <summary>What the page of one quarantined mail shows.</summary>
/// <param name="Seal">Of its form; null for auditors, who have none.</param>
/// <param name="Mail">The mail.</param>
/// <param name="Source">The beginning of its source, as text.</param>
/// <param name="IsCut">Whether there is more of it.</param>
/// <param name="Reason">As typed.</param>
/// <param name="Problem">What was wrong with the last try; null at first.</param>
public sealed record QuarantineView(FormSeal? Seal, QuarantinedMail Mail, string Source, bool IsCut, string Reason, string? Problem);

/// <summary>Mails whose sender is not proven: an admin looks at them and takes them in or turns them away.</summary>
public sealed class AdminQuarantine(
    AdminGate gate, FormGuard forms, IQuarantine quarantine, IBlobs blobs, MailIntake intake, TimeProvider time)
{
    private const string Address = "/manage/quarantine";
    private const int SourceShown = 64 * 1024;
    private const int ReasonLength = 1_000;

    /// <summary><c>GET /manage/quarantine</c>.</summary>
    public Task<IResult> ListAsync(HttpContext http) => gate.ShowAsync(http, async _ =>
        Page.Html(Slices.AdminQuarantinePage.Create(await quarantine.ListAsync(http.RequestAborted))));

    /// <summary><c>GET /manage/quarantine/{sha256}</c>: the source as text, never as a mail.</summary>
    public Task<IResult> GetAsync(HttpContext http, string sha256) => gate.ShowAsync(http, who => ViewAsync(http, who, sha256));

    /// <summary><c>POST /manage/quarantine/{sha256}</c>: <c>reason</c>, and <c>do</c>, which is <c>release</c> or <c>discard</c>.</summary>
    public Task<IResult> SettleAsync(HttpContext http, string sha256) => gate.DoAsync(http, async (admin, form) =>
    {
        if (PlainText.Lines(form["reason"]) is not { Length: <= ReasonLength } reason)
        {
            return await ViewAsync(http, admin, sha256, form["reason"].ToString(), $"Say why, in at most {ReasonLength} characters: an auditor will ask.");
        }

        return form["do"].ToString() switch
        {
            "release" => await ReleaseAsync(http, admin, sha256, reason),
            "discard" => await DiscardAsync(http, admin, sha256, reason),
            _ => await ViewAsync(http, admin, sha256, reason, "Choose whether to take it in or to turn it away."),
        };
    });

    private async Task<IResult> ReleaseAsync(HttpContext http, Actor admin, string sha256, string reason) =>
        await intake.ReleaseAsync(sha256, admin.Name, reason, http.RequestAborted) switch
        {
            MailIntakeResult.Accepted accepted => Page.SeeOther($"/manage/requests/{accepted.Id}"),
            MailIntakeResult.Joined joined => Page.SeeOther($"/manage/requests/{joined.Id}"),
            MailIntakeResult.Quarantined held => await ViewAsync(http, admin, sha256, reason, held.Reason),
            MailIntakeResult.Refused refused => await ViewAsync(http, admin, sha256, reason, $"{refused.Reason} {refused.Remedy}"),
            var unknown => throw new InvalidOperationException($"A released mail became {unknown.GetType().Name}."),
        };

    private async Task<IResult> DiscardAsync(HttpContext http, Actor admin, string sha256, string reason) =>
        await quarantine.SettleAsync(sha256, new Settlement(false, time.GetUtcNow(), admin.Name, reason), http.RequestAborted)
            ? Page.SeeOther(Address)
            : await ViewAsync(http, admin, sha256, reason, "It was settled before, as stands below.");

    private async Task<IResult> ViewAsync(HttpContext http, Actor who, string sha256, string reason = "", string? problem = null)
    {
        if (await quarantine.FindAsync(sha256, http.RequestAborted) is not { } mail)
            return AdminProblems.Missing("such mail in quarantine", new NavigationLink(Address, $"Go to the quarantine")).ToResult(http);

        var (source, isCut) = await SourceAsync(mail.Sha256, http.RequestAborted);
        return Page.Html(
            Slices.AdminQuarantinedMailPage.Create(new QuarantineView(
                who.Kind == ActorKind.Admin ? forms.Seal(http) : null, mail, source, isCut, reason, problem)),
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    private async Task<(string Text, bool IsCut)> SourceAsync(string sha256, CancellationToken cancellationToken)
    {
        await using var stream = await blobs.OpenAsync(sha256, cancellationToken)
            ?? throw new InvalidOperationException($"The quarantined mail {sha256} has lost its content.");
        var bytes = new byte[SourceShown + 1];
        var read = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return (Readable(Encoding.UTF8.GetString(bytes, 0, Math.Min(read, SourceShown))), read > SourceShown);
    }

    // What could disguise the source (control characters, direction marks, zero width) is shown as what it is.
    private static string Readable(string source)
    {
        var text = new StringBuilder(source.Length);
        foreach (var c in source)
        {
            var hides = char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format;
            if (c == '\r')
                continue;

            if (hides && c is not ('\n' or '\t'))
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else
                text.Append(c);
        }

        return text.ToString();
    }
}
