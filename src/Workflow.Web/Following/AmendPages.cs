using Microsoft.AspNetCore.Http;
using Workflow.Core.Approval;
using Workflow.Core.Ports;
using Workflow.Core.Requests;
using Workflow.Web.Forms;
using Workflow.Web.Languages;
using Workflow.Web.Submitting;

namespace Workflow.Web.Following;

/// <summary>Where a submitter declares anew what was approved.</summary>
public sealed class AmendPages(
    OwnForms forms, DraftReading drafts, IDirectory directory, IBlobs blobs, ApprovalDesk desk, TimeProvider clock)
{
    /// <summary><c>GET /request/amend?t=</c>: the form as it was last declared.</summary>
    public Task<IResult> FormAsync(HttpContext http) => forms.ShowAsync(http, own => ShowAsync(
        http, own, new Given(DeclarationDraft.Of(own.Request.Declaration, own.Request.Submission.Submitter), null, []), [], null, null));

    /// <summary><c>POST /request/amend?t=</c></summary>
    public Task<IResult> AmendAsync(HttpContext http) => forms.TakeAsync(
        http,
        FormSize.WithFiles,
        "amended",
        (own, fields, notice) => ShowAsync(http, own, Given.In(fields), [], notice, null),
        (own, posted) => TakeAsync(http, own, Given.In(posted.Fields), posted.FormId));

    private async Task<IResult?> TakeAsync(HttpContext http, OwnRequest own, Given given, string formId)
    {
        var cancellationToken = http.RequestAborted;
        var submitter = own.Request.Submission.Submitter;
        var kept = own.Request.Declaration.Attachments;
        var reading = await drafts.ReadAsync(given.Draft with { Name = submitter.Name, Email = submitter.Email }, cancellationToken);
        IReadOnlyList<FieldProblem> problems =
            [.. ReasonForm.Check("reason", given.Reason), .. reading.Problems, .. Uploads.Check(given.Files, own.Request.Held())];
        if (reading.Declaration is not { } declaration || problems.Count > 0)
        {
            return await ShowAsync(http, own, given, problems, null, formId);
        }

        var added = await Uploads.StoreAsync(given.Files, blobs, cancellationToken);
        var answer = await desk.HandleAsync(
            own.Request.Id,
            new Command.Amend(own.Stamp(formId, clock.GetUtcNow()), declaration with { Attachments = [.. kept, .. added] }, given.Reason!),
            cancellationToken);
        return answer.Verdict is Verdict.Refused(var refusal)
            ? await ShowAsync(http, own with { Request = answer.Request ?? own.Request }, given, [], Text.Of(refusal.Text), formId)
            : null;
    }

    private async Task<IResult> ShowAsync(
        HttpContext http, OwnRequest own, Given given, IReadOnlyList<FieldProblem> problems, Text? notice, string? formId)
    {
        if (!own.CanAmend)
        {
            return forms.Closed(own, "nothing-to-change", $"There is nothing to change now", SubmitterWords.Now(own.Request));
        }

        var words = new ReasonForm(own, forms.Seal(http, formId), given.Reason, problems, notice);
        var fields = new DeclarationFields(
            given.Draft, await directory.ProductionsAsync(http.RequestAborted), problems, given.Files.Count > 0);
        return forms.Page(Slices.Following.AmendPage.Create(new AmendForm(words, fields)), own, words.IsRefused);
    }

    /// <summary>What was typed and chosen.</summary>
    private sealed record Given(DeclarationDraft Draft, string? Reason, IReadOnlyList<IFormFile> Files)
    {
        public static Given In(IFormCollection form) =>
            new(DraftOfForm.Read(form), PlainText.Lines(form["reason"]), Uploads.In(form));
    }
}

/// <summary>The form that changes what was approved.</summary>
/// <param name="Words">Why, and what is wrong.</param>
/// <param name="Fields">The declaration.</param>
public sealed record AmendForm(ReasonForm Words, DeclarationFields Fields);
