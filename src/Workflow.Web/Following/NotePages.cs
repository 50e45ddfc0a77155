using System.Globalization;
using Microsoft.AspNetCore.Http;
using Workflow.Core.Approval;
using Workflow.Core.Requests;
using Workflow.Web.Forms;
using Workflow.Web.Languages;

namespace Workflow.Web.Following;

/// <summary>Where a submitter adds a note, or says that a condition of the approval is met.</summary>
public sealed class NotePages(OwnForms forms, ApprovalDesk desk, TimeProvider clock)
{
    /// <summary><c>GET /request/note?t=&amp;meets=</c>; <c>meets</c> is the number of a condition, and may be left out.</summary>
    public Task<IResult> FormAsync(HttpContext http) =>
        forms.ShowAsync(http, own => Task.FromResult(Show(http, own, null, [], null, null)));

    /// <summary><c>POST /request/note?t=&amp;meets=</c></summary>
    public Task<IResult> AddAsync(HttpContext http) => forms.TakeAsync(
        http,
        FormSize.Text,
        Meets(http) is null ? "noted" : "met",
        (own, fields, notice) => Task.FromResult(Show(http, own, fields["text"], [], notice, null)),
        (own, posted) => TakeAsync(http, own, posted));

    private async Task<IResult?> TakeAsync(HttpContext http, OwnRequest own, PostedForm.Genuine posted)
    {
        var text = PlainText.Lines(posted.Fields["text"]);
        if (ReasonForm.Check("text", text) is [_, ..] problems)
        {
            return Show(http, own, text, problems, null, posted.FormId);
        }

        var answer = await desk.HandleAsync(
            own.Request.Id, new Command.AddNote(own.Stamp(posted.FormId, clock.GetUtcNow()), text!, Meets(http)), http.RequestAborted);
        return answer.Verdict is Verdict.Refused(var refusal)
            ? Show(http, own with { Request = answer.Request ?? own.Request }, text, [], Text.Of(refusal.Text), posted.FormId)
            : null;
    }

    private IResult Show(HttpContext http, OwnRequest own, string? typed, IReadOnlyList<FieldProblem> problems, Text? notice, string? formId)
    {
        var obligation = own.Request.Approval?.Obligations.FirstOrDefault(o => o.Number == Meets(http));
        if (Meets(http) is { } number && obligation is not { MetAt: null })
        {
            return forms.Closed(own, "not-open", $"Condition {number} is not open",
                $"It was met already, or the approval has no such condition any more.");
        }

        var form = new ReasonForm(own, forms.Seal(http, formId), typed, problems, notice);
        return forms.Page(Slices.Following.NotePage.Create(new NoteForm(form, obligation)), own, form.IsRefused);
    }

    // A number that is none names no condition, and none has the number 0.
    private static int? Meets(HttpContext http) => http.Request.Query["meets"].ToString() switch
    {
        "" => null,
        var text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0,
    };
}

/// <summary>The form for a note.</summary>
/// <param name="Words">What was typed.</param>
/// <param name="Meets">The condition that it says is met, if any.</param>
public sealed record NoteForm(ReasonForm Words, Obligation? Meets)
{
    /// <summary>Where it is posted to.</summary>
    public string Path => Meets is { } obligation ? Words.Own.MetPath(obligation.Number) : Words.Own.NotePath;
}
