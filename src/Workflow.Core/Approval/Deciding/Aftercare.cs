namespace Workflow.Core.Approval.Deciding;

/// <summary>What is due about an approval that was given: reminders of its end, the end, consents that end, obligations.</summary>
internal static class Aftercare
{
    public static IReadOnlyList<Event> Due(RequestState state, DateTimeOffset at)
    {
        if (state.Approval is not { IsAlive: true } approval)
        {
            return [];
        }

        if (approval.Outcome.ValidUntil <= at)
        {
            return [new Event.ApprovalLapsed()];
        }

        return
        [
            .. ConsentRules.HoldUntil(approval, state.Consents) <= at
                ? new Event[] { new Event.ApprovalSuspended(SuspensionReason.ConsentEnded) } : [],
            .. DueTimes.NoticesBy(approval, at) > approval.NoticesSent ? new Event[] { new Event.ExpiryReminded() } : [],
            .. approval.Obligations.Where(o => o is { MetAt: null, WasOverdue: false } && o.DueAt <= at)
                .Select(o => new Event.ObligationOverdue(o.Number)),
        ];
    }
}
