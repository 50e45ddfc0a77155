using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Workflow.Core.Approval;
using Workflow.Core.Diagnostics;
using Workflow.Core.People;
using Workflow.Core.Ports;
using Workflow.Core.Requests;
using Workflow.Web.Languages;
using Workflow.Web.Links;
using Workflow.Web.SecondStep;
using Workflow.Web.Wording;

namespace Workflow.Web.Review;

/// <summary>What came of a wish for a one-time code.</summary>
public abstract record CodeMailing
{
    private CodeMailing()
    {
    }

    /// <summary>It is on its way.</summary>
    public sealed record Mailed(Text Notice) : CodeMailing;

    /// <summary>It is not.</summary>
    /// <param name="Problem">Why, said beside the field of the code.</param>
    /// <param name="Status">For HTTP.</param>
    public sealed record NotMailed(FieldProblem Problem, int Status) : CodeMailing;
}

/// <summary>The second step of every form behind an ask's link: a code is mailed, typed, and used up.</summary>
public sealed partial class CodeStep(OneTimeCodes codes, CodeMail mail, ILogger<CodeStep> logger)
{
    /// <summary>Mails a code to the person asked.</summary>
    public async Task<CodeMailing> MailAsync(RequestState request, Ask ask, AskLink link, CancellationToken cancellationToken)
    {
        if (await codes.IssueAsync(link, cancellationToken) is not { } code)
        {
            return new CodeMailing.NotMailed(
                new FieldProblem("code", $"A code was mailed less than a minute ago. Look into your mailbox; if it is not there, try again in a minute."),
                StatusCodes.Status429TooManyRequests);
        }

        try
        {
            await mail.SendAsync(request, ask, code, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogCodeNotMailed(logger, request.Id, FailureText.Of(e));
            return new CodeMailing.NotMailed(
                new FieldProblem("code", $"The code could not be mailed: our mail server does not take mails at the moment. What you typed is still here. Try again in a few minutes."),
                StatusCodes.Status503ServiceUnavailable);
        }

        return new CodeMailing.Mailed(
            $"A code is on its way to {Mailbox(ask)}. It holds for {TimeLeft.Minutes((int)OneTimeCodes.Validity.TotalMinutes)}.");
    }

    /// <summary>What is wrong with a code as typed; null when it is right, and then it is used up.</summary>
    public async Task<FieldProblem?> CheckAsync(AskLink link, string typed, CancellationToken cancellationToken)
    {
        if (typed.Length == 0)
        {
            return new FieldProblem("code", $"Type the one-time code. If you have none, press “Mail me a code”: what you typed stays.");
        }

        return await codes.TryAsync(link, typed, cancellationToken) switch
        {
            CodeResult.Right => null,
            CodeResult.Wrong => new FieldProblem("code", $"That is not the code we mailed to you. Look at the latest mail and type its six digits."),
            CodeResult.Spent => new FieldProblem("code", $"There is no code that could be used: it is too old, was used, or was tried too often. Have a new one mailed."),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>The person asked, as proven once they have come through here, or by their link alone where no code is needed.</summary>
    public static Actor ActorOf(Ask ask, bool needsCode) => new(
        ActorKind.Approver, ask.Person.Id, ask.Person.Name, needsCode ? Authentication.MailedLinkAndCode : Authentication.MailedLink);

    /// <summary>Where the code goes, not in full: who holds a stolen link need not learn the address.</summary>
    public static Text Mailbox(Ask ask)
    {
        var email = ask.Person.Email;
        return email.IndexOf('@', StringComparison.Ordinal) is var at and > 0 ? Phrase.Theirs($"{email[0]}…{email[at..]}") : (Text)$"your mailbox";
    }

    [LoggerMessage(1, LogLevel.Error, "A one-time code for {Request} could not be mailed: {Reason}.")]
    private static partial void LogCodeNotMailed(ILogger logger, RequestId request, string reason);
}
