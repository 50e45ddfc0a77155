using Workflow.Core.People;

namespace Workflow.Core.Approval;

/// <summary>
/// What can wait until somebody works: a first question, and what is only told. Escalations, reminders, what admins have
/// done and bad news do not wait, and submitters wait for nothing, since nobody knows when they work.
/// </summary>
/// <remarks>Nobody loses time by it: a question's time runs in working hours, in which it is never quiet.</remarks>
internal static class Courtesy
{
    /// <summary>The instant before which an effect is not carried out, UTC; null when it may be at once.</summary>
    /// <param name="state">The request, with the event that caused the effect applied.</param>
    /// <param name="effect">The effect.</param>
    /// <param name="at">When it was caused.</param>
    public static DateTimeOffset? NotBefore(RequestState state, Effect effect, DateTimeOffset at)
    {
        if (state.Assessment?.Route.Terms.Quiet is not { } quiet || Reader(state, effect) is not { } reader)
        {
            return null;
        }

        var over = quiet.Over(reader.Calendar, at);
        return over > at ? over : null;
    }

    // Whom it may disturb; null where it disturbs nobody or must.
    private static Person? Reader(RequestState state, Effect effect) => effect switch
    {
        Effect.PutAsk e when state.Asks[e.Ask - 1] is { Candidate.Capacity: Capacity.Holder or Capacity.Delegate } ask => ask.Person,
        Effect.TellApprover { Notice: ApproverNotice.DelegateDecided or ApproverNotice.DeadlineMoved or ApproverNotice.ConsentAttached } e =>
            state.Asks[e.Ask - 1].Person,
        Effect.RetireAsk e => state.Asks[e.Ask - 1].Person,
        _ => null,
    };
}
