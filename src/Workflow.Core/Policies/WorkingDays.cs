namespace Workflow.Core.Policies;

/// <summary>When a calendar's working days and weeks begin.</summary>
public static class WorkingDays
{
    /// <summary>The local day of an instant.</summary>
    public static DateOnly DayOf(this BusinessCalendar calendar, DateTimeOffset instant) =>
        DateOnly.FromDateTime(Zone(calendar).Local(instant));

    /// <summary>When work begins on the local day of an instant, UTC; null on a day off.</summary>
    public static DateTimeOffset? StartOfDay(this BusinessCalendar calendar, DateTimeOffset instant) =>
        StartOn(calendar, calendar.DayOf(instant), calendar.DayOf(instant));

    /// <summary>When work begins in the local week of an instant, from Monday on, UTC; null in a week off.</summary>
    public static DateTimeOffset? StartOfWeek(this BusinessCalendar calendar, DateTimeOffset instant)
    {
        var day = calendar.DayOf(instant);
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return StartOn(calendar, monday, monday.AddDays(6));
    }

    /// <summary>
    /// When somebody is taken to be back of whom nothing is known but that they are away at an instant: the start of their
    /// next but one working day, UTC.
    /// </summary>
    public static DateTimeOffset ReturnOfUnknown(this BusinessCalendar calendar, DateTimeOffset away) =>
        calendar.StartAfterDayOf(calendar.StartAfterDayOf(away));

    private static DateTimeOffset StartAfterDayOf(this BusinessCalendar calendar, DateTimeOffset instant) =>
        calendar.NextStart(Zone(calendar).Instant(calendar.DayOf(instant).AddDays(1).ToDateTime(TimeOnly.MinValue)));

    private static DateTimeOffset? StartOn(BusinessCalendar calendar, DateOnly first, DateOnly last)
    {
        var start = calendar.NextStart(Zone(calendar).Instant(first.ToDateTime(TimeOnly.MinValue)));
        return calendar.DayOf(start) <= last ? start : null;
    }

    private static TimeZoneInfo Zone(BusinessCalendar calendar) => TimeZoneInfo.FindSystemTimeZoneById(calendar.TimeZone);
}
