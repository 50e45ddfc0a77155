using Workflow.Core.Policies;

namespace Workflow.Core.Approval;

/// <summary>When somebody is reminded and when their time is over; instants in UTC, reminders ascending.</summary>
public sealed record Clock(IReadOnlyList<DateTimeOffset> Reminders, DateTimeOffset Due)
{
    /// <summary>A clock that runs in a calendar's working time.</summary>
    /// <param name="calendar">Whose working time.</param>
    /// <param name="at">When it starts.</param>
    /// <param name="limit">How much working time there is.</param>
    /// <param name="reminders">Fractions of the limit, ascending.</param>
    public static Clock Start(BusinessCalendar calendar, DateTimeOffset at, TimeSpan limit, IReadOnlyList<double> reminders) =>
        new([.. reminders.Select(fraction => calendar.Add(at, limit * fraction))], calendar.Add(at, limit));

    /// <summary>What comes next when so many reminders are done: a reminder, or the end.</summary>
    public DateTimeOffset Next(int remindersSent) => remindersSent < Reminders.Count ? Reminders[remindersSent] : Due;

    /// <summary>How many reminders lie at or before an instant.</summary>
    public int RemindersBy(DateTimeOffset at) => Reminders.Count(r => r <= at);
}
