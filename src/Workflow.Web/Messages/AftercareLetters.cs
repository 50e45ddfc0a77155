using Workflow.Core.Approval;
using Workflow.Web.Wording;

namespace Workflow.Web.Messages;

/// <summary>What submitters are told about an approval that they have, and about what it rests on.</summary>
/// <remarks>A letter is written from the request as it is when the mail leaves; it says nothing that is no longer so.</remarks>
public static class AftercareLetters
{
    /// <summary>They have more time to answer.</summary>
    public static Letter DeadlineMoved(RequestState request, Disclosed disclosed, Uri page) => SubmitterLetters.To(
        request,
        disclosed.Subject($"You have more time"),
        [
            new Part.Paragraph($"You were given more time to answer."),
            disclosed.Facts(request.Question is { } question ? [SubmitterLetters.AnswerBy(request, question)] : []),
        ],
        $"See where it stands",
        page);

    /// <summary>A document was not accepted.</summary>
    public static Letter ConsentRefused(RequestState request, Disclosed disclosed, Uri page) => SubmitterLetters.To(
        request,
        disclosed.Subject($"A document was not accepted"),
        [
            new Part.Paragraph($"A document that you attached as a consent was not accepted. Without the consents that the policy demands nothing is approved."),
            .. Refused(request)?.Comment is { } comment ? [disclosed.Words($"What is wrong with it", Phrase.Theirs(comment))] : Array.Empty<Part>(),
            disclosed.Facts(),
            new Part.Paragraph($"Please attach one that is in order."),
        ],
        $"See the consents",
        page);

    /// <summary>A new version goes round.</summary>
    public static Letter AmendmentReceived(RequestState request, Disclosed disclosed, Uri page) => SubmitterLetters.To(
        request,
        disclosed.Subject($"We have your new version"),
        [
            new Part.Paragraph($"What you sent is here as version {request.Amendment}. It is checked against the production's policy and goes round again. You will get a mail when there is an answer, or a question."),
            disclosed.Facts(),
            .. request.Approval is { } approval ? [new Part.Paragraph(StandingWords.WhileDecided(approval))] : Array.Empty<Part>(),
        ],
        $"See where it stands",
        page);

    /// <summary>The approval was taken back.</summary>
    public static Letter Revoked(RequestState request, GrantedApproval approval, Disclosed disclosed, Uri page) => SubmitterLetters.To(
        request,
        disclosed.Subject($"Revoked, stop the use"),
        [
            new Part.Paragraph($"The approval was taken back: stop the use now. Ask your contact what becomes of what was made so far."),
            .. approval.Reason is { } reason ? [disclosed.Words($"The reason", Phrase.Theirs(reason))] : Array.Empty<Part>(),
            disclosed.Facts(),
        ],
        $"See the decision",
        page);

    /// <summary>The approval does not hold for the time being.</summary>
    public static Letter Suspended(RequestState request, GrantedApproval approval, Disclosed disclosed, Uri page) => SubmitterLetters.To(
        request,
        disclosed.Subject(approval.Standing == Standing.Suspended ? $"Suspended, stop the use for now" : StandingWords.Name(approval)),
        [
            new Part.Paragraph(StandingWords.Meaning(approval)),
            disclosed.Facts(),
        ],
        $"See where it stands",
        page);

    /// <summary>A reason for which it was suspended is gone; another may be left.</summary>
    public static Letter Reinstated(RequestState request, GrantedApproval approval, Disclosed disclosed, Uri page) => SubmitterLetters.To(
        request,
        disclosed.Subject(approval.Standing == Standing.InForce ? $"The approval holds again" : StandingWords.Name(approval)),
        [
            new Part.Paragraph(approval.Standing == Standing.InForce
                ? $"The approval holds again, with its conditions and its end as before. You can go on."
                : StandingWords.Meaning(approval)),
            disclosed.Facts(Until(request, approval)),
        ],
        $"See where it stands",
        page);

    /// <summary>The approval ends soon.</summary>
    public static Letter ExpiryAhead(RequestState request, GrantedApproval approval, Disclosed disclosed, Uri page) => SubmitterLetters.To(
        request,
        disclosed.Subject($"The approval ends soon"),
        [
            new Part.Paragraph($"The approval ends on the day below. If the use goes on after it, ask for it to be renewed now: the same people are asked again, and that takes its time."),
            disclosed.Facts(Until(request, approval)),
        ],
        $"Renew it",
        page);

    /// <summary>The approval has ended.</summary>
    public static Letter Lapsed(RequestState request, GrantedApproval approval, Disclosed disclosed, Uri page) => SubmitterLetters.To(
        request,
        disclosed.Subject($"The approval has ended"),
        [
            new Part.Paragraph($"The time of the approval is over: nothing more may be done on it. If the use goes on, ask for it to be renewed and wait for the answer."),
            disclosed.Facts(Until(request, approval)),
        ],
        $"Renew it",
        page);

    /// <summary>A condition should have been met by now.</summary>
    public static Letter ObligationOverdue(
        RequestState request, GrantedApproval approval, DateTimeOffset now, Disclosed disclosed, Uri page) => SubmitterLetters.To(
        request,
        disclosed.Subject($"A condition is overdue"),
        [
            new Part.Paragraph($"The day by which a condition of your approval had to be met is over, and nobody has said that it is met."),
            disclosed.List($"The conditions", [.. approval.Obligations.Where(o => ObligationWords.IsOverdue(o, now)).Select(o => o.Condition.Text)]),
            disclosed.Facts(),
            new Part.Paragraph($"If it is met, say so behind the link. If it is not, meet it or stop the use."),
        ],
        $"See the conditions",
        page);

    private static ConsentCheck? Refused(RequestState request) =>
        request.Consents.Select(c => c.Check).Where(c => c is { Accepted: false }).MaxBy(c => c!.At);

    private static Fact[] Until(RequestState request, GrantedApproval approval) => approval.Outcome.ValidUntil is { } until
        ? [new Fact($"Valid until", Moment.InZone(until, SubmitterLetters.Zone(request)))]
        : [];
}
