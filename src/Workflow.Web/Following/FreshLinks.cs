using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Workflow.Core.Approval;
using Workflow.Core.Diagnostics;
using Workflow.Core.Ports;
using Workflow.Core.Requests;
using Workflow.Web.Forms;
using Workflow.Web.Languages;
using Workflow.Web.Links;
using Workflow.Web.Messages;
using Workflow.Web.Pages;

namespace Workflow.Web.Following;

/// <summary>Mails a submitter a new private link, to the address on record and to no other.</summary>
public sealed partial class FreshLinks(
    FormGuard guard,
    ApprovalDesk desk,
    LinkTokens links,
    Postman postman,
    Readers readers,
    PublicAddress site,
    ICodeStore marks,
    TimeProvider clock,
    ILogger<FreshLinks> logger)
{
    /// <summary>How long after one such mail the next one waits, so that nobody floods a mailbox.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    /// <summary>
    /// <c>POST /request/link</c> with <c>id</c>. The answer is the same whether there is such a request or not, and
    /// shows no address.
    /// </summary>
    public async Task<IResult> SendAsync(HttpContext http)
    {
        var cancellationToken = http.RequestAborted;
        switch (await guard.ReadAsync(http, FormSize.Text, cancellationToken))
        {
            case PostedForm.Unreadable unreadable:
                return unreadable.Problem.ToPage();

            case PostedForm.Unproven unproven:
                return Again(http, unproven.Fields["id"], error: null);

            case PostedForm.Genuine { Fields: var fields } when RequestId.TryParse(fields["id"], null, out var id):
                return await desk.FindAsync(id, cancellationToken) is not { } request || await TryMailAsync(request, cancellationToken)
                    ? Page.Html(Slices.Following.FreshLinkPage.Create(id))
                    : NotMailed.ToPage();

            case PostedForm.Genuine { Fields: var fields }:
                return Again(http, fields["id"], $"That is no number of a request. It looks like GAI-7K3M-Q2XF and stands in the subject of every mail about it.");

            default:
                throw new InvalidOperationException("A posted form of an unknown kind.");
        }
    }

    private static Problem NotMailed => new(
        StatusCodes.Status503ServiceUnavailable,
        "not-mailed",
        $"The link could not be mailed",
        $"Our mail server does not take mails at the moment. Go back and ask for the link again in a few minutes.");

    private async Task<bool> TryMailAsync(RequestState request, CancellationToken cancellationToken)
    {
        try
        {
            await MailAsync(request, cancellationToken);
            return true;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotMailed(logger, request.Id, FailureText.Of(e));
            return false;
        }
    }

    private async Task MailAsync(RequestState request, CancellationToken cancellationToken)
    {
        // A mark is kept as a code that nobody can hit: a try says Spent only once it is too old, or was never made.
        var purpose = $"fresh-link/{request.Id}";
        var now = clock.GetUtcNow();
        if (await marks.TryAsync(purpose, "never", now, int.MaxValue, cancellationToken) != CodeResult.Spent)
        {
            return;
        }

        var submitter = request.Submission.Submitter;
        var key = new EffectKey($"{request.Id}/fresh-link/{now.UtcTicks}");
        await postman.SendAsync(
            request.Id,
            new Addressee(submitter.Name, submitter.Email, readers.Submitter(request), Answers.Join),
            MessageIds.For(key, submitter.Email, site.Host),
            effect: null,
            Letter(request),
            cancellationToken);
        await marks.SaveAsync(purpose, "sent", now + Pause, cancellationToken);
    }

    private Letter Letter(RequestState request) => new(
        $"Your new private link",
        [
            new Part.Paragraph($"Dear {request.Submission.Submitter.Name},"),
            new Part.Paragraph($"Here is a new link to your request, as asked for on our page a moment ago."),
            new Part.Button($"See where it stands", site.Request(links.ForSubmitter(request.Id, request.Submission.Submitter.Email))),
            new Part.SmallPrint($"The link is yours alone: please do not forward it. If you did not ask for it, you need do nothing."),
        ]);

    private IResult Again(HttpContext http, string? typed, Text? error) => Page.Html(
        Slices.Following.LostLinkPage.Create(new LostLink(
            guard.Seal(http),
            $"Have a new link mailed to you",
            $"It goes to the address that was given with the request.",
            error is null && RequestId.TryParse(typed, null, out var id) ? id.ToString() : null,
            error)),
        StatusCodes.Status400BadRequest);

    [LoggerMessage(1, LogLevel.Error, "A new link for {Request} could not be mailed: {Reason}.")]
    private static partial void LogNotMailed(ILogger logger, RequestId request, string reason);
}
