namespace Workflow.Core.Policies;

/// <summary>
/// When nobody is to be disturbed: at night and on days off, in their own time zone, but never while they work, as some do
/// at night.
/// </summary>
/// <param name="From">Local time from which it is quiet; later than <paramref name="Until"/>.</param>
/// <param name="Until">Local time on the next working day at which it is over.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly Until)
{
    // As for a calendar without working time: ten years are a mistake, not a holiday.
    private const int GiveUpAfterDays = 3660;

    /// <summary>When somebody can be spoken to, UTC: the instant itself, or the end of the quiet hours that it lies in.</summary>
    public DateTimeOffset Over(BusinessCalendar calendar, DateTimeOffset instant)
    {
        var work = calendar.Add(instant, TimeSpan.Zero);
        var morning = Morning(calendar, instant);
        return work < morning ? work : morning;
    }

    private DateTimeOffset Morning(BusinessCalendar calendar, DateTimeOffset instant)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(calendar.TimeZone);
        var today = DateOnly.FromDateTime(zone.Local(instant));
        for (var days = 0; days < GiveUpAfterDays; days++)
        {
            var day = today.AddDays(days);
            if (!IsWorkingDay(calendar, day) || zone.Instant(day.ToDateTime(From)) <= instant)
            {
                continue;
            }

            var opens = zone.Instant(day.ToDateTime(Until));
            return opens > instant ? opens : instant;
        }

        return instant;
    }

    private static bool IsWorkingDay(BusinessCalendar calendar, DateOnly day) =>
        !calendar.Holidays.Contains(day) && calendar.Week.Any(span => span.Day == day.DayOfWeek);
}
