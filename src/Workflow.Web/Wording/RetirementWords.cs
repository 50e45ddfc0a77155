using Workflow.Core.Approval;
using Workflow.Web.Languages;

namespace Workflow.Web.Wording;

/// <summary>Why a question is no longer somebody's to answer.</summary>
public static class RetirementWords
{
    /// <summary>In a sentence.</summary>
    public static Text Reason(RequestState request, Ask ask) => ask.Retired switch
    {
        RetirementReason.Decided => $"You have decided it.",
        RetirementReason.SeatDecided => $"It has been decided for {StateWords.SeatTitle(request, ask.Seat)} by {Decider(request, ask)}.",
        RetirementReason.StageCompleted => $"Enough of those asked have decided, so your answer is no longer needed.",
        RetirementReason.RequestClosed when request.Outcome is { } outcome && ask.Amendment == request.Amendment => StateWords.Ended(outcome),
        RetirementReason.RequestClosed => $"It belongs to an earlier version of the request, which was decided.",
        RetirementReason.RouteRestarted => $"New facts raised what is at stake, so everybody is asked again. If you are needed, a new message with a new link is on its way.",
        RetirementReason.Delegated => $"You have handed it on to {HandoverWords.To(request, ask)}.",
        RetirementReason.Recused => $"You have stepped back from deciding it.",
        RetirementReason.Reassigned => $"An admin has put the question to {HandoverWords.To(request, ask)}.",
        RetirementReason.Left => $"The directory no longer names you, so it went to somebody else.",
        null => throw new ArgumentException("The ask is still open.", nameof(ask)),
        _ => throw new ArgumentOutOfRangeException(nameof(ask)),
    };

    private static Text Decider(RequestState request, Ask ask) =>
        request.Decisions.LastOrDefault(d => d.Stage == ask.Stage && d.Seat == ask.Seat) is { By.Name: var name }
            ? Phrase.Theirs(name)
            : (Text)$"somebody else";
}
