namespace Workflow.Core.Approval;

/// <summary>When the process wants to be woken next.</summary>
public static class DueTimes
{
    private static readonly TimeSpan StallsAfter = TimeSpan.FromHours(1);
    private static readonly TimeSpan StallRepeats = TimeSpan.FromDays(1);

    /// <summary>
    /// The next instant at which a <see cref="Command.Wake"/> would change something, UTC; null once it is closed and
    /// no approval is left to look after.
    /// </summary>
    public static DateTimeOffset? Next(RequestState state) => Earlier(OfRound(state), OfApproval(state));

    /// <summary>When whoever it waits for runs out of time, UTC; null when nobody's clock runs.</summary>
    public static DateTimeOffset? Limit(RequestState state) => state.Status switch
    {
        RequestStatus.AwaitingInfo => state.Question!.Clock.Due,
        RequestStatus.Deciding => Earlier(state.OpenAsks.Min(a => (DateTimeOffset?)a.Clock.Due), state.Vacancy?.GiveUpAt),
        _ => state.Vacancy?.GiveUpAt,
    };

    /// <summary>When work that takes moments counts as standing still.</summary>
    internal static DateTimeOffset Stall(RequestState state) =>
        state.StalledAt is { } told ? told + StallRepeats : state.StatusSince + StallsAfter;

    /// <summary>How many reminders of an approval's end lie at or before an instant.</summary>
    internal static int NoticesBy(GrantedApproval approval, DateTimeOffset at) => Notices(approval).Count(notice => notice <= at);

    private static DateTimeOffset? OfRound(RequestState state) => state.Status switch
    {
        RequestStatus.Closed => null,
        RequestStatus.AwaitingInfo => state.Question!.Clock.Next(state.Question.RemindersSent),
        RequestStatus.Deciding => Earlier(
            state.OpenAsks.Where(a => !a.Overdue).Min(a => (DateTimeOffset?)a.Clock.Next(a.RemindersSent)), state.Vacancy?.RetryAt),
        _ => state.Vacancy is { } vacancy ? Earlier(vacancy.RetryAt, vacancy.GiveUpAt) : Stall(state),
    };

    // What was allowed is looked after until it ends: reminders, the end itself, consents that end, obligations due.
    private static DateTimeOffset? OfApproval(RequestState state)
    {
        if (state.Approval is not { IsAlive: true } approval)
        {
            return null;
        }

        var notices = Notices(approval).Skip(approval.NoticesSent).Select(at => (DateTimeOffset?)at);
        var obligations = approval.Obligations.Where(o => o is { MetAt: null, WasOverdue: false }).Select(o => o.DueAt);
        return notices.Append(approval.Outcome.ValidUntil).Append(ConsentRules.HoldUntil(approval, state.Consents)).Concat(obligations).Min();
    }

    private static IEnumerable<DateTimeOffset> Notices(GrantedApproval approval) => approval.Outcome.ValidUntil is { } end
        ? (approval.Terms.ExpiryNotices ?? []).Select(before => end - before).Where(at => at > approval.At).Order()
        : [];

    private static DateTimeOffset? Earlier(DateTimeOffset? a, DateTimeOffset? b) => a is null || b < a ? b : a;
}
