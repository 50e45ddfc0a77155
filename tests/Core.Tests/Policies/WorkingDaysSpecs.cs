using Workflow.Core.Policies;

namespace Core.Tests.Policies;

public sealed class WorkingDaysSpecs
{
    private static readonly BusinessCalendar Berlin = new(
        "Europe/Berlin", [DayOfWeek.Monday, DayOfWeek.Wednesday], new TimeOnly(9, 0), new TimeOnly(17, 0), [new DateOnly(2026, 4, 6)]);

    [Theory]
    [InlineData("2026-03-04T06:00Z", "2026-03-04T08:00Z")] // Wednesday
    [InlineData("2026-03-04T23:30Z", null)] // Thursday already, in Berlin
    [InlineData("2026-04-06T08:00Z", null)] // Easter Monday
    public void Day_starts_with_its_first_working_span_or_not_at_all(string instant, string? start) =>
        Assert.Equal(Instant(start), Berlin.StartOfDay(Instant(instant)!.Value));

    [Theory]
    [InlineData("2026-03-08T12:00Z", "2026-03-02T08:00Z")] // Sunday belongs to the week of the Monday before
    [InlineData("2026-04-06T08:00Z", "2026-04-08T07:00Z")] // after Easter the week starts on Wednesday
    public void Week_starts_with_its_first_working_day(string instant, string start) =>
        Assert.Equal(Instant(start), Berlin.StartOfWeek(Instant(instant)!.Value));

    private static DateTimeOffset? Instant(string? text) => text is null ? null : DateTimeOffset.Parse(text, null);
}
