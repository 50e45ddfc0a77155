using System.Globalization;
using Workflow.Core.Documents;
using Workflow.Core.Policies.Holidays;

namespace Core.Tests.Policies.Time;

public sealed class HolidayTests
{
    private static readonly string[] Countries = ["br", "de", "es", "fr", "gb", "jp", "kr", "mx", "us"];

    public static TheoryData<string> EachCountry => [.. Countries];

    [Theory]
    [MemberData(nameof(EachCountry))]
    public void Built_in_holidays_lint_clean(string country)
    {
        var problems = new ProblemList(country);

        Assert.NotNull(HolidayReader.Read(BuiltIn.Load($"holidays/{country}.yaml").Text, problems));
        Assert.Empty(problems.Items);
    }

    [Theory]
    [MemberData(nameof(EachCountry))]
    public void Built_in_holidays_cover_2025_to_2030(string country)
    {
        var days = Days(country);

        Assert.All(Enumerable.Range(2025, 6), year => Assert.InRange(days.Count(d => d.Year == year), 5, 25));
        Assert.All(days, day => Assert.InRange(day.Year, 2025, 2030));
    }

    // As the governments published these years: days off that are no weekend.
    [Theory]
    [InlineData("jp", 2025, "01-01 01-13 02-11 02-24 03-20 04-29 05-05 05-06 07-21 08-11 09-15 09-23 10-13 11-03 11-24")]
    [InlineData("jp", 2026, "01-01 01-12 02-11 02-23 03-20 04-29 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23")]
    [InlineData("jp", 2027, "01-01 01-11 02-11 02-23 03-22 04-29 05-03 05-04 05-05 07-19 08-11 09-20 09-23 10-11 11-03 11-23")]
    [InlineData("kr", 2025, "01-01 01-27 01-28 01-29 01-30 03-03 05-01 05-05 05-06 06-03 06-06 08-15 10-03 10-06 10-07 10-08 10-09 12-25")]
    [InlineData("kr", 2026, "01-01 02-16 02-17 02-18 03-02 05-01 05-05 05-25 06-03 07-17 08-17 09-24 09-25 10-05 10-09 12-25")]
    [InlineData("fr", 2026, "01-01 04-06 05-01 05-08 05-14 05-25 07-14 11-11 12-25")]
    [InlineData("es", 2026, "01-01 01-06 04-03 05-01 10-12 12-08 12-25")]
    [InlineData("de-by", 2026, "01-01 01-06 04-03 04-06 05-01 05-14 05-25 06-04 12-25")]
    [InlineData("de-sn", 2026, "01-01 04-03 04-06 05-01 05-14 05-25 11-18 12-25")]
    [InlineData("br", 2026, "01-01 04-03 04-21 05-01 09-07 10-12 11-02 11-20 12-25")]
    [InlineData("mx", 2026, "01-01 02-02 03-16 05-01 09-16 11-16 12-25")]
    [InlineData("gb-eng", 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28")]
    [InlineData("gb-eng", 2027, "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28")]
    [InlineData("gb-sct", 2028, "01-03 01-04 04-14 05-01 05-29 08-07 11-30 12-25 12-26")]
    [InlineData("us", 2026, "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25")]
    [InlineData("us", 2027, "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31")]
    [InlineData("us-ca", 2026, "01-01 01-19 02-16 03-31 05-25 06-19 07-03 09-07 10-12 11-11 11-26 11-27 12-25")]
    public void Weekdays_off_are_those_that_were_published(string code, int year, string expected) =>
        Assert.Equal(
            expected.Split(' '),
            Days(code).Where(d => d.Year == year && d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                .Select(d => d.ToString("MM-dd", CultureInfo.InvariantCulture)));

    [Fact]
    public void Lunar_holidays_of_korea_are_those_of_its_lunisolar_calendar()
    {
        var lunar = new KoreanLunisolarCalendar();
        var days = Days("kr");
        foreach (var year in Enumerable.Range(2025, 6))
        {
            var (newYear, chuseok) = (Solar(year, 1, 1), Solar(year, 8, 15));
            DateOnly[] lunarDays = [newYear.AddDays(-1), newYear, newYear.AddDays(1), Solar(year, 4, 8), chuseok.AddDays(-1), chuseok, chuseok.AddDays(1)];
            Assert.Empty(lunarDays.Except(days));
        }

        DateOnly Solar(int year, int month, int day)
        {
            var leap = lunar.GetLeapMonth(year);
            return DateOnly.FromDateTime(lunar.ToDateTime(year, leap > 0 && month >= leap ? month + 1 : month, day, 0, 0, 0, 0));
        }
    }

    [Theory]
    [InlineData(1818, "03-22")]
    [InlineData(1943, "04-25")]
    [InlineData(2000, "04-23")]
    [InlineData(2025, "04-20")]
    [InlineData(2026, "04-05")]
    [InlineData(2027, "03-28")]
    [InlineData(2028, "04-16")]
    [InlineData(2029, "04-01")]
    [InlineData(2030, "04-21")]
    [InlineData(2038, "04-25")]
    public void Easter_is_where_the_church_puts_it(int year, string day) =>
        Assert.Equal(day, Easter.Sunday(year).ToString("MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("12-25", "2027-12-25")]
    [InlineData("easter", "2027-03-28")]
    [InlineData("easter - 47", "2027-02-09")]
    [InlineData("first monday of may", "2027-05-03")]
    [InlineData("fourth thursday of november + 1", "2027-11-26")]
    [InlineData("last monday of may", "2027-05-31")]
    [InlineData("wednesday before 11-23", "2027-11-17")]
    [InlineData("tuesday before 11-23", "2027-11-16")]
    public void Rule_in_words_gives_its_day(string rule, string day) =>
        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), Assert.Single(HolidayRuleText.Read(rule)!.In(2027)));

    [Theory]
    [InlineData("on: 02-29", "This is no rule for a holiday.")]
    [InlineData("on: fifth monday of may", "This is no rule for a holiday.")]
    [InlineData("on: last monday of maya", "This is no rule for a holiday.")]
    [InlineData("on: easter+1", "This is no rule for a holiday.")]
    [InlineData("on: [05-01]", "This is no rule for a holiday.")]
    [InlineData("shift: none", "A holiday has either a rule or dates.")]
    [InlineData("on: 05-01, dates: [2026-05-01]", "A holiday has either a rule or dates.")]
    [InlineData("dates: [2031-05-01]", "This day is not in the years 2025 to 2030.")]
    [InlineData("on: 05-01, shift: sideways", "'sideways' is not known here.")]
    [InlineData("on: 05-01, since: soon", "'soon' is not known here.")]
    public void Mistake_in_holidays_is_reported(string holiday, string message)
    {
        var problems = new ProblemList("xx.yaml");

        Assert.Null(HolidayReader.Read(Text("2025-2030", holiday), problems));
        Assert.Equal((message, 4), Assert.Single(problems.Items.Select(p => (p.Message, p.Line))));
    }

    [Theory]
    [InlineData("2025")]
    [InlineData("2030-2025")]
    [InlineData("2025-9999")]
    public void Years_that_are_none_are_reported(string years)
    {
        var problems = new ProblemList("xx.yaml");

        Assert.Null(HolidayReader.Read(Text(years, "on: 05-01"), problems));
        Assert.Equal(3, Assert.Single(problems.Items).Line);
    }

    private static string Text(string years, string holiday) =>
        $$"""
        name: Nowhere
        source: {title: A law, address: https://law.example}
        years: {{years}}
        holidays: [{name: Feast, {{holiday}}}]
        """;

    private static IReadOnlyList<DateOnly> Days(string code)
    {
        var problems = new ProblemList("calendar");
        var book = new HolidayBook([BuiltIn.Load(HolidayBook.DocumentOf(code)!)]);
        var days = book.Days(new Node.Scalar("", Place.Start, code), problems);
        Assert.Empty(problems.Items);
        return days;
    }
}
