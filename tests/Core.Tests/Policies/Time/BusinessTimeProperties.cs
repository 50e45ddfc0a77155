using CsCheck;
using Workflow.Core.Policies;

namespace Core.Tests.Policies.Time;

public sealed class BusinessTimeProperties
{
    private const int Tries = 3000;

    private static readonly Gen<(BusinessCalendar Calendar, DateTimeOffset At, TimeSpan A, TimeSpan B)> Cases =
        Gen.Select(Calendars.Any, Calendars.Instant, Calendars.Work, Calendars.Work);

    [Fact]
    public void Adding_more_work_or_starting_later_never_ends_earlier() => Hold(c =>
        c.Calendar.Add(c.At, c.A) < c.Calendar.Add(c.At, c.A + c.B)
        && c.Calendar.Add(c.At, c.A) <= c.Calendar.Add(c.At + c.B, c.A));

    [Fact]
    public void Adding_in_two_steps_is_adding_at_once() => Hold(c =>
        c.Calendar.Add(c.Calendar.Add(c.At, c.A), c.B) == c.Calendar.Add(c.At, c.A + c.B));

    [Fact]
    public void Work_between_is_what_was_added() => Hold(c => c.Calendar.Between(c.At, c.Calendar.Add(c.At, c.A)) == c.A);

    [Fact]
    public void Work_between_adds_up_over_any_instant() => Hold(c =>
        c.Calendar.Between(c.At, c.At + c.A) + c.Calendar.Between(c.At + c.A, c.At + c.A + c.B) == c.Calendar.Between(c.At, c.At + c.A + c.B));

    [Fact]
    public void Work_between_is_never_more_than_the_time_that_passed() => Hold(c =>
        c.Calendar.Between(c.At, c.At + c.A) is var work && work >= TimeSpan.Zero && work <= c.A && c.Calendar.Between(c.At + c.A, c.At) == TimeSpan.Zero);

    [Fact]
    public void Work_ends_within_working_time_or_at_its_end() => Hold(c => c.Calendar.IsWorkingAt(c.Calendar.Add(c.At, c.A).AddTicks(-1)));

    [Fact]
    public void No_work_leads_to_the_first_working_instant_that_is_not_before() => Hold(c =>
        c.Calendar.Add(c.At, TimeSpan.Zero) is var first
        && c.Calendar.IsWorkingAt(first)
        && first == (c.Calendar.IsWorkingAt(c.At) ? c.At : c.Calendar.NextStart(c.At)));

    [Fact]
    public void Working_time_is_what_the_week_says_at_the_local_time() => Hold(c =>
    {
        var local = TimeZoneInfo.ConvertTime(c.At, TimeZoneInfo.FindSystemTimeZoneById(c.Calendar.TimeZone));
        var time = TimeOnly.FromDateTime(local.DateTime);
        var expected = !c.Calendar.Holidays.Contains(DateOnly.FromDateTime(local.DateTime))
            && c.Calendar.Week.Any(s => s.Day == local.DayOfWeek && s.Start <= time && (time < s.End || s.End == TimeOnly.MinValue));

        // Where the clock goes back, a span that started or ended in the hour that comes twice did so the first time.
        var twice = TimeZoneInfo.FindSystemTimeZoneById(c.Calendar.TimeZone).IsAmbiguousTime(local.DateTime);
        return twice || c.Calendar.IsWorkingAt(c.At) == expected;
    });

    [Fact]
    public void Working_time_starts_at_the_next_start_and_not_just_before() => Hold(c =>
    {
        var start = c.Calendar.NextStart(c.At);
        return start >= c.At && c.Calendar.IsWorkingAt(start) && c.Calendar.NextStart(start) == start;
    });

    [Fact]
    public void Ten_times_the_work_takes_ten_times_the_steps() => Hold(c =>
    {
        var (once, often) = (Steps(c.Calendar, c.At, c.A), Steps(c.Calendar, c.At, c.A * 10));
        return often <= (10 * once) + (10 * 7) + c.Calendar.Holidays.Count;
    });

    // Every day that is looked at is looked up in the holidays once.
    private static int Steps(BusinessCalendar calendar, DateTimeOffset at, TimeSpan work)
    {
        var counted = new CountedDays(calendar.Holidays);
        (calendar with { Holidays = counted }).Add(at, work);
        return counted.Times;
    }

    private static void Hold(Func<(BusinessCalendar Calendar, DateTimeOffset At, TimeSpan A, TimeSpan B), bool> property) =>
        Cases.Sample(property, iter: Tries, print: c => $"{Calendars.Print(c.Calendar)}\nat {c.At:u}, {c.A} and {c.B}");

    private sealed class CountedDays(IReadOnlyList<DateOnly> days) : IReadOnlyList<DateOnly>
    {
        public int Times { get; private set; }

        public int Count => days.Count;

        public DateOnly this[int index] => days[index];

        public IEnumerator<DateOnly> GetEnumerator()
        {
            Times++;
            return days.GetEnumerator();
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
