using System.Globalization;
using Workflow.Core.Policies;

namespace Core.Tests.Policies.Time;

public sealed class BusinessTimeTests
{
    private static readonly DayOfWeek[] Always = Enum.GetValues<DayOfWeek>();

    [Theory]
    [InlineData("Europe/Paris", "2026-03-29", 23)]
    [InlineData("Europe/Paris", "2026-10-25", 25)]
    [InlineData("America/Los_Angeles", "2026-03-08", 23)]
    [InlineData("America/Los_Angeles", "2026-11-01", 25)]
    [InlineData("Australia/Lord_Howe", "2026-04-05", 24.5)]
    [InlineData("Asia/Tokyo", "2026-03-29", 24)]
    public void Day_on_which_the_clocks_change_has_its_true_length(string zone, string day, double hours)
    {
        var calendar = new BusinessCalendar(zone, Always, TimeOnly.MinValue, TimeOnly.MinValue, []);
        var midnight = Midnight(calendar, DateOnly.Parse(day, CultureInfo.InvariantCulture));

        Assert.Equal(TimeSpan.FromHours(hours), calendar.NextStart(midnight.AddTicks(1)) - midnight);
        Assert.Equal(TimeSpan.FromHours(hours), calendar.Between(midnight, calendar.NextStart(midnight.AddTicks(1))));
    }

    [Fact]
    public void Start_that_the_clocks_skip_is_the_moment_of_the_change()
    {
        var nights = new BusinessCalendar("Europe/Paris", Always, new TimeOnly(2, 30), new TimeOnly(6, 0), []);

        Assert.Equal(Utc("2026-03-29T01:00"), nights.NextStart(Utc("2026-03-28T12:00")));
        Assert.Equal(TimeSpan.FromHours(3), nights.Between(Utc("2026-03-28T12:00"), Utc("2026-03-29T12:00")));
    }

    [Fact]
    public void Time_that_comes_twice_counts_from_the_first()
    {
        var nights = new BusinessCalendar("Europe/Paris", Always, new TimeOnly(2, 30), new TimeOnly(6, 0), []);

        Assert.Equal(Utc("2026-10-25T00:30"), nights.NextStart(Utc("2026-10-24T12:00")));
        Assert.Equal(TimeSpan.FromHours(4.5), nights.Between(Utc("2026-10-24T12:00"), Utc("2026-10-25T12:00")));
    }

    [Fact]
    public void Span_that_the_clocks_skip_is_no_working_time()
    {
        var calendar = new BusinessCalendar("Europe/Paris", [DayOfWeek.Sunday], new TimeOnly(2, 0), new TimeOnly(3, 0), []);

        Assert.Equal(Utc("2026-04-05T00:00"), calendar.NextStart(Utc("2026-03-28T12:00")));
    }

    [Fact]
    public void Lunch_and_holidays_are_skipped()
    {
        var calendar = new BusinessCalendar(
            "Europe/Berlin",
            [new(DayOfWeek.Thursday, new TimeOnly(9, 0), new TimeOnly(13, 0)), new(DayOfWeek.Thursday, new TimeOnly(14, 0), new TimeOnly(18, 0)), new(DayOfWeek.Friday, new TimeOnly(9, 0), new TimeOnly(13, 0))],
            [new DateOnly(2026, 12, 25)]);

        // Thursday before Christmas, noon.
        Assert.Equal(Utc("2026-12-24T16:00"), calendar.Add(Utc("2026-12-24T11:00"), TimeSpan.FromHours(4)));
        Assert.Equal(Utc("2026-12-31T09:00"), calendar.Add(Utc("2026-12-24T11:00"), TimeSpan.FromHours(6)));
    }

    [Fact]
    public void End_of_working_time_is_not_working_time()
    {
        var office = new BusinessCalendar("Europe/London", [DayOfWeek.Monday], new TimeOnly(9, 0), new TimeOnly(17, 0), []);

        Assert.True(office.IsWorkingAt(Utc("2026-01-05T09:00")));
        Assert.False(office.IsWorkingAt(Utc("2026-01-05T17:00")));
        Assert.Equal(Utc("2026-01-05T17:00"), office.Add(Utc("2026-01-05T09:00"), TimeSpan.FromHours(8)));
        Assert.Equal(Utc("2026-01-12T09:00"), office.NextStart(Utc("2026-01-05T09:01")));
    }

    [Fact]
    public void Calendar_without_working_time_is_refused_by_the_arithmetic()
    {
        var never = new BusinessCalendar("Europe/London", [], []);

        Assert.Throws<InvalidOperationException>(() => never.Add(Utc("2026-01-05T09:00"), TimeSpan.Zero));
        Assert.Throws<InvalidOperationException>(() => never.NextStart(Utc("2026-01-05T09:00")));
        Assert.False(never.IsWorkingAt(Utc("2026-01-05T09:00")));
        Assert.Equal(TimeSpan.Zero, never.Between(Utc("2026-01-05T09:00"), Utc("2036-01-05T09:00")));
    }

    [Fact]
    public void Working_time_is_measured_over_decades()
    {
        var office = new BusinessCalendar("Asia/Tokyo", [DayOfWeek.Monday], new TimeOnly(9, 0), new TimeOnly(10, 0), []);
        var at = Utc("2026-01-05T00:00");

        Assert.Equal(TimeSpan.FromHours(2000), office.Between(at, office.Add(at, TimeSpan.FromHours(2000))));
    }

    private static DateTimeOffset Midnight(BusinessCalendar calendar, DateOnly day)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(calendar.TimeZone);
        var start = new DateTimeOffset(day.AddDays(-2), TimeOnly.MinValue, TimeSpan.Zero);
        do
        {
            start = calendar.NextStart(start.AddTicks(1));
        }
        while (DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(start, zone).DateTime) < day);

        return start;
    }

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
