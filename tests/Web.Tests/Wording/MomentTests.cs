using Workflow.Web.Wording;

namespace Web.Tests.Wording;

public sealed class MomentTests
{
    [Theory]
    [InlineData("Europe/Paris", "Tue 24 Nov 2026, 14:05 (Paris time)")]
    [InlineData("America/Los_Angeles", "Tue 24 Nov 2026, 05:05 (Los Angeles time)")]
    [InlineData("Asia/Kolkata", "Tue 24 Nov 2026, 18:35 (Kolkata time)")]
    [InlineData("UTC", "Tue 24 Nov 2026, 13:05 (UTC)")]
    [InlineData("Nowhere/Atlantis", "Tue 24 Nov 2026, 13:05 (UTC)")]
    public void Instant_reads_on_the_persons_own_clock(string zone, string words) =>
        Assert.Equal(words, Moment.InZone(new DateTimeOffset(2026, 11, 24, 13, 5, 0, TimeSpan.Zero), zone).ToString());

    [Theory]
    [InlineData(0, 0, 0, 20, "less than a minute")]
    [InlineData(0, 0, 1, 0, "1 minute")]
    [InlineData(0, 1, 0, 0, "1 hour")]
    [InlineData(0, 2, 25, 0, "2 hours and 25 minutes")]
    [InlineData(0, 5, 25, 0, "5 hours")]
    [InlineData(1, 4, 0, 0, "1 day and 4 hours")]
    [InlineData(2, 0, 59, 0, "2 days")]
    [InlineData(12, 23, 0, 0, "12 days")]
    public void Length_of_time_reads_at_a_glance(int days, int hours, int minutes, int seconds, string words) =>
        Assert.Equal(words, TimeLeft.Words(new TimeSpan(days, hours, minutes, seconds)).ToString());

    [Fact]
    public void Time_that_is_over_says_by_how_much() =>
        Assert.Equal("overdue by 2 days", TimeLeft.Until(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(2)).ToString());
}
