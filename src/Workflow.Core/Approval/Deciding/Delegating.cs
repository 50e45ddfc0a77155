using Workflow.Core.People;

namespace Workflow.Core.Approval.Deciding;

/// <summary>
/// An asked person hands the question on. Whoever gets it has the same rights and no more; it goes no further than the
/// policy allows, and never back to somebody who had it.
/// </summary>
internal static class Delegating
{
    public static Verdict Decide(RequestState state, Command.DelegateTo command)
    {
        var by = command.Stamp.By;
        if ((Answering.Refusal(state, command.Ask, by) ?? Wanting.Short(command.Comment)) is { } refused)
        {
            return refused;
        }

        var ask = state.Asks[command.Ask - 1];
        return Exhausted(state, ask)
            ?? Obstacle(state, ask.Seat, command.To)
            ?? Verdict.Yes(
                new Event.AskDelegated(ask.Number, command.Comment),
                new Event.AskRetired(ask.Number, RetirementReason.Delegated),
                new Event.PersonAsked(
                    state.Asks.Count + 1,
                    ask.Seat,
                    new Candidate(command.To, Capacity.Delegate),
                    Asking.Clock(state.Stage!, command.To, command.Stamp.At),
                    ask.Number));
    }

    /// <summary>Why somebody cannot be put on a seat by hand; null when they can.</summary>
    public static Verdict? Obstacle(RequestState state, string seat, Person person)
    {
        if (Entitlement.Of(state, person) is not null)
        {
            return Verdict.No(RefusalCode.NotEntitled, $"{person.Name} submitted this request, gains from it or is depicted, and so cannot decide it.");
        }

        if (Asking.Round(state).Any(a => a.Seat == seat && a.Person.Id == person.Id))
        {
            return Verdict.No(RefusalCode.DelegationEnds, $"{person.Name} has been asked this before. Choose somebody else.");
        }

        return Asking.Busy(state, seat).Contains(person.Id)
            ? Verdict.No(RefusalCode.NotEntitled, $"{person.Name} decides this request for another role. Each role needs its own person.")
            : null;
    }

    private static Verdict? Exhausted(RequestState state, Ask ask)
    {
        var depth = state.Assessment!.Route.Terms.DelegationDepth;
        if (state.DelegatorsOf(ask).Count() < depth)
        {
            return null;
        }

        return depth == 0
            ? Verdict.No(RefusalCode.DelegationEnds, $"The policy does not let this question be handed on. If you cannot decide it, step back instead.")
            : Verdict.No(RefusalCode.DelegationEnds, $"This question was handed on to you and cannot be handed on again. If you cannot decide it, step back instead.");
    }
}
