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
        RetirementReason.RequestClosed => StateWords.Ended(request.Outcome!),
        RetirementReason.RouteRestarted => $"New facts raised what is at stake, so everybody is asked again. If you are needed, a new message with a new link is on its way.",
        null => throw new ArgumentException("The ask is still open.", nameof(ask)),
        _ => throw new ArgumentOutOfRangeException(nameof(ask)),
    };

    private static Text Decider(RequestState request, Ask ask) =>
        request.Decisions.LastOrDefault(d => d.Stage == ask.Stage && d.Seat == ask.Seat) is { By.Name: var name }
            ? Phrase.Theirs(name)
            : (Text)$"somebody else";
}
