using Workflow.Core.People;

namespace Workflow.Core.Approval.Deciding;

/// <summary>Whether somebody may answer an ask now: it is theirs, it is open, and they are who they say they are.</summary>
internal static class Answering
{
    /// <summary>Why not, or null when they may.</summary>
    /// <param name="state">The request.</param>
    /// <param name="number">Of the ask.</param>
    /// <param name="by">Who wants to answer.</param>
    /// <param name="isAgain">Whether a decision already given may be given anew.</param>
    public static Verdict? Refusal(RequestState state, int number, Actor by, bool isAgain = false)
    {
        if (number < 1 || number > state.Asks.Count)
        {
            return Verdict.No(RefusalCode.UnknownAsk, $"This question does not exist. Use the link in the newest mail you got.");
        }

        var ask = state.Asks[number - 1];
        return Foreign(ask, by) ?? Late(state, ask, isAgain) ?? NotEntitled(state, ask) ?? Unproven(state.Assessment!.Route.Terms.SecondStep, by);
    }

    /// <summary>Only the person who was asked.</summary>
    public static Verdict? Foreign(Ask ask, Actor by) =>
        by.Kind == ActorKind.Approver && by.Id == ask.Person.Id
            ? null
            : Verdict.No(RefusalCode.NotYours, $"This question was put to somebody else. Only the person who was asked can answer it.");

    /// <summary>Where the policy wants it, a second proof besides the link or the card.</summary>
    public static Verdict? Unproven(bool secondStep, Actor by) =>
        secondStep && by.Authentication is not (Authentication.MailedLinkAndCode or Authentication.TeamsAndCode)
        ? Verdict.No(RefusalCode.SecondStepNeeded, $"This decision needs the one-time code that is mailed to you on request.")
        : null;

    private static Verdict? Late(RequestState state, Ask ask, bool isAgain)
    {
        if (state.Outcome is { } outcome)
        {
            return Closing.Refusal(outcome, state.ClosedAt);
        }

        if (ask.Retired is { } reason && !isAgain)
        {
            return Verdict.No(RefusalCode.AskRetired, Why(state, ask, reason));
        }

        return state.Status == RequestStatus.Deciding
            ? null
            : Verdict.No(RefusalCode.NotNow, $"The submitter was asked for more information, or the policy judges new facts. You can decide once that is done; your time stands still until then.");
    }

    private static Verdict? NotEntitled(RequestState state, Ask ask)
    {
        if (Entitlement.Of(state, ask.Person) is { } reason)
        {
            return Verdict.No(RefusalCode.NotEntitled, reason);
        }

        return state.Decisions.Any(d => d.Approves && d.Ask != ask.Number && d.By.Id == ask.Person.Id)
            ? Verdict.No(RefusalCode.NotEntitled, $"You have approved this request for another role. Each role needs its own person.")
            : null;
    }

    private static FormattableString Why(RequestState state, Ask ask, RetirementReason reason)
    {
        var decided = state.Decisions.LastOrDefault(d => d.Stage == ask.Stage && d.Seat == ask.Seat);
        return reason switch
        {
            RetirementReason.Decided => $"You have already decided this on {decided?.At:d MMMM yyyy, HH:mm} UTC. Nothing was changed.",
            RetirementReason.SeatDecided => $"{decided?.By.Name} has already decided this on {decided?.At:d MMMM yyyy, HH:mm} UTC. Nothing was changed.",
            RetirementReason.StageCompleted => $"Enough others have decided. Nothing was changed.",
            RetirementReason.RouteRestarted => $"New facts changed what is asked. Please use the newer mail.",
            RetirementReason.RequestClosed => $"This question belongs to an earlier version of the request, which was decided. Nothing was changed.",
            RetirementReason.Delegated => $"You have handed this question on. Nothing was changed.",
            RetirementReason.Recused => $"You have stepped back from deciding this. Nothing was changed.",
            RetirementReason.Reassigned => $"An admin has put this question to somebody else. Nothing was changed.",
            RetirementReason.Left => $"The directory no longer names you, so this question went to somebody else. Nothing was changed.",
            _ => throw new ArgumentOutOfRangeException(nameof(reason)),
        };
    }
}
