using Microsoft.AspNetCore.Http;
using Workflow.Core.Approval;
using Workflow.Core.Requests;
using Workflow.Web.Forms;
using Workflow.Web.Languages;
using Workflow.Web.Pages;

namespace Workflow.Web.Following;

/// <summary>Where a submitter takes a request back.</summary>
public sealed class WithdrawPages(RequestAccess access, Readers readers, FormGuard guard, ApprovalDesk desk, TimeProvider clock)
{
    /// <summary><c>GET /request/withdraw?t=</c>: asks whether they are sure; changes nothing.</summary>
    public async Task<IResult> FormAsync(HttpContext http)
    {
        var (own, closed) = await access.OpenAsync(http);
        return own is null ? closed! : Show(http, own, null, [], null);
    }

    /// <summary><c>POST /request/withdraw?t=</c></summary>
    public async Task<IResult> WithdrawAsync(HttpContext http)
    {
        var (own, closed) = await access.OpenAsync(http);
        if (own is null)
        {
            return closed!;
        }

        switch (await guard.ReadAsync(http, FormSize.Text, http.RequestAborted))
        {
            case PostedForm.Unreadable unreadable:
                return unreadable.Problem.ToPage(readers.Submitter(own.Request));

            case PostedForm.Unproven unproven:
                return Show(http, own, unproven.Fields["reason"], [],
                    $"This form was open for too long, or your browser keeps no cookies. Nothing was changed; please confirm again.");

            case PostedForm.Genuine genuine:
                return await TakeBackAsync(http, own, genuine);

            default:
                throw new InvalidOperationException("A posted form of an unknown kind.");
        }
    }

    private async Task<IResult> TakeBackAsync(HttpContext http, OwnRequest own, PostedForm.Genuine posted)
    {
        var reason = PlainText.Lines(posted.Fields["reason"]);
        if (reason?.Length > DeclarationLimits.Text)
        {
            return Show(http, own, reason, [new("reason", $"The reason has {reason.Length} characters; at most {DeclarationLimits.Text} fit.")], null);
        }

        var answer = await desk.HandleAsync(
            own.Request.Id, new Command.Withdraw(own.Stamp(posted.FormId, clock.GetUtcNow()), reason), http.RequestAborted);
        return answer.Verdict is Verdict.Refused(var refusal)
            ? Over(own, Text.Of(refusal.Text))
            : Page.SeeOther($"{own.StatusPath}&done=withdrawn");
    }

    private IResult Show(HttpContext http, OwnRequest own, string? reason, IReadOnlyList<FieldProblem> problems, Text? notice) =>
        own.Request.Outcome is not null
            ? Over(own, SubmitterWords.Now(own.Request))
            : Page.Html(
                Slices.Following.WithdrawPage.Create(new WithdrawForm(own, guard.Seal(http), reason, problems, notice)),
                problems.Count == 0 && notice is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
                readers.Submitter(own.Request));

    private IResult Over(OwnRequest own, Text message) => new Problem(
        StatusCodes.Status409Conflict, "closed", $"This request can no longer be withdrawn", message)
    {
        Next = new NavigationLink(own.StatusPath, $"See where it stands"),
    }.ToPage(readers.Submitter(own.Request));
}

/// <summary>The form in which a submitter confirms.</summary>
/// <param name="Own">The request.</param>
/// <param name="Seal">Its seal.</param>
/// <param name="Reason">What was typed.</param>
/// <param name="Problems">What is wrong.</param>
/// <param name="Notice">Why it is shown again, when not because of a field.</param>
public sealed record WithdrawForm(
    OwnRequest Own, FormSeal Seal, string? Reason, IReadOnlyList<FieldProblem> Problems, Text? Notice);
