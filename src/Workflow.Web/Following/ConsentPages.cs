using Microsoft.AspNetCore.Http;
using Workflow.Core.Approval;
using Workflow.Core.Ports;
using Workflow.Core.Requests;
using Workflow.Web.Forms;
using Workflow.Web.Languages;
using Workflow.Web.Submitting;

namespace Workflow.Web.Following;

/// <summary>Where a submitter attaches the document that shows somebody's consent.</summary>
public sealed class ConsentPages(OwnForms forms, IBlobs blobs, ApprovalDesk desk, TimeProvider clock)
{
    /// <summary><c>GET /request/consent?t=</c></summary>
    public Task<IResult> FormAsync(HttpContext http) =>
        forms.ShowAsync(http, own => Task.FromResult(Show(http, own, new ConsentDraft(), [], null, false, null)));

    /// <summary><c>POST /request/consent?t=</c></summary>
    public Task<IResult> AttachAsync(HttpContext http) => forms.TakeAsync(
        http,
        FormSize.WithFiles,
        "attached",
        (own, fields, notice) => Task.FromResult(Show(http, own, ConsentDraft.In(fields), [], notice, Uploads.In(fields).Count > 0, null)),
        (own, posted) => TakeAsync(http, own, posted));

    private async Task<IResult?> TakeAsync(HttpContext http, OwnRequest own, PostedForm.Genuine posted)
    {
        var draft = ConsentDraft.In(posted.Fields);
        var files = Uploads.In(posted.Fields);
        IReadOnlyList<FieldProblem> problems = [.. draft.Problems(), .. One(files), .. Uploads.Check(files, own.Request.Held())];
        if (problems.Count > 0)
        {
            return Show(http, own, draft, problems, null, files.Count > 0, posted.FormId);
        }

        var document = (await Uploads.StoreAsync(files, blobs, http.RequestAborted)).Single();
        var shown = draft.With(document);
        foreach (var evidence in shown)
        {
            // The form has done its work once the last of its commands is carried out, which therefore bears its id.
            var formId = evidence == shown[^1] ? posted.FormId : $"{posted.FormId}/{Wire.Word(evidence.Kind)}";
            var command = new Command.AttachConsent(own.Stamp(formId, clock.GetUtcNow()), evidence);
            var answer = await desk.HandleAsync(own.Request.Id, command, http.RequestAborted);
            if (answer.Verdict is Verdict.Refused(var refusal))
            {
                return Show(http, own with { Request = answer.Request ?? own.Request }, draft, [], Text.Of(refusal.Text), true, posted.FormId);
            }
        }

        return null;
    }

    private IResult Show(
        HttpContext http, OwnRequest own, ConsentDraft draft, IReadOnlyList<FieldProblem> problems, Text? notice, bool fileLost, string? formId)
    {
        if (!own.CanAttachConsent)
        {
            return forms.Closed(own, "no-consent", $"No consent is needed any more", SubmitterWords.Now(own.Request));
        }

        var form = new ConsentForm(
            own, forms.Seal(http, formId), draft, problems, notice, fileLost, ConsentRules.Missing(own.Request, clock.GetUtcNow()));
        return forms.Page(Slices.Following.ConsentPage.Create(form), own, form.IsRefused);
    }

    private static IEnumerable<FieldProblem> One(IReadOnlyList<IFormFile> files) => files.Count switch
    {
        0 => [new("attachments", $"Choose the file that shows the consent.")],
        1 => [],
        _ => [new("attachments", $"Choose one file. Each document is checked by itself.")],
    };
}
