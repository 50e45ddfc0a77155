namespace Workflow.Core.Policies;

/// <summary>Adds and measures working time in a person's own calendar.</summary>
/// <remarks>
/// Time is what truly passes: a night shift is an hour shorter when the clocks go forward and an hour longer when they
/// go back. Pure; it knows the time zones of the machine it runs on.
/// </remarks>
public static class BusinessTime
{
    // Ten years without working time are a broken calendar, not a long holiday.
    private const int GiveUpAfterDays = 3660;

    /// <summary>
    /// The instant at which <paramref name="work"/> of working time has passed since <paramref name="from"/>, UTC. It lies
    /// within working time or at its end; no time at all leads to the first instant of working time that is not before.
    /// </summary>
    /// <exception cref="InvalidOperationException">The calendar has no working time in ten years.</exception>
    public static DateTimeOffset Add(this BusinessCalendar calendar, DateTimeOffset from, TimeSpan work)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(work, TimeSpan.Zero);
        var left = work;
        foreach (var (start, end) in Spans(calendar, from))
        {
            var available = end - start;
            if (available >= left)
            {
                return start + left;
            }

            left -= available;
        }

        throw Never(calendar);
    }

    /// <summary>The working time between two instants; zero when <paramref name="to"/> is not later.</summary>
    public static TimeSpan Between(this BusinessCalendar calendar, DateTimeOffset from, DateTimeOffset to)
    {
        var sum = TimeSpan.Zero;
        foreach (var (start, end) in Spans(calendar, from).TakeWhile(span => span.Start < to))
        {
            sum += (end < to ? end : to) - start;
        }

        return sum;
    }

    /// <summary>Whether an instant lies in working time; its start does, its end does not.</summary>
    public static bool IsWorkingAt(this BusinessCalendar calendar, DateTimeOffset instant) =>
        Spans(calendar, instant).Select(span => span.Start <= instant).FirstOrDefault();

    /// <summary>
    /// When the next span of working time starts, UTC: the instant itself when one starts there. In the middle of a span
    /// that is the start of the one after it.
    /// </summary>
    /// <exception cref="InvalidOperationException">The calendar has no working time in ten years.</exception>
    public static DateTimeOffset NextStart(this BusinessCalendar calendar, DateTimeOffset instant)
    {
        foreach (var (start, _) in WholeSpans(calendar, instant))
        {
            if (start >= instant)
            {
                return start;
            }
        }

        throw Never(calendar);
    }

    // What of each span lies after an instant, in order.
    private static IEnumerable<(DateTimeOffset Start, DateTimeOffset End)> Spans(BusinessCalendar calendar, DateTimeOffset from) =>
        WholeSpans(calendar, from)
            .Where(span => span.End > from)
            .Select(span => (span.Start > from ? span.Start : from.ToUniversalTime(), span.End));

    private static IEnumerable<(DateTimeOffset Start, DateTimeOffset End)> WholeSpans(BusinessCalendar calendar, DateTimeOffset from)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(calendar.TimeZone);
        var week = calendar.Week.OrderBy(span => span.Start).ToLookup(span => span.Day);
        var day = DateOnly.FromDateTime(zone.Local(from));
        for (var idle = 0; idle < GiveUpAfterDays; idle++, day = day.AddDays(1))
        {
            if (calendar.Holidays.Contains(day))
            {
                continue;
            }

            foreach (var span in week[day.DayOfWeek])
            {
                var start = zone.Instant(day.ToDateTime(span.Start));
                var end = zone.Instant(EndOf(day, span));

                // A span can vanish where the clocks skip it.
                if (end > start)
                {
                    idle = 0;
                    yield return (start, end);
                }
            }
        }
    }

    private static DateTime EndOf(DateOnly day, WorkingSpan span) =>
        span.End == TimeOnly.MinValue ? day.AddDays(1).ToDateTime(TimeOnly.MinValue) : day.ToDateTime(span.End);

    private static InvalidOperationException Never(BusinessCalendar calendar) =>
        new($"The calendar in {calendar.TimeZone} has no working time within ten years.");
}
