using CsCheck;
using Workflow.Core.Policies;

namespace Core.Tests.Policies;

public sealed class QuietHoursSpecs
{
    private static readonly QuietHours Nights = new(new TimeOnly(20, 0), new TimeOnly(7, 0));

    private static readonly BusinessCalendar Paris = new(
        "Europe/Paris",
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
        new TimeOnly(9, 0),
        new TimeOnly(18, 0),
        [new DateOnly(2026, 5, 1)]);

    [Theory]
    [InlineData("2026-03-02T10:00+01:00", "2026-03-02T10:00+01:00")] // Monday, at work
    [InlineData("2026-03-02T19:59+01:00", "2026-03-02T19:59+01:00")] // after work, not yet quiet
    [InlineData("2026-03-02T20:00+01:00", "2026-03-03T07:00+01:00")]
    [InlineData("2026-03-03T02:00+01:00", "2026-03-03T07:00+01:00")]
    [InlineData("2026-03-06T21:00+01:00", "2026-03-09T07:00+01:00")] // Friday night
    [InlineData("2026-03-07T12:00+01:00", "2026-03-09T07:00+01:00")] // Saturday noon
    [InlineData("2026-04-30T22:00+02:00", "2026-05-04T07:00+02:00")] // before a holiday and a weekend
    [InlineData("2026-03-28T12:00+01:00", "2026-03-30T07:00+02:00")] // the clocks go forward on Sunday
    public void Quiet_hours_are_over_on_the_morning_of_the_next_working_day(string instant, string over) =>
        Assert.Equal(DateTimeOffset.Parse(over, null), Nights.Over(Paris, DateTimeOffset.Parse(instant, null)));

    [Fact]
    public void Quiet_hours_take_no_working_time_from_anybody_whenever_they_work() =>
        Gen.Select(Gen.Int[0, 366 * 24 * 60], Gen.Int[0, 22], Gen.Int[1, 23]).Sample((minutes, start, hours) =>
        {
            var calendar = Paris with
            {
                Week = [.. Paris.Week.Select(s => s with { Start = new TimeOnly(start, 0), End = new TimeOnly(Math.Min(23, start + hours), 0) })],
            };
            var instant = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes);
            var over = Nights.Over(calendar, instant);
            Assert.True(over >= instant);
            Assert.Equal(TimeSpan.Zero, calendar.Between(instant, over));
            Assert.Equal(over, Nights.Over(calendar, over));
        });
}
