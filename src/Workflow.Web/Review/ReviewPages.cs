using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Workflow.Core.Approval;
using Workflow.Core.Diagnostics;
using Workflow.Core.People;
using Workflow.Core.Ports;
using Workflow.Core.Requests;
using Workflow.Web.Forms;
using Workflow.Web.Languages;
using Workflow.Web.Links;
using Workflow.Web.Pages;
using Workflow.Web.SecondStep;
using Workflow.Web.Wording;

namespace Workflow.Web.Review;

/// <summary>The page behind an approver's link: reading changes nothing, posting decides.</summary>
public sealed partial class ReviewPages(
    ReviewDoor door, Readers readers, FormGuard guard, ApprovalDesk desk, OneTimeCodes codes, CodeMail mail, TimeProvider clock, ILogger<ReviewPages> logger)
{
    /// <summary><c>GET /review?t=</c>: what is asked, or what became of it.</summary>
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var token = http.Request.Query["t"].ToString();
        return await door.OpenAsync(token, http.RequestAborted) switch
        {
            ReviewAccess.Open open => Show(new ReviewModel(open.Request, open.Ask, clock.GetUtcNow(), token, guard.Seal(http))),
            ReviewAccess.Settled settled => ShowSettled(settled),
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
        if (form is PostedForm.Unreadable(var problem))
            return problem.ToPage();

        var (fields, formId) = form switch
        {
            PostedForm.Genuine genuine => (genuine.Fields, genuine.FormId),
            PostedForm.Unproven unproven => (unproven.Fields, null),
            _ => throw new UnreachableException(),
        };
        var token = fields["t"].ToString();
        switch (await door.OpenAsync(token, http.RequestAborted))
        {
            case ReviewAccess.Denied denied:
                return denied.Problem.ToPage();
            case ReviewAccess.Settled settled when formId is not null && settled.Request.Commands.Contains(CommandId(settled.Ask, formId)):
                return Back(token);
            case ReviewAccess.Settled settled:
                return ShowSettled(settled, StatusCodes.Status410Gone);
            case ReviewAccess.Open open:
                var model = new ReviewModel(open.Request, open.Ask, clock.GetUtcNow(), token, guard.Seal(http, formId))
                {
                    Form = DecisionForm.Read(fields),
                };
                if (formId is null)
                    return Show(model with { Problems = [Unproven] }, StatusCodes.Status400BadRequest);
                if (open.Request.Commands.Contains(CommandId(open.Ask, formId)))
                    return Back(token);
                return model.CanDecide
                    ? await actAsync(http, new Posted(model, open.Link, CommandId(open.Ask, formId)))
                    : Show(model, StatusCodes.Status409Conflict);
            default:
                throw new UnreachableException();
        }
    }

    private async Task<IResult> DecideAsync(HttpContext http, Posted posted)
    {
        var model = posted.Model;
        if (model.Form.Kind is null)
            return Show(model with { Problems = [new FieldProblem("decision", $"Choose your decision.")] }, StatusCodes.Status422UnprocessableEntity);

        var person = model.Ask.Person;
        var actor = new Actor(
            ActorKind.Approver, person.Id, person.Name, model.NeedsCode ? Authentication.MailedLinkAndCode : Authentication.MailedLink);
        var command = new Command.Decide(new Stamp(posted.CommandId, model.Now, actor), model.Ask.Number, model.Form.ToDecision());

        // Decided dry first: a code is spent only on what would be accepted with it.
        if (Decider.Decide(model.Request, command) is Verdict.Refused(var slip))
            return ShowRefused(model, slip, model.Request);
        if (model.NeedsCode && await CheckCodeAsync(posted, http.RequestAborted) is { } problem)
            return Show(model with { Problems = [problem] }, StatusCodes.Status422UnprocessableEntity);

        var answer = await desk.HandleAsync(model.Request.Id, command, http.RequestAborted);
        return answer.Verdict is Verdict.Refused(var refusal)
            ? ShowRefused(model, refusal, answer.Request)
            : Back(model.Token);
    }

    private async Task<FieldProblem?> CheckCodeAsync(Posted posted, CancellationToken cancellationToken)
    {
        if (posted.Model.Form.Code.Length == 0)
            return new FieldProblem("code", $"Type the one-time code. If you have none, press “Mail me a code”: what you typed stays.");

        return await codes.TryAsync(posted.Link, posted.Model.Form.Code, cancellationToken) switch
        {
            CodeResult.Right => null,
            CodeResult.Wrong => new FieldProblem("code", $"That is not the code we mailed to you. Look at the latest mail and type its six digits."),
            CodeResult.Spent => new FieldProblem("code", $"There is no code that could be used: it is too old, was used, or was tried too often. Have a new one mailed."),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<IResult> MailCodeAsync(HttpContext http, Posted posted)
    {
        var model = posted.Model;
        if (!model.NeedsCode)
            return Show(model);

        if (await codes.IssueAsync(posted.Link, http.RequestAborted) is not { } code)
            return Show(
                model with { Problems = [new FieldProblem("code", $"A code was mailed less than a minute ago. Look into your mailbox; if it is not there, try again in a minute.")] },
                StatusCodes.Status429TooManyRequests);

        try
        {
            await mail.SendAsync(model.Request, model.Ask, code, http.RequestAborted);
        }
        catch (Exception e) when (!http.RequestAborted.IsCancellationRequested)
        {
            LogCodeNotMailed(logger, model.Request.Id, FailureText.Of(e));
            return Show(
                model with { Problems = [new FieldProblem("code", $"The code could not be mailed: our mail server does not take mails at the moment. What you typed is still here. Try again in a few minutes.")] },
                StatusCodes.Status503ServiceUnavailable);
        }

        return Show(model with
        {
            CodeNotice = $"A code is on its way to {model.Mailbox}. It holds for {TimeLeft.Minutes((int)OneTimeCodes.Validity.TotalMinutes)}.",
        });
    }

    // Somebody else may have settled it between reading and posting: then what became of it says more than the refusal.
    private IResult ShowRefused(ReviewModel model, Refusal refusal, RequestState? now) =>
        now?.Asks[model.Ask.Number - 1] is { IsOpen: false } retired
            ? ShowSettled(new ReviewAccess.Settled(now, retired), StatusCodes.Status410Gone)
            : Show(
                model with { Request = now ?? model.Request, Problems = [new FieldProblem(model.Form.FieldOf(refusal.Code), refusal.Text)] },
                StatusOf(refusal.Code));

    private static int StatusOf(RefusalCode code) => code switch
    {
        RefusalCode.CommentNeeded or RefusalCode.TooLong or RefusalCode.SecondStepNeeded => StatusCodes.Status422UnprocessableEntity,
        RefusalCode.NotYours or RefusalCode.NotEntitled => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status409Conflict,
    };

    private static string CommandId(Ask ask, string formId) =>
        string.Create(CultureInfo.InvariantCulture, $"review/{ask.Number}/{formId}");

    private static IResult Back(string token) => Page.SeeOther($"/review?t={Uri.EscapeDataString(token)}");

    private IResult Show(ReviewModel model, int status = StatusCodes.Status200OK) =>
        Page.Html(Slices.Review.ReviewPage.Create(model), status, readers.Asked(model.Request, model.Ask));

    // One's own decision is what one came to see; a question settled without one is gone.
    private IResult ShowSettled(ReviewAccess.Settled settled, int? status = null)
    {
        var model = new SettledModel(settled.Request, settled.Ask);
        return Page.Html(
            Slices.Review.SettledPage.Create(model),
            status ?? (model.Mine is null ? StatusCodes.Status410Gone : StatusCodes.Status200OK),
            readers.Asked(settled.Request, settled.Ask));
    }

    private static FieldProblem Unproven { get; } = new(
        "decision",
        $"Nothing was decided: we could not tell whether this came from your browser, because it keeps no cookies or the page was open for very long. Check what you typed and send it again.");

    [LoggerMessage(1, LogLevel.Error, "A one-time code for {Request} could not be mailed: {Reason}.")]
    private static partial void LogCodeNotMailed(ILogger logger, RequestId request, string reason);

    private sealed record Posted(ReviewModel Model, AskLink Link, string CommandId);
}
