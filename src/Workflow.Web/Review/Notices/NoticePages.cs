using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Workflow.Core.People;
using Workflow.Core.Requests;
using Workflow.Web.Forms;
using Workflow.Web.Languages;
using Workflow.Web.Links;
using Workflow.Web.Pages;

namespace Workflow.Web.Review.Notices;

/// <summary>The page on which somebody takes note of many requests at once: reading changes nothing, posting does it.</summary>
public sealed class NoticePages(NoticeDoor door, NoticeDesk notices, LinkTokens links, Readers readers, FormGuard guard)
{
    /// <summary><c>GET /review/notices?t=</c></summary>
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var token = http.Request.Query["t"].ToString();
        return await door.OpenAsync(token, http.RequestAborted) switch
        {
            NoticeAccess.Denied denied => denied.Problem.ToPage(),
            NoticeAccess.Open open => await ShowAsync(open, token, guard.Seal(http), NoticesForm.Fresh, http.RequestAborted),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>
    /// <c>POST /review/notices</c>: takes note, and says what became of each. The answer is of this post alone, so no
    /// other page could show it; reloaded, it changes nothing and says the same.
    /// </summary>
    public async Task<IResult> AcknowledgeAsync(HttpContext http)
    {
        var posted = await guard.ReadAsync(http, FormSize.Text, http.RequestAborted);
        if (posted is not PostedForm.Readable { Fields: var fields })
        {
            return ((PostedForm.Unreadable)posted).Problem.ToPage();
        }

        var token = fields["t"].ToString();
        return await door.OpenAsync(token, http.RequestAborted) switch
        {
            NoticeAccess.Denied denied => denied.Problem.ToPage(),
            NoticeAccess.Open open => await AcknowledgeAsync(http, open, token, NoticesForm.Read(fields), (posted as PostedForm.Genuine)?.FormId),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<IResult> AcknowledgeAsync(HttpContext http, NoticeAccess.Open open, string token, NoticesForm form, string? formId)
    {
        var cancellationToken = http.RequestAborted;
        if (formId is null)
        {
            return await ShowAsync(open, token, guard.Seal(http), form, cancellationToken, StatusCodes.Status400BadRequest, Refusals.Unproven(NoticesForm.Tick));
        }

        if (form.Chosen.Count == 0)
        {
            return await ShowAsync(open, token, guard.Seal(http, formId), form, cancellationToken, StatusCodes.Status422UnprocessableEntity, NothingTicked);
        }

        var answers = await notices.AcknowledgeAsync(open.PersonId, Authentication.MailedLink, form.Chosen, formId, cancellationToken);
        var model = new NoticesDoneModel([.. answers.Select(answer => new NoticeAnswerRow(answer, ReviewPage(answer)))], token);
        return Page.Html(
            Slices.Review.NoticesDonePage.Create(model),
            answers.All(answer => answer is NoticeAnswer.Refused) ? StatusCodes.Status409Conflict : StatusCodes.Status200OK,
            answers.Select(LanguageOf).FirstOrDefault(language => language is not null));
    }

    private async Task<IResult> ShowAsync(
        NoticeAccess.Open open, string token, FormSeal seal, NoticesForm form, CancellationToken cancellationToken,
        int status = StatusCodes.Status200OK, params IReadOnlyList<FieldProblem> problems)
    {
        var list = await notices.OfAsync(open.PersonId, cancellationToken);
        var rows = list.Items.Select(notice => new NoticeRow(notice, ReviewPage(notice.Key, open.PersonId), form.Ticked.Contains(notice.Key)));
        var model = new NoticesModel([.. rows], list.HasMore, token, seal) { Problems = problems };

        // Where nothing waits, nothing says which language its person reads; the browser does.
        var language = list.Items is [var first, ..] ? readers.Asked(first.Request, first.Ask) : null;
        return Page.Html(Slices.Review.NoticesPage.Create(model), status, language);
    }

    private Language? LanguageOf(NoticeAnswer answer) =>
        answer.Request is { } request ? readers.Asked(request, request.Asks[answer.Key.Ask - 1]) : null;

    private string? ReviewPage(NoticeAnswer answer) =>
        answer.Request is { } request ? ReviewPage(answer.Key, request.Asks[answer.Key.Ask - 1].Person.Id) : null;

    private string ReviewPage(NoticeKey notice, string person) => ReviewLinks.Review(links.ForAsk(notice.Request, notice.Ask, person));

    private static FieldProblem NothingTicked { get; } = new(NoticesForm.Tick, $"Tick at least one.");
}
