using System.Text.Json;
using CsCheck;
using Workflow.Core.Policies;

namespace Core.Tests.Policies.Time;

public sealed class StoredCalendarTests
{
    private const string Short =
        """{"timeZone":"Europe/London","days":["Monday","Friday"],"start":"09:00:00","end":"17:00:00","holidays":["2026-12-25"]}""";

    private const string Long =
        """{"timeZone":"Europe/London","week":[{"day":"Monday","start":"09:00:00","end":"13:00:00"},{"day":"Monday","start":"14:00:00","end":"00:00:00"}],"holidays":[]}""";

    [Theory]
    [InlineData(Short)]
    [InlineData(Long)]
    public void Stored_calendar_is_written_as_it_was_read(string json) =>
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<BusinessCalendar>(json)));

    [Fact]
    public void Calendar_of_the_first_release_is_read()
    {
        var calendar = JsonSerializer.Deserialize<BusinessCalendar>(Short)!;

        Assert.Equal(
            [new(DayOfWeek.Monday, new TimeOnly(9, 0), new TimeOnly(17, 0)), new WorkingSpan(DayOfWeek.Friday, new TimeOnly(9, 0), new TimeOnly(17, 0))],
            calendar.Week);
        Assert.Equal([new DateOnly(2026, 12, 25)], calendar.Holidays);
    }

    [Theory]
    [InlineData("""{"timeZone":"Europe/London","holidays":[]}""")]
    [InlineData("""{"timeZone":"Europe/London","week":[],"days":[],"start":"09:00:00","end":"17:00:00","holidays":[]}""")]
    [InlineData("""{"timeZone":"Europe/London","days":[],"holidays":[]}""")]
    [InlineData("""{"timeZone":"Europe/London","week":[],"holidays":[],"mood":"good"}""")]
    public void Calendar_of_no_known_shape_is_refused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<BusinessCalendar>(json));

    [Fact]
    public void Any_calendar_comes_back_as_it_was() => Calendars.Any.Sample(
        calendar =>
        {
            var back = JsonSerializer.Deserialize<BusinessCalendar>(JsonSerializer.Serialize(calendar))!;
            return back.TimeZone == calendar.TimeZone && back.Week.SequenceEqual(calendar.Week) && back.Holidays.SequenceEqual(calendar.Holidays);
        },
        iter: 500,
        print: Calendars.Print);
}
