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

        var after = Reassessment.Raise(before, command.Assessment);
        var assessed = new Event.RequestAssessed(after);
        if (!Reassessment.AsksMore(before, after) && EverybodyMayStillDecide(state))
        {
            return Verdict.Yes(assessed, new Event.ClocksResumed(Pausing.Resume(state, command.Stamp.At)));
        }

        return Verdict.Yes(
        [
            assessed,
            new Event.RouteRestarted(before.Tier, after.Tier),
            .. state.OpenAsks.Select(a => new Event.AskRetired(a.Number, RetirementReason.RouteRestarted)),
            new Event.StageReached(0),
        ]);
    }

    // A revision may name people as depicted or as beneficiaries who were asked, or who have decided, before it.
    private static bool EverybodyMayStillDecide(RequestState state)
    {
        var decided = state.Decisions.Where(d => d.Approves).Select(d => state.Asks[d.Ask - 1]);
        return state.OpenAsks.Concat(decided).All(a => Entitlement.Of(state, a.Person) is null);
    }
}
