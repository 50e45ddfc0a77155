using Workflow.Core.Policies;

namespace Workflow.Core.Approval.Deciding;

/// <summary>From one stage to the next, and from the last to the close.</summary>
internal static class Advancing
{
    /// <summary>The next stage that still needs somebody, after the current one; null when there is none.</summary>
    public static int? Next(RequestState state) =>
        FirstOpen(state.Assessment!.Route.Stages, state.StageIndex + 1, (stage, seat) => Kept(state, stage, seat));

    /// <summary>The first stage from one on whose quorum is not met by decisions that count already.</summary>
    public static int? FirstOpen(IReadOnlyList<Stage> stages, int from, Func<int, string, bool> isFilled)
    {
        for (var i = from; i < stages.Count; i++)
        {
            if (stages[i].Seats.Count(seat => isFilled(i, seat.Role)) < stages[i].Quorum)
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>What follows when this decision gives the current stage its quorum.</summary>
    public static IEnumerable<Event> Complete(RequestState state, Ask ask, Decision decision, DateTimeOffset at)
    {
        foreach (var other in state.OpenAsks.Where(a => a.Seat != ask.Seat))
        {
            yield return new Event.AskRetired(other.Number, RetirementReason.StageCompleted);
        }

        yield return new Event.StageCompleted(state.StageIndex);
        if (Next(state) is { } next)
        {
            yield return new Event.StageReached(next);
        }
        else
        {
            var earlier = state.Decisions.Where(d => d.Approves && d.Ask != ask.Number).SelectMany(d => d.Decision.Conditions);
            yield return new Event.RequestClosed(Closing.Yes(state, [.. earlier.Concat(decision.Conditions).Distinct()], at));
        }
    }

    // Decisions of a stage to come are there only when they have outlasted new facts.
    private static bool Kept(RequestState state, int stage, string seat) =>
        state.Decisions.Any(d => d.Approves && d.Stage == stage && d.Seat == seat);
}
