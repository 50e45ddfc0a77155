using System.Text.Json.Serialization;

namespace Workflow.Core.Policies;

/// <summary>When a person works: spans of local time on the days of the week in a time zone, except on holidays.</summary>
/// <remarks>
/// It is stored within events and carries all that it needs as dates, so that a change of a file of holidays never
/// changes what was decided with it. Its arithmetic is in <see cref="BusinessTime"/>.
/// </remarks>
/// <param name="TimeZone">IANA name, such as <c>Europe/Paris</c>.</param>
/// <param name="Week">The working spans of a week; those of one day do not overlap.</param>
/// <param name="Holidays">Local days off.</param>
[JsonConverter(typeof(StoredCalendarConverter))]
public sealed record BusinessCalendar(string TimeZone, IReadOnlyList<WorkingSpan> Week, IReadOnlyList<DateOnly> Holidays)
{
    /// <summary>A calendar with the same hours on each working day.</summary>
    /// <param name="timeZone">IANA name, such as <c>Europe/Paris</c>.</param>
    /// <param name="days">The working days of the week.</param>
    /// <param name="start">Local time at which the working day starts.</param>
    /// <param name="end">Local time at which it ends, later than <paramref name="start"/>; 00:00 is the end of the day.</param>
    /// <param name="holidays">Local days off.</param>
    public BusinessCalendar(
        string timeZone, IReadOnlyList<DayOfWeek> days, TimeOnly start, TimeOnly end, IReadOnlyList<DateOnly> holidays)
        : this(timeZone, [.. days.Select(day => new WorkingSpan(day, start, end))], holidays)
    {
    }

    /// <summary>The same calendar with no holidays but those from one day to another, both included.</summary>
    public BusinessCalendar WithHolidaysOf(DateOnly first, DateOnly last) =>
        this with { Holidays = [.. Holidays.Where(day => day >= first && day <= last)] };
}

/// <summary>A part of a day in which somebody works.</summary>
/// <param name="Day">The day of the week.</param>
/// <param name="Start">Local time.</param>
/// <param name="End">Local time, later than <paramref name="Start"/>; 00:00 is the end of the day.</param>
public sealed record WorkingSpan(DayOfWeek Day, TimeOnly Start, TimeOnly End);
