using Workflow.Core.Documents;
using Workflow.Core.Policies;
using Workflow.Core.Policies.Holidays;

namespace Core.Tests.Policies.Time;

public sealed class CalendarReaderTests
{
    [Fact]
    public void Week_has_several_spans_a_day_and_may_end_at_midnight()
    {
        var (calendar, problems) = Read("time-zone: Europe/Paris\nweek: {monday: [14:00-24:00, 09:00-13:00], sunday: 00:00-06:30}");

        Assert.Empty(problems);
        Assert.Equal(
            [
                new(DayOfWeek.Monday, new TimeOnly(9, 0), new TimeOnly(13, 0)),
                new(DayOfWeek.Monday, new TimeOnly(14, 0), TimeOnly.MinValue),
                new WorkingSpan(DayOfWeek.Sunday, TimeOnly.MinValue, new TimeOnly(6, 30)),
            ],
            calendar.Week);
    }

    [Fact]
    public void Holidays_are_those_of_a_country_and_single_days()
    {
        var (calendar, problems) = Read("time-zone: Asia/Tokyo\ndays: monday\nstart: 09:00\nend: 24:00\nholidays: [jp, 2026-12-31, 2026-01-01]");

        Assert.Empty(problems);
        Assert.Contains(new DateOnly(2026, 9, 22), calendar.Holidays);
        Assert.Contains(new DateOnly(2026, 12, 31), calendar.Holidays);
        Assert.Equal(calendar.Holidays.Distinct().Order(), calendar.Holidays);
    }

    [Theory]
    [InlineData("days: []\nstart: 09:00\nend: 17:00", "A calendar without working days never lets time pass.")]
    [InlineData("week: {}", "A calendar without working days never lets time pass.")]
    [InlineData("week: {monday: []}", "A calendar without working days never lets time pass.")]
    [InlineData("days: monday\nstart: 17:00\nend: 09:00", "The working day ends before it starts.")]
    [InlineData("days: monday\nstart: 09:00\nend: 09:00", "The working day ends before it starts.")]
    [InlineData("week: {monday: [09:00-13:00, 12:00-18:00]}", "Two spans of this day overlap.")]
    [InlineData("week: {monday: [09:00-24:00, 12:00-18:00]}", "Two spans of this day overlap.")]
    [InlineData("week: {monday: [13:00-09:00], tuesday: 09:00-13:00}", "This is no span of a day.")]
    [InlineData("week: {monday: [09:00-09:00], tuesday: 09:00-13:00}", "This is no span of a day.")]
    [InlineData("week: {monday: [nine to five], tuesday: 09:00-13:00}", "This is no span of a day.")]
    [InlineData("week: {moonday: [09:00-13:00], tuesday: 09:00-13:00}", "'moonday' is not known here.")]
    [InlineData("week: {monday: [09:00-13:00]}\ndays: monday", "'days' and 'week' say the same twice.")]
    [InlineData("week: {monday: [09:00-13:00]}\nholidays: [jp-13]", "'13' is no region of holidays/jp.yaml.")]
    [InlineData("week: {monday: [09:00-13:00]}\nholidays: [atlantis]", "'atlantis' is neither a day nor a country.")]
    public void Mistake_in_a_calendar_is_reported(string hours, string message)
    {
        var problem = Assert.Single(Read($"time-zone: Asia/Tokyo\n{hours}").Problems);

        Assert.Equal(message, problem.Message);
        Assert.NotEmpty(problem.Remedy);
    }

    private static (BusinessCalendar Calendar, IReadOnlyList<PolicyProblem> Problems) Read(string yaml)
    {
        var problems = new ProblemList("calendar.yaml");
        var reader = new CalendarReader(new ValueReader(problems), new HolidayBook([BuiltIn.Load("holidays/jp.yaml")]));
        return (reader.Read(YamlTree.Read(yaml, problems)), problems.Items);
    }
}
