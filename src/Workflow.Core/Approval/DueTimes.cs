namespace Workflow.Core.Approval;

/// <summary>When the process wants to be woken next.</summary>
public static class DueTimes
{
    private static readonly TimeSpan StallsAfter = TimeSpan.FromHours(1);
    private static readonly TimeSpan StallRepeats = TimeSpan.FromDays(1);

    /// <summary>The next instant at which a <see cref="Command.Wake"/> would change something, UTC; null once closed.</summary>
    public static DateTimeOffset? Next(RequestState state) => state.Status switch
    {
        RequestStatus.Closed => null,
        RequestStatus.AwaitingInfo => state.Question!.Clock.Next(state.Question.RemindersSent),
        RequestStatus.Deciding => state.OpenAsks.Where(a => !a.Overdue).Min(a => (DateTimeOffset?)a.Clock.Next(a.RemindersSent)),
        _ => state.Vacancy is { } vacancy ? Earlier(vacancy.RetryAt, vacancy.GiveUpAt) : Stall(state),
    };

    /// <summary>When whoever it waits for runs out of time, UTC; null when nobody's clock runs.</summary>
    public static DateTimeOffset? Limit(RequestState state) => state.Status switch
    {
        RequestStatus.AwaitingInfo => state.Question!.Clock.Due,
        RequestStatus.Deciding => state.OpenAsks.Min(a => (DateTimeOffset?)a.Clock.Due),
        _ => state.Vacancy?.GiveUpAt,
    };

    /// <summary>When work that takes moments counts as standing still.</summary>
    internal static DateTimeOffset Stall(RequestState state) =>
        state.StalledAt is { } told ? told + StallRepeats : state.StatusSince + StallsAfter;

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
