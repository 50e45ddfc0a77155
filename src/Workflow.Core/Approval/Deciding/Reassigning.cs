using Workflow.Core.People;

namespace Workflow.Core.Approval.Deciding;

/// <summary>An admin says who fills a seat; never one who would then decide as their own choice.</summary>
internal static class Reassigning
{
    public static Verdict Decide(RequestState state, Command.Reassign command)
    {
        if (state.Outcome is { } outcome)
        {
            return Closing.Refusal(outcome, state.ClosedAt);
        }

        if (state.Stage?.Seats.Any(s => s.Role == command.Seat) is not true)
        {
            return Verdict.No(RefusalCode.UnknownAsk, $"The stage that this request is in has no seat '{command.Seat}'.");
        }

        return Own(command)
            ?? Delegating.Obstacle(state, command.Seat, command.To)
            ?? Put(state, command, new Candidate(command.To, Capacity.Assigned));
    }

    private static Verdict? Own(Command.Reassign command) =>
        command.Stamp.By.Id == command.To.Id || string.Equals(command.Stamp.By.Id, command.To.Email, StringComparison.OrdinalIgnoreCase)
            ? Verdict.No(RefusalCode.NotEntitled, $"An admin does not decide. Put somebody else on the seat.")
            : null;

    private static Verdict Put(RequestState state, Command.Reassign command, Candidate candidate)
    {
        var assigned = new Event.SeatAssigned(command.Seat, candidate, command.Reason);
        var tally = state.Status == RequestStatus.Deciding ? Tally.Of(state, command.Stamp.At) : null;
        if (tally is null)
        {
            // The directory is asked for the other seats, and whether the choice still stands.
            return state.Status == RequestStatus.Assessed
                ? Verdict.Yes(assigned, new Event.StageReached(state.StageIndex))
                : Verdict.No(RefusalCode.NotNow, $"The submitter was asked for more information, or the policy judges new facts. Put somebody on the seat once that is done.");
        }

        if (tally.Yes.Contains(command.Seat) || tally.No.Contains(command.Seat))
        {
            return Verdict.No(RefusalCode.NotNow, $"This seat has been decided already.");
        }

        var replaced = state.OpenAsks.Where(a => a.Seat == command.Seat).ToList();
        return Verdict.Yes(
        [
            assigned,
            .. replaced.Select(a => new Event.AskRetired(a.Number, RetirementReason.Reassigned)),
            new Event.PersonAsked(
                state.Asks.Count + 1,
                command.Seat,
                candidate,
                Asking.Clock(state.Stage!, command.To, command.Stamp.At),
                replaced.LastOrDefault()?.Number ?? Asking.Round(state).LastOrDefault(a => a.Seat == command.Seat)?.Number),
        ]);
    }
}
