using Workflow.Core.Classification;

namespace Workflow.Core.Approval.Deciding;

/// <summary>
/// What the policy makes of a declaration. A later revision can only raise: when it asks more than before, or takes
/// somebody's right to decide away, the route starts again; else the stopped clocks run on.
/// </summary>
internal static class Assessing
{
    public static Verdict Decide(RequestState state, Command.RecordAssessment command)
    {
        if (state.Status != RequestStatus.Submitted || command.Revision != state.Revision)
        {
            return Verdict.NothingToDo;
        }

        if (state.Assessment is not { } before)
        {
            return Verdict.Yes(new Event.RequestAssessed(command.Assessment), new Event.StageReached(0));
        }

        if (state.PolicyOrdered is { } ordered && ordered != command.Assessment.Policy)
        {
            return Verdict.No(RefusalCode.NotNow, $"Another policy was ordered to judge this request.");
        }

        var anew = state.IsUnjudged || state.PolicyOrdered is not null;
        var after = anew ? Reassessment.Renew(before, command.Assessment) : Reassessment.Raise(before, command.Assessment);
        var assessed = new Event.RequestAssessed(after);
        if (state.IsUnjudged)
        {
            return Verdict.Yes(assessed, new Event.StageReached(0));
        }

        if (anew || Reassessment.AsksMore(before, after) || !EverybodyMayStillDecide(state))
        {
            return Verdict.Yes([assessed, .. Restart(state, before, after)]);
        }

        return Verdict.Yes(assessed, new Event.ClocksResumed(Pausing.Resume(state, command.Stamp.At)));
    }

    private static IEnumerable<Event> Restart(RequestState state, Assessment before, Assessment after)
    {
        var first = Stays(state, before, after)
            ? Advancing.FirstOpen(after.Route.Stages, 0, (_, seat) => state.Decisions.Any(d => d.Approves && d.Seat == seat))
            : null;
        var fallen = first is null ? state.Decisions.Where(d => d.Counts).Select(d => d.Ask) : [];
        return
        [
            new Event.RouteRestarted(before.Tier, after.Tier, DecisionsStay: first is not null),
            .. state.OpenAsks.Select(a => a.Number).Union(fallen).Order().Select(n => new Event.AskRetired(n, RetirementReason.RouteRestarted)),
            new Event.StageReached(first ?? 0),
        ];
    }

    // A yes to less strict terms is no yes to stricter ones; and a route that nobody would have to answer is none.
    private static bool Stays(RequestState state, Assessment before, Assessment after) =>
        after.Route.Terms.DecisionsOutlastNewFacts && after.Tier == before.Tier && EverybodyMayStillDecide(state);

    // A revision may name people as depicted or as beneficiaries who were asked, or who have decided, before it.
    private static bool EverybodyMayStillDecide(RequestState state)
    {
        var decided = state.Decisions.Where(d => d.Approves).Select(d => state.Asks[d.Ask - 1]);
        return state.OpenAsks.Concat(decided).All(a => Entitlement.Of(state, a.Person) is null);
    }
}
