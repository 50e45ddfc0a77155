using Microsoft.AspNetCore.Http;
using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Core.Ports;
using Workflow.Core.Requests;
using Workflow.Web.Forms;
using Workflow.Web.Languages;
using Workflow.Web.Pages;

namespace Workflow.Web.Submitting;

/// <summary>The form to declare a use, and the receipt.</summary>
public sealed class DeclarePages(FormGuard guard, DraftReading drafts, IDirectory directory, IBlobs blobs, ApprovalDesk desk)
{
    /// <summary><c>GET /declare</c></summary>
    public Task<IResult> FormAsync(HttpContext http) =>
        ShowAsync(http, new DeclarationDraft { Language = InstalledLanguages.For(http).Tag }, []);

    /// <summary><c>POST /declare</c>: 303 to the receipt, or the form again with everything that was typed.</summary>
    public async Task<IResult> SubmitAsync(HttpContext http)
    {
        var cancellationToken = http.RequestAborted;
        switch (await guard.ReadAsync(http, FormSize.WithFiles, cancellationToken))
        {
            case PostedForm.Unreadable unreadable:
                return unreadable.Problem.ToPage();

            case PostedForm.Unproven unproven:
                return await ShowAsync(http, DraftOfForm.Read(unproven.Fields), [],
                    $"This form was open for too long, or your browser keeps no cookies. Everything you typed is still here; please send it again.",
                    filesLost: Uploads.In(unproven.Fields).Count > 0);

            case PostedForm.Genuine genuine:
                return await TakeAsync(http, genuine, cancellationToken);

            default:
                throw new InvalidOperationException("A posted form of an unknown kind.");
        }
    }

    /// <summary><c>GET /declare/sent?id=</c>: the receipt. It shows no more than the id; the private link goes by mail.</summary>
    public async Task<IResult> ReceiptAsync(HttpContext http) =>
        RequestId.TryParse(http.Request.Query["id"], null, out var id)
        && await desk.FindAsync(id, http.RequestAborted) is not null
            ? Page.Html(Slices.Submitting.ReceiptPage.Create(id))
            : NotFoundPage.Get(http);

    private async Task<IResult> TakeAsync(HttpContext http, PostedForm.Genuine posted, CancellationToken cancellationToken)
    {
        var draft = DraftOfForm.Read(posted.Fields);
        var files = Uploads.In(posted.Fields);
        var reading = await drafts.ReadAsync(draft, cancellationToken);
        IReadOnlyList<FieldProblem> problems = [.. reading.Problems, .. Uploads.Check(files, [])];
        if (reading is not { Declaration: { } declaration, Submitter: { } submitter } || problems.Count > 0)
        {
            return await ShowAsync(http, draft, problems, formId: posted.FormId, filesLost: files.Count > 0);
        }

        var attachments = await Uploads.StoreAsync(files, blobs, cancellationToken);
        var answer = await desk.SubmitAsync(
            new Submission(
                declaration with { Attachments = attachments },
                submitter,
                Channel.Form,
                $"form:{posted.FormId}",
                Fingerprint.Of(draft, attachments)),
            Authentication.Claimed,
            cancellationToken);

        return answer switch
        {
            { Verdict: Verdict.Accepted, Request.Id: var id } => Page.SeeOther(InstalledLanguages.Carry($"/declare/sent?id={id}", InstalledLanguages.For(http))),
            { Verdict: Verdict.Refused { Refusal.Code: RefusalCode.DifferentContent } } => await ShowAsync(http, draft, [],
                $"You have sent this form before, with other words; that request is on its way. Send it now if you mean a second request.",
                filesLost: files.Count > 0),
            { Verdict: Verdict.Refused(var refusal) } => await ShowAsync(http, draft, [], Text.Of(refusal.Text),
                posted.FormId, files.Count > 0),
            _ => throw new InvalidOperationException("An accepted submission without a request."),
        };
    }

    private async Task<IResult> ShowAsync(
        HttpContext http,
        DeclarationDraft draft,
        IReadOnlyList<FieldProblem> problems,
        Text? notice = null,
        string? formId = null,
        bool filesLost = false)
    {
        var productions = await directory.ProductionsAsync(http.RequestAborted);
        var fields = new DeclarationFields(draft, productions, problems, filesLost);
        var fresh = problems.Count == 0 && notice is null;
        return Page.Html(
            Slices.Submitting.DeclarePage.Create(new DeclareForm(fields, guard.Seal(http, formId), notice)),
            fresh ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }
}
