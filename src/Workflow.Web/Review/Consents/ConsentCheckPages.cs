using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Workflow.Core.Approval;
using Workflow.Core.Requests;
using Workflow.Web.Forms;
using Workflow.Web.Languages;
using Workflow.Web.Links;
using Workflow.Web.Pages;

namespace Workflow.Web.Review.Consents;

/// <summary>
/// The page on which the seat that the policy names checks consents off, before and after its own decision, and after
/// the close as long as the approval rests on them.
/// </summary>
public sealed class ConsentCheckPages(
    ReviewDoor door, Readers readers, FormGuard guard, ApprovalDesk desk, CodeStep secondStep, TimeProvider clock)
{
    /// <summary><c>GET /review/consents?t=</c></summary>
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var token = http.Request.Query["t"].ToString();
        return await door.OpenAsync(token, http.RequestAborted) switch
        {
            ReviewAccess.Denied denied => denied.Problem.ToPage(),
            ReviewAccess.Found found => Why(found) is { } refusal
                ? Refusals.Page(refusal, token, readers.Asked(found.Request, found.Ask))
                : Show(new ConsentChecks(found.Request, found.Ask, clock.GetUtcNow(), token), guard.Seal(http)),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary><c>POST /review/consents</c>: each document checked is a command of its own; with <c>step=code</c> it mails a one-time code instead.</summary>
    public async Task<IResult> CheckAsync(HttpContext http)
    {
        var posted = await guard.ReadAsync(http, FormSize.Text, http.RequestAborted);
        if (posted is not PostedForm.Readable { Fields: var fields })
        {
            return ((PostedForm.Unreadable)posted).Problem.ToPage();
        }

        var formId = (posted as PostedForm.Genuine)?.FormId;
        var token = fields["t"].ToString();
        switch (await door.OpenAsync(token, http.RequestAborted))
        {
            case ReviewAccess.Denied denied:
                return denied.Problem.ToPage();
            case ReviewAccess.Found found when Why(found) is { } refusal:
                return Refusals.Page(refusal, token, readers.Asked(found.Request, found.Ask));
            case ReviewAccess.Found found:
                var seal = guard.Seal(http, formId);
                var model = new ConsentChecks(found.Request, found.Ask, clock.GetUtcNow(), token);
                model = model with { Rows = [.. model.Rows.Select(row => row.Read(fields))] };
                if (formId is null)
                {
                    return Show(model with { Problems = [Refusals.Unproven(FirstField(model))] }, seal, StatusCodes.Status400BadRequest);
                }

                return model.NeedsCode && fields[CodePartModel.Step] == "code"
                    ? await MailCodeAsync(model, seal, found.Link, http.RequestAborted)
                    : await CheckAsync(model, seal, found.Link, fields["code"].ToString().Trim(), http.RequestAborted);
            default:
                throw new UnreachableException();
        }
    }

    private async Task<IResult> CheckAsync(ConsentChecks model, FormSeal seal, AskLink link, string code, CancellationToken cancellationToken)
    {
        var commands = model.Changed.Select(row => (Row: row, Command: Command(model, row, seal.FormId))).ToList();
        if (commands.Count == 0)
        {
            // A reload of what was just posted changes nothing, and says so by the page itself.
            return model.Rows.Any(row => model.Request.Commands.Contains(CommandId(model.Ask, seal.FormId, row.Number)))
                ? Page.SeeOther(ReviewLinks.Consents(model.Token))
                : Show(model with { Problems = [new FieldProblem(FirstField(model), $"Choose for at least one document.")] }, seal, StatusCodes.Status422UnprocessableEntity);
        }

        // Decided dry first: a code is spent only on what would be accepted with it.
        var slips = commands.Select(c => (c.Row, Refusal: (Decider.Decide(model.Request, c.Command) as Verdict.Refused)?.Refusal))
            .Where(slip => slip.Refusal is not null).ToList();
        if (slips.Count > 0)
        {
            return Show(
                model with { Problems = [.. slips.Select(slip => Problem(slip.Row, slip.Refusal!))] }, seal, Refusals.Status(slips[0].Refusal!.Code));
        }

        if (model.NeedsCode && await secondStep.CheckAsync(link, code, cancellationToken) is { } problem)
        {
            return Show(model with { Problems = [problem] }, seal, StatusCodes.Status422UnprocessableEntity);
        }

        foreach (var (row, command) in commands)
        {
            var answer = await desk.HandleAsync(model.Request.Id, command, cancellationToken);
            if (answer.Verdict is Verdict.Refused(var refusal))
            {
                return Show(model with { Request = answer.Request ?? model.Request, Problems = [Problem(row, refusal)] }, seal, Refusals.Status(refusal.Code));
            }
        }

        return Page.SeeOther(ReviewLinks.Consents(model.Token));
    }

    private async Task<IResult> MailCodeAsync(ConsentChecks model, FormSeal seal, AskLink link, CancellationToken cancellationToken) =>
        await secondStep.MailAsync(model.Request, model.Ask, link, cancellationToken) switch
        {
            CodeMailing.Mailed(var notice) => Show(model with { CodeNotice = notice }, seal),
            CodeMailing.NotMailed(var problem, var status) => Show(model with { Problems = [problem] }, seal, status),
            _ => throw new UnreachableException(),
        };

    // Why they cannot check anything; that there is no document yet is no reason not to see what is missing.
    private Refusal? Why(ReviewAccess.Found found)
    {
        var offers = new Offers(found.Request, found.Ask, clock.GetUtcNow());
        return offers.Checking ? null : offers.TryChecking();
    }

    private static FieldProblem Problem(CheckRow row, Refusal refusal) => new(
        refusal.Code is RefusalCode.CommentNeeded or RefusalCode.TooLong ? row.CommentName : row.ChoiceName, refusal.Text);

    private static string FirstField(ConsentChecks model) => model.Rows is [var first, ..] ? first.ChoiceName : "consents";

    private static Command.CheckConsent Command(ConsentChecks model, CheckRow row, string formId)
    {
        var actor = CodeStep.ActorOf(model.Ask, model.NeedsCode);
        return new Command.CheckConsent(
            new Stamp(CommandId(model.Ask, formId, row.Number), model.Now, actor),
            model.Ask.Number, row.Number, row.Accepted is true, row.Comment.Length == 0 ? null : row.Comment);
    }

    private static string CommandId(Ask ask, string formId, int consent) =>
        string.Create(CultureInfo.InvariantCulture, $"review/{ask.Number}/{formId}/{consent}");

    private IResult Show(ConsentChecks model, FormSeal seal, int status = StatusCodes.Status200OK) =>
        Page.Html(Slices.Review.ConsentCheckPage.Create(new ConsentSheet(model, seal)), status, readers.Asked(model.Request, model.Ask));
}
