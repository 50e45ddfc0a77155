namespace Workflow.Core.Approval.Deciding;

/// <summary>An asked person steps back: the next one is asked at once, or the seat visibly waits for somebody.</summary>
internal static class Recusing
{
    public static Verdict Decide(RequestState state, Command.Recuse command)
    {
        if ((Answering.Refusal(state, command.Ask, command.Stamp.By) ?? Wanting.Short(command.Comment)) is { } refused)
        {
            return refused;
        }

        var (ask, at) = (state.Asks[command.Ask - 1], command.Stamp.At);
        return Verdict.Yes(
        [
            new Event.AskRecused(ask.Number, command.Comment),
            new Event.AskRetired(ask.Number, RetirementReason.Recused),
            .. Replace(state, ask, at),
        ]);
    }

    /// <summary>What follows when nobody can be awaited any more for an ask that is retired in the same breath.</summary>
    public static IEnumerable<Event> Replace(RequestState state, Ask ask, DateTimeOffset at)
    {
        if (state.OpenAsks.Any(a => a.Seat == ask.Seat && a.Number != ask.Number && a.IsRunning(at)))
        {
            return [];
        }

        if (Asking.Next(state, state.Staffing, ask.Seat, [], at) is { } next)
        {
            return [new Event.PersonAsked(state.Asks.Count + 1, ask.Seat, next, Asking.Clock(state.Stage!, next.Person, at), ask.Number)];
        }

        return [Filling.Unfilled(state, [.. (state.Vacancy?.Roles ?? []).Union([ask.Seat])], at)];
    }
}
