namespace Workflow.Core.Policies;

/// <summary>Adds and measures working time in a person's own calendar.</summary>
/// <remarks>
/// A working day is as long as the clock shows between its start and end, also on the day the clocks change.
/// A start or end that a clock change skips counts as the instant at which the clock was moved.
/// </remarks>
public static class BusinessTime
{
    // Ten years without a working day is a broken calendar, not a long holiday.
    private const int GiveUpAfterDays = 3660;

    /// <summary>The instant at which <paramref name="work"/> of working time has passed since <paramref name="from"/>, UTC.</summary>
    /// <exception cref="InvalidOperationException">The calendar has no working day in ten years.</exception>
    public static DateTimeOffset Add(this BusinessCalendar calendar, DateTimeOffset from, TimeSpan work)
    {
        var left = work;
        foreach (var (start, end) in Days(calendar, from))
        {
            var begin = start > from ? start : from;
            var available = end - begin;
            if (available >= left && available > TimeSpan.Zero)
            {
                return begin + left;
            }

            if (available > TimeSpan.Zero)
            {
                left -= available;
            }
        }

        throw new InvalidOperationException($"The calendar in {calendar.TimeZone} has no working day within ten years.");
    }

    /// <summary>The working time between two instants; zero when <paramref name="to"/> is not later.</summary>
    public static TimeSpan Between(this BusinessCalendar calendar, DateTimeOffset from, DateTimeOffset to)
    {
        var sum = TimeSpan.Zero;
        foreach (var (start, end) in Days(calendar, from))
        {
            if (start >= to)
            {
                break;
            }

            var overlap = (end < to ? end : to) - (start > from ? start : from);
            sum += overlap > TimeSpan.Zero ? overlap : TimeSpan.Zero;
        }

        return sum;
    }

    private static IEnumerable<(DateTimeOffset Start, DateTimeOffset End)> Days(BusinessCalendar calendar, DateTimeOffset from)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(calendar.TimeZone);
        var first = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(from, zone).DateTime);
        for (var i = 0; i < GiveUpAfterDays; i++)
        {
            var day = first.AddDays(i);
            if (calendar.Days.Contains(day.DayOfWeek) && !calendar.Holidays.Contains(day))
            {
                yield return (Instant(zone, day, calendar.Start), Instant(zone, day, calendar.End));
            }
        }
    }

    // The offset of a skipped local time is the one before the change, which puts it at or after the change itself.
    private static DateTimeOffset Instant(TimeZoneInfo zone, DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
