using Workflow.Core.People;

namespace Adapters.Tests.Graph.People;

/// <summary>When people work and when they are away, as their mailboxes say. The clock shows Monday, 2 March 2026, 12:00 UTC.</summary>
public sealed class MailboxSettingsScenarios
{
    [Fact]
    public async Task Windows_zone_becomes_that_of_the_country()
    {
        await using var house = await PeopleHouse.OpenAsync();
        house.User("Al").Mailbox = Mailbox.Working("Romance Standard Time");
        house.User("Al").Country = "ES";

        var al = await AlAsync(house);

        Assert.Equal("Europe/Madrid", al.Person.Calendar.TimeZone);
        Assert.Equal("fr-FR", al.Person.Language);
    }

    [Fact]
    public async Task Windows_zone_without_a_country_is_that_of_its_first_city()
    {
        await using var house = await PeopleHouse.OpenAsync();
        house.User("Al").Mailbox = Mailbox.Working("Romance Standard Time");

        var calendar = (await AlAsync(house)).Person.Calendar;

        Assert.Equal("Europe/Paris", calendar.TimeZone);
        Assert.Equal([new DateOnly(2026, 3, 4)], calendar.Holidays);
    }

    [Fact]
    public async Task Iana_zone_stays_what_it_is()
    {
        await using var house = await PeopleHouse.OpenAsync();
        house.User("Al").Mailbox = Mailbox.Working("America/Sao_Paulo");

        Assert.Equal("America/Sao_Paulo", (await AlAsync(house)).Person.Calendar.TimeZone);
    }

    [Theory]
    [InlineData("tzone://Microsoft/Custom")]
    [InlineData("Customized Time Zone")]
    [InlineData("")]
    public async Task Zone_that_nobody_knows_is_the_calendar_of_the_office(string zone)
    {
        await using var house = await PeopleHouse.OpenAsync();
        house.User("Al").Mailbox = Mailbox.Working(zone);

        var calendar = (await AlAsync(house)).Person.Calendar;

        Assert.Equal(("Europe/London", new TimeOnly(9, 30)), (calendar.TimeZone, calendar.Week[0].Start));
    }

    [Fact]
    public async Task Part_time_hours_are_kept_to()
    {
        await using var house = await PeopleHouse.OpenAsync();
        house.User("Al").Mailbox = Mailbox.Working("W. Europe Standard Time", "08:30", "12:30", "tuesday", "thursday");

        var calendar = (await AlAsync(house)).Person.Calendar;

        Assert.Equal("Europe/Berlin", calendar.TimeZone);
        Assert.Equal([DayOfWeek.Tuesday, DayOfWeek.Thursday], calendar.Week.Select(span => span.Day));
        Assert.All(calendar.Week, span => Assert.Equal((new TimeOnly(8, 30), new TimeOnly(12, 30)), (span.Start, span.End)));
    }

    [Fact]
    public async Task Hours_that_make_no_sense_are_those_of_the_office()
    {
        await using var house = await PeopleHouse.OpenAsync();
        house.User("Al").Mailbox = Mailbox.Working("GMT Standard Time", "22:00", "06:00");

        Assert.Equal(new TimeOnly(9, 30), (await AlAsync(house)).Person.Calendar.Week[0].Start);
    }

    [Fact]
    public async Task Somebody_without_a_mailbox_works_by_the_calendar_of_the_office()
    {
        await using var house = await PeopleHouse.OpenAsync();
        house.User("Al").Mailbox = null;
        house.User("Al").Language = "de-DE";

        var al = await AlAsync(house);

        Assert.Equal(("Europe/London", "de-DE", null), (al.Person.Calendar.TimeZone, al.Person.Language, al.Away));
        Assert.Empty(house.Said);
    }

    [Fact]
    public async Task Mailboxes_that_are_none_of_ours_are_said_once_and_nobody_is_lost()
    {
        await using var house = await PeopleHouse.OpenAsync();
        house.Graph.FailAlways(PeopleHouse.Settings, Double.GraphFault.Answer(403, "ErrorAccessDenied"));

        Assert.Equal("Al:H Di:D", await house.LineAsync());
        house.Clock.Advance(TimeSpan.FromMinutes(6));
        await house.LineAsync();
        Assert.Contains("MailboxSettings.Read", Assert.Single(house.Said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scheduled_replies_are_an_absence_with_an_end()
    {
        await using var house = await PeopleHouse.OpenAsync();
        house.User("Al").Mailbox = Mailbox.Replying("scheduled");

        Assert.Equal(new DateTimeOffset(2026, 3, 6, 9, 30, 0, TimeSpan.Zero), (await AlAsync(house)).Away?.Until);
    }

    [Fact]
    public async Task Scheduled_replies_are_in_their_own_zone()
    {
        await using var house = await PeopleHouse.OpenAsync();
        house.User("Al").Mailbox = Mailbox.Replying("scheduled", "2026-03-02T21:30:00.0000000", "2026-03-03T09:00:00.0000000", "Tokyo Standard Time");

        Assert.Null((await AlAsync(house)).Away);
        house.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 9, 30, 0, TimeSpan.Zero), (await AlAsync(house)).Away?.Until);
    }

    [Theory]
    [InlineData("scheduled", "2026-03-09T00:00:00.0000000", "2026-03-13T00:00:00.0000000")]
    [InlineData("scheduled", "2026-02-02T00:00:00.0000000", "2026-02-06T00:00:00.0000000")]
    [InlineData("scheduled", "2026-03-06T00:00:00.0000000", "2026-03-01T00:00:00.0000000")]
    [InlineData("disabled", "2026-03-01T00:00:00.0000000", "2026-03-06T00:00:00.0000000")]
    public async Task Replies_that_are_not_sent_now_are_no_absence(string status, string from, string until)
    {
        await using var house = await PeopleHouse.OpenAsync();
        house.User("Al").Mailbox = Mailbox.Replying(status, from, until);

        Assert.Null((await AlAsync(house)).Away);
    }

    [Fact]
    public async Task Replies_without_an_end_last_until_the_next_but_one_working_day()
    {
        await using var house = await PeopleHouse.OpenAsync();
        house.User("Al").Mailbox = Mailbox.Replying("alwaysEnabled");

        Assert.Equal(new DateTimeOffset(2026, 3, 4, 9, 30, 0, TimeSpan.Zero), (await AlAsync(house)).Away?.Until);
    }

    [Fact]
    public async Task Replies_without_an_end_that_are_still_sent_later_last_longer()
    {
        await using var house = await PeopleHouse.OpenAsync();
        house.User("Al").Mailbox = Mailbox.Replying("alwaysEnabled");
        await AlAsync(house);

        house.Clock.Advance(TimeSpan.FromDays(3));

        Assert.Equal(new DateTimeOffset(2026, 3, 9, 9, 30, 0, TimeSpan.Zero), (await AlAsync(house)).Away?.Until);
    }

    [Fact]
    public async Task What_replies_say_is_not_kept()
    {
        await using var house = await PeopleHouse.OpenAsync();
        house.User("Al").Mailbox = Mailbox.Replying("alwaysEnabled");

        await AlAsync(house);

        Assert.DoesNotContain("says Ana", await File.ReadAllTextAsync(house.KeptFile, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static async Task<Candidate> AlAsync(PeopleHouse house) => Assert.Single(await house.FindAsync(), c => c.Person.Name == "Al");
}
