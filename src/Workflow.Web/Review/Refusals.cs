using Microsoft.AspNetCore.Http;
using Workflow.Core.Approval;
using Workflow.Core.Requests;
using Workflow.Web.Languages;
using Workflow.Web.Pages;
using Workflow.Web.Wording;

namespace Workflow.Web.Review;

/// <summary>What an asked person is told who is refused.</summary>
internal static class Refusals
{
    /// <summary>The HTTP status of a refusal.</summary>
    public static int Status(RefusalCode code) => code switch
    {
        RefusalCode.CommentNeeded or RefusalCode.TooLong or RefusalCode.SecondStepNeeded or RefusalCode.ConsentMissing => StatusCodes.Status422UnprocessableEntity,
        RefusalCode.NotYours or RefusalCode.NotEntitled => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status409Conflict,
    };

    /// <summary>A refusal beside a form. Consents that are missing are named as everywhere else, in the reader's language.</summary>
    public static FormattableString Words(Refusal refusal, RequestState request, DateTimeOffset at) => refusal.Code == RefusalCode.ConsentMissing
        ? $"This cannot be approved before these consents are here and accepted: {Phrase.Commas(ConsentRules.Missing(request, at).Select(ConsentKindWords.Missing))}. The submitter can attach them."
        : refusal.Text;

    /// <summary>What is said where a post is not provably from our form.</summary>
    public static FieldProblem Unproven(string field) => new(
        field,
        $"Nothing was done: we could not tell whether this came from your browser, because it keeps no cookies or the page was open for very long. Check what you typed and send it again.");

    /// <summary>A refusal that nothing on a form could put right, as a page.</summary>
    public static IResult Page(Refusal refusal, string token, Language language) => Page(Status(refusal.Code), Text.Of(refusal.Text), token, language);

    /// <summary>The same in words of ours.</summary>
    public static IResult Page(int status, Text why, string token, Language language) =>
        new Problem(status, "refused", $"This cannot be done", why)
        {
            Next = new NavigationLink(ReviewLinks.Review(token), $"Back to the request"),
        }.ToPage(language);
}
