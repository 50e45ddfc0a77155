using Microsoft.AspNetCore.Http;
using Workflow.Core.Approval;
using Workflow.Core.Requests;
using Workflow.Web.Forms;
using Workflow.Web.Languages;

namespace Workflow.Web.Following;

/// <summary>Where a submitter asks for what was approved once more, unchanged.</summary>
public sealed class RenewPages(OwnForms forms, ApprovalDesk desk, TimeProvider clock)
{
    /// <summary><c>GET /request/renew?t=</c></summary>
    public Task<IResult> FormAsync(HttpContext http) =>
        forms.ShowAsync(http, own => Task.FromResult(Show(http, own, null, [], null, null)));

    /// <summary><c>POST /request/renew?t=</c></summary>
    public Task<IResult> RenewAsync(HttpContext http) => forms.TakeAsync(
        http,
        FormSize.Text,
        "renewed",
        (own, fields, notice) => Task.FromResult(Show(http, own, fields["reason"], [], notice, null)),
        (own, posted) => TakeAsync(http, own, posted));

    private async Task<IResult?> TakeAsync(HttpContext http, OwnRequest own, PostedForm.Genuine posted)
    {
        var reason = PlainText.Lines(posted.Fields["reason"]);
        if (ReasonForm.Check("reason", reason) is [_, ..] problems)
        {
            return Show(http, own, reason, problems, null, posted.FormId);
        }

        var answer = await desk.HandleAsync(
            own.Request.Id, new Command.Amend(own.Stamp(posted.FormId, clock.GetUtcNow()), Declaration: null, reason!), http.RequestAborted);
        return answer.Verdict is Verdict.Refused(var refusal)
            ? Show(http, own with { Request = answer.Request ?? own.Request }, reason, [], Text.Of(refusal.Text), posted.FormId)
            : null;
    }

    private IResult Show(HttpContext http, OwnRequest own, string? typed, IReadOnlyList<FieldProblem> problems, Text? notice, string? formId)
    {
        if (!own.CanAmend)
        {
            return forms.Closed(own, "nothing-to-renew", $"There is nothing to renew now", SubmitterWords.Now(own.Request));
        }

        var form = new ReasonForm(own, forms.Seal(http, formId), typed, problems, notice);
        return forms.Page(Slices.Following.RenewPage.Create(form), own, form.IsRefused);
    }
}
