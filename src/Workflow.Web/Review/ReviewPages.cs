using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Workflow.Core.Approval;
using Workflow.Core.Requests;
using Workflow.Web.Forms;
using Workflow.Web.Languages;
using Workflow.Web.Links;
using Workflow.Web.Pages;

namespace Workflow.Web.Review;

/// <summary>The page behind an approver's link: reading changes nothing, posting decides.</summary>
public sealed class ReviewPages(ReviewDoor door, Readers readers, FormGuard guard, ApprovalDesk desk, CodeStep secondStep, TimeProvider clock)
{
    private const string Again = "again";

    /// <summary><c>GET /review?t=</c>: what is asked, or what became of it; with <c>again=yes</c> the form once more.</summary>
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var token = http.Request.Query["t"].ToString();
        return await door.OpenAsync(token, http.RequestAborted) switch
        {
            ReviewAccess.Open open => Show(await ModelAsync(open, token, guard.Seal(http), http.RequestAborted)),
            ReviewAccess.Settled settled when http.Request.Query[Again] == "yes" && MayChange(settled) =>
                Show(await ModelAsync(settled, token, guard.Seal(http), http.RequestAborted)),
            ReviewAccess.Settled settled => ShowSettled(settled, token),
            ReviewAccess.Denied denied => denied.Problem.ToPage(),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary><c>POST /review</c>: decides, then 303 back to the page.</summary>
    public Task<IResult> DecideAsync(HttpContext http) => PostAsync(http, DecideAsync);

    /// <summary><c>POST /review/code</c>: mails a one-time code and shows the form again with everything typed in it.</summary>
    public Task<IResult> MailCodeAsync(HttpContext http) => PostAsync(http, MailCodeAsync);

    private async Task<IResult> PostAsync(HttpContext http, Func<HttpContext, Posted, Task<IResult>> actAsync)
    {
        var form = await guard.ReadAsync(http, FormSize.Text, http.RequestAborted);
        if (form is not PostedForm.Readable { Fields: var fields })
            return ((PostedForm.Unreadable)form).Problem.ToPage();

        var formId = (form as PostedForm.Genuine)?.FormId;
        var token = fields["t"].ToString();
        switch (await door.OpenAsync(token, http.RequestAborted))
        {
            case ReviewAccess.Denied denied:
                return denied.Problem.ToPage();
            case ReviewAccess.Settled settled when formId is not null && settled.Request.Commands.Contains(settled.CommandId(formId)):
                return Back(token);
            case ReviewAccess.Settled settled when fields[Again] != "yes" || !MayChange(settled):
                return ShowSettled(settled, token, StatusCodes.Status410Gone);
            case ReviewAccess.Found open:
                var model = await ModelAsync(open, token, guard.Seal(http, formId), http.RequestAborted) with { Form = DecisionForm.Read(fields) };
                if (formId is null)
                    return Show(model with { Problems = [Unproven] }, StatusCodes.Status400BadRequest);
                if (open.Request.Commands.Contains(open.CommandId(formId)))
                    return Back(token);
                return model.CanDecide
                    ? await actAsync(http, new Posted(model, open.Link, open.CommandId(formId)))
                    : Show(model, StatusCodes.Status409Conflict);
            default:
                throw new UnreachableException();
        }
    }

    // Only a request that goes round again has a story that its state does not tell.
    private async Task<ReviewModel> ModelAsync(ReviewAccess.Found found, string token, FormSeal seal, CancellationToken cancellationToken)
    {
        var history = found.Request.Amendment > 1 ? await desk.HistoryAsync(found.Request.Id, cancellationToken) : null;
        return new ReviewModel(found.Request, found.Ask, clock.GetUtcNow(), token, seal)
        {
            NextRound = history is null ? null : NextRound.Of(history, found.Ask),
        };
    }

    private async Task<IResult> DecideAsync(HttpContext http, Posted posted)
    {
        var model = posted.Model;
        if (model.Form.Slips() is [_, ..] slips)
            return Show(model with { Problems = slips }, StatusCodes.Status422UnprocessableEntity);

        var actor = CodeStep.ActorOf(model.Ask, model.NeedsCode);
        var command = new Command.Decide(new Stamp(posted.CommandId, model.Now, actor), model.Ask.Number, model.Form.ToDecision());

        // Decided dry first: a code is spent only on what would be accepted with it.
        if (Decider.Decide(model.Request, command) is Verdict.Refused(var slip))
            return ShowRefused(model, slip, model.Request);
        if (model.NeedsCode && await secondStep.CheckAsync(posted.Link, model.Form.Code, http.RequestAborted) is { } problem)
            return Show(model with { Problems = [problem] }, StatusCodes.Status422UnprocessableEntity);

        var answer = await desk.HandleAsync(model.Request.Id, command, http.RequestAborted);
        return answer.Verdict is Verdict.Refused(var refusal)
            ? ShowRefused(model, refusal, answer.Request)
            : Back(model.Token);
    }

    private async Task<IResult> MailCodeAsync(HttpContext http, Posted posted)
    {
        var model = posted.Model;
        if (!model.NeedsCode)
            return Show(model);

        return await secondStep.MailAsync(model.Request, model.Ask, posted.Link, http.RequestAborted) switch
        {
            CodeMailing.Mailed(var notice) => Show(model with { CodeNotice = notice }),
            CodeMailing.NotMailed(var problem, var status) => Show(model with { Problems = [problem] }, status),
            _ => throw new UnreachableException(),
        };
    }

    // Somebody else may have settled it between reading and posting: then what became of it says more than the refusal.
    private IResult ShowRefused(ReviewModel model, Refusal refusal, RequestState? now) =>
        now?.Asks[model.Ask.Number - 1] is { IsOpen: false } retired && !(model.IsAgain && MayChange(now, retired))
            ? ShowSettled(now, retired, model.Token, StatusCodes.Status410Gone)
            : Show(
                model with
                {
                    Request = now ?? model.Request,
                    Problems = [new FieldProblem(model.Form.FieldOf(refusal.Code), Refusals.Words(refusal, now ?? model.Request, clock.GetUtcNow()))],
                },
                Refusals.Status(refusal.Code));

    private bool MayChange(ReviewAccess.Settled settled) => MayChange(settled.Request, settled.Ask);

    private bool MayChange(RequestState request, Ask ask) => new Offers(request, ask, clock.GetUtcNow()).ChangeOfMind;

    private static IResult Back(string token) => Page.SeeOther(ReviewLinks.Review(token));

    private IResult Show(ReviewModel model, int status = StatusCodes.Status200OK) =>
        Page.Html(Slices.Review.ReviewPage.Create(model), status, readers.Asked(model.Request, model.Ask));

    // One's own decision is what one came to see; a question settled without one is gone.
    private IResult ShowSettled(RequestState request, Ask ask, string token, int? status = null)
    {
        var model = new SettledModel(request, ask, token, new Offers(request, ask, clock.GetUtcNow()));
        return Page.Html(
            Slices.Review.SettledPage.Create(model),
            status ?? (model.IsTheirDoing ? StatusCodes.Status200OK : StatusCodes.Status410Gone),
            readers.Asked(request, ask));
    }

    private IResult ShowSettled(ReviewAccess.Settled settled, string token, int? status = null) =>
        ShowSettled(settled.Request, settled.Ask, token, status);

    private static FieldProblem Unproven { get; } = new(
        "decision",
        $"Nothing was decided: we could not tell whether this came from your browser, because it keeps no cookies or the page was open for very long. Check what you typed and send it again.");

    private sealed record Posted(ReviewModel Model, AskLink Link, string CommandId);
}
