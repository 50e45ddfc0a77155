namespace Workflow.Core.Policies.Holidays;

/// <summary>On which days of a year a holiday falls, before it is moved away from a weekend.</summary>
internal abstract record HolidayRule
{
    private HolidayRule()
    {
    }

    /// <summary>Its days in a year; none in a year in which there is none.</summary>
    public abstract IEnumerable<DateOnly> In(int year);

    /// <summary>The same day of the same month each year; not 29 February.</summary>
    public sealed record OnDate(int Month, int Day) : HolidayRule
    {
        public override IEnumerable<DateOnly> In(int year) => [new(year, Month, Day)];
    }

    /// <summary>So many days after Easter Sunday of the Western churches, or before it when negative.</summary>
    public sealed record FromEaster(int Days) : HolidayRule
    {
        public override IEnumerable<DateOnly> In(int year) => [Easter.Sunday(year).AddDays(Days)];
    }

    /// <summary>Such as the third Monday of January, and so many days after it; the zeroth is the last of the month.</summary>
    public sealed record OnWeekday(int Which, DayOfWeek Weekday, int Month, int Days) : HolidayRule
    {
        public override IEnumerable<DateOnly> In(int year)
        {
            var first = Which > 0
                ? new DateOnly(year, Month, 1 + (7 * (Which - 1)))
                : new DateOnly(year, Month, DateTime.DaysInMonth(year, Month) - 6);
            return [first.AddDays(((Weekday - first.DayOfWeek + 7) % 7) + Days)];
        }
    }

    /// <summary>The last such weekday before a date.</summary>
    public sealed record WeekdayBefore(DayOfWeek Weekday, int Month, int Day) : HolidayRule
    {
        public override IEnumerable<DateOnly> In(int year)
        {
            var last = new DateOnly(year, Month, Day).AddDays(-1);
            return [last.AddDays(-((last.DayOfWeek - Weekday + 7) % 7))];
        }
    }

    /// <summary>Days that no rule gives, as somebody published them.</summary>
    public sealed record Listed(IReadOnlyList<DateOnly> Days) : HolidayRule
    {
        public override IEnumerable<DateOnly> In(int year) => Days.Where(day => day.Year == year);
    }
}
