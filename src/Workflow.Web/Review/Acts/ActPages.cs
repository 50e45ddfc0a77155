using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Core.Ports;
using Workflow.Core.Requests;
using Workflow.Web.Forms;
using Workflow.Web.Languages;
using Workflow.Web.Links;
using Workflow.Web.Pages;

namespace Workflow.Web.Review.Acts;

/// <summary>The pages on which an asked person hands on, steps back or revokes: reading changes nothing, posting does it.</summary>
public sealed class ActPages(
    ReviewDoor door, Readers readers, FormGuard guard, ApprovalDesk desk, CodeStep secondStep, IDirectory directory, TimeProvider clock)
{
    /// <summary>The page of an act, or why it cannot be done.</summary>
    public async Task<IResult> ShowAsync(HttpContext http, Act act)
    {
        var token = http.Request.Query["t"].ToString();
        return await door.OpenAsync(token, http.RequestAborted) switch
        {
            ReviewAccess.Denied denied => denied.Problem.ToPage(),
            ReviewAccess.Found found => Offer(await ModelAsync(found, act, token, guard.Seal(http), http.RequestAborted)),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Does it, then 303 back to the request; with <c>step=code</c> it mails a one-time code instead.</summary>
    public async Task<IResult> PostAsync(HttpContext http, Act act)
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
            case ReviewAccess.Found found when formId is not null && found.Request.Commands.Contains(found.CommandId(formId)):
                return Page.SeeOther(ReviewLinks.Review(token));
            case ReviewAccess.Found found:
                var model = await ModelAsync(found, act, token, guard.Seal(http, formId), http.RequestAborted) with { Form = ActForm.Read(fields) };
                if (formId is null)
                {
                    return Show(model with { Problems = [Refusals.Unproven(model.Fields.First().Name)] }, StatusCodes.Status400BadRequest);
                }

                return model.NeedsCode && fields[CodePartModel.Step] == "code"
                    ? await MailCodeAsync(model, found.Link, http.RequestAborted)
                    : await DoAsync(model, found.Link, found.CommandId(formId), http.RequestAborted);
            default:
                throw new UnreachableException();
        }
    }

    private async Task<IResult> DoAsync(ActModel model, AskLink link, string commandId, CancellationToken cancellationToken)
    {
        if (model.Act.NeedsColleague && model.To is null)
        {
            return Show(model with { Problems = [new FieldProblem("to", $"Choose to whom.")] }, StatusCodes.Status422UnprocessableEntity);
        }

        var command = model.Act.ToCommand(
            new Stamp(commandId, clock.GetUtcNow(), CodeStep.ActorOf(model.Ask, model.NeedsCode)), model.Ask, model.To, model.Form.Comment.Length == 0 ? null : model.Form.Comment);

        // Decided dry first: a code is spent only on what would be accepted with it.
        if (Decider.Decide(model.Request, command) is Verdict.Refused(var slip))
        {
            return Refuse(model, slip);
        }

        if (model.NeedsCode && await secondStep.CheckAsync(link, model.Form.Code, cancellationToken) is { } problem)
        {
            return Show(model with { Problems = [problem] }, StatusCodes.Status422UnprocessableEntity);
        }

        var answer = await desk.HandleAsync(model.Request.Id, command, cancellationToken);
        return answer.Verdict is Verdict.Refused(var refusal) ? Refuse(model, refusal) : Page.SeeOther(ReviewLinks.Review(model.Token));
    }

    private async Task<IResult> MailCodeAsync(ActModel model, AskLink link, CancellationToken cancellationToken) =>
        await secondStep.MailAsync(model.Request, model.Ask, link, cancellationToken) switch
        {
            CodeMailing.Mailed(var notice) => Show(model with { CodeNotice = notice }),
            CodeMailing.NotMailed(var problem, var status) => Show(model with { Problems = [problem] }, status),
            _ => throw new UnreachableException(),
        };

    private async Task<ActModel> ModelAsync(ReviewAccess.Found found, Act act, string token, FormSeal seal, CancellationToken cancellationToken)
    {
        var offers = new Offers(found.Request, found.Ask, clock.GetUtcNow());
        IReadOnlyList<Person> colleagues = act.NeedsColleague && found.Request.Declaration.Production is { } production
            ? await directory.ColleaguesAsync(production, cancellationToken)
            : [];
        return new ActModel(
            act, found.Request, found.Ask, token, seal,
            [.. colleagues.Where(p => offers.Try(stamp => act.ToCommand(stamp, found.Ask, p, comment: null)) is null)]);
    }

    private IResult Offer(ActModel model)
    {
        var offers = new Offers(model.Request, model.Ask, clock.GetUtcNow());
        var refusal = offers.Try(stamp => model.Act.ToCommand(stamp, model.Ask, to: null, comment: null));
        if (refusal is not null && ActForm.FieldOf(refusal.Code) is null)
        {
            return Refusals.Page(refusal, model.Token, Language(model));
        }

        return model.Act.NeedsColleague && model.Colleagues.Count == 0
            ? Refusals.Page(StatusCodes.Status409Conflict, $"The directory names nobody else of this production who may decide it. If you cannot decide it, step back instead.", model.Token, Language(model))
            : Show(model);
    }

    private IResult Refuse(ActModel model, Refusal refusal) => ActForm.FieldOf(refusal.Code) is { } field
        ? Show(model with { Problems = [new FieldProblem(field, refusal.Text)] }, Refusals.Status(refusal.Code))
        : Refusals.Page(refusal, model.Token, Language(model));

    private IResult Show(ActModel model, int status = StatusCodes.Status200OK) =>
        Page.Html(Slices.Review.ActPage.Create(model), status, Language(model));

    private Language Language(ActModel model) => readers.Asked(model.Request, model.Ask);
}
