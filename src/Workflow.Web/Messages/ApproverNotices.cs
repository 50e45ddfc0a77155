using Workflow.Core.Approval;
using Workflow.Web.Languages;
using Workflow.Web.Wording;

namespace Workflow.Web.Messages;

/// <summary>What people who were asked are told besides the question.</summary>
public static class ApproverNotices
{
    /// <summary>Whoever they handed the question on to has decided.</summary>
    public static Letter DelegateDecided(RequestState request, Ask ask, Disclosed disclosed, Uri page)
    {
        var decided = request.Decisions.LastOrDefault(d => request.DelegatorsOf(request.Asks[d.Ask - 1]).Contains(ask));
        return To(
            ask,
            disclosed.Subject($"What you handed on is decided"),
            [
                new Part.Paragraph(decided is null
                    ? (Text)$"The question that you handed on has its answer."
                    : $"{decided.By.Name}, to whom the question went on from you, {DecisionWords.Done(decided.Decision.Kind, request.Assessment!.Tier)} on {Moment.InZone(decided.At, Zone(ask))}."),
                disclosed.Facts(),
                new Part.Paragraph($"You need to do nothing."),
            ],
            $"See what was decided",
            page);
    }

    /// <summary>An admin gave them more time.</summary>
    public static Letter DeadlineMoved(RequestState request, Ask ask, Disclosed disclosed, Uri page) => To(
        ask,
        disclosed.Subject($"You have more time to decide"),
        [
            new Part.Paragraph($"An admin has given you more time for your decision."),
            disclosed.Facts(new Fact($"Please answer by", Moment.InZone(ask.Clock.Due, Zone(ask)))),
        ],
        $"Read and decide",
        page);

    /// <summary>There is a consent to check.</summary>
    public static Letter ConsentAttached(RequestState request, Ask ask, Disclosed disclosed, Uri page) => To(
        ask,
        disclosed.Subject($"Please check a consent"),
        [
            new Part.Paragraph($"{request.Submission.Submitter.Name} has attached a document that is to show somebody’s consent. Nothing can be approved before you have accepted what the policy demands."),
            disclosed.Facts(),
        ],
        $"Check the consents",
        page);

    /// <summary>The approval that they gave was taken back by another.</summary>
    public static Letter Revoked(RequestState request, Ask ask, Disclosed disclosed, Uri page) => To(
        ask,
        disclosed.Subject($"An approval that you gave was revoked"),
        [
            new Part.Paragraph($"Somebody else who gave this approval has taken it back. What it allowed may no longer be done; the submitter has been told."),
            .. request.Approval?.Reason is { } reason ? [disclosed.Words($"The reason", Phrase.Theirs(reason))] : Array.Empty<Part>(),
            disclosed.Facts(),
        ],
        $"See where it stands",
        page);

    /// <summary>The approval does not hold: a consent has ended.</summary>
    public static Letter Suspended(RequestState request, Ask ask, Disclosed disclosed, Uri page) => To(
        ask,
        disclosed.Subject($"An approval is suspended"),
        [
            new Part.Paragraph($"A consent on which this approval rests has ended. The approval does not hold until the submitter has attached a new one and you have accepted it; the submitter has been told."),
            disclosed.Facts(),
        ],
        $"Check the consents",
        page);

    /// <summary>They answered by mail, which decides nothing.</summary>
    public static Letter MailsDoNotDecide(RequestState request, Ask ask, Disclosed disclosed, Uri page) => To(
        ask,
        disclosed.Subject($"Your mail was kept as a note"),
        [
            new Part.Paragraph($"What you wrote now stands with the request as a note. A mail never decides, because nobody can be sure who wrote it: please decide on the page."),
            disclosed.Facts(),
        ],
        $"Read and decide",
        page);

    private static Letter To(Ask ask, Text subject, IEnumerable<Part> said, Text label, Uri page) => new(
        subject,
        [
            new Part.Paragraph($"Dear {ask.Person.Name},"),
            .. said,
            new Part.Button(label, page),
            new Part.SmallPrint($"The link is yours alone: please do not forward it. Opening it decides nothing."),
        ]);

    private static string Zone(Ask ask) => ask.Person.Calendar.TimeZone;
}
