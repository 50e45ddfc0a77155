using Workflow.Core.Policies;

namespace Workflow.Core.Approval.Deciding;

/// <summary>Stops the approvers' clocks while the submitter has to answer, and sets them going again with what was left.</summary>
internal static class Pausing
{
    public static IReadOnlyList<RemainingTime> Stop(IEnumerable<Ask> asks, DateTimeOffset at) =>
    [
        .. asks.Where(a => !a.Overdue).Select(a => new RemainingTime(
            a.Number,
            Left(a, at, a.Clock.Due),
            [.. a.Clock.Reminders.Skip(a.RemindersSent).Select(r => Left(a, at, r))])),
    ];

    public static IReadOnlyList<ResumedClock> Resume(RequestState state, DateTimeOffset at) =>
    [
        .. state.Paused.Select(left =>
        {
            var calendar = state.Asks[left.Ask - 1].Person.Calendar;
            return new ResumedClock(
                left.Ask,
                new Clock([.. left.UntilReminders.Select(r => calendar.Add(at, r))], calendar.Add(at, left.UntilDue)));
        }),
    ];

    private static TimeSpan Left(Ask ask, DateTimeOffset at, DateTimeOffset until) => ask.Person.Calendar.Between(at, until);
}
