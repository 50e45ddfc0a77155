namespace Workflow.Core.Policies;

/// <summary>From what the clock on the wall shows to the instant, also on the days on which it is moved.</summary>
internal static class WallClock
{
    /// <summary>
    /// The first instant at which the clock of a zone shows this local time or a later one, UTC: the moment of the change
    /// for a time that is skipped, the first of two for a time that comes twice.
    /// </summary>
    public static DateTimeOffset Instant(this TimeZoneInfo zone, DateTime local)
    {
        if (zone.IsInvalidTime(local))
        {
            return Change(zone, local);
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>What the clock of a zone shows at an instant.</summary>
    public static DateTime Local(this TimeZoneInfo zone, DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone).DateTime;

    // No clock is moved twice within three days, and changes lie on whole seconds.
    private static DateTimeOffset Change(TimeZoneInfo zone, DateTime skipped)
    {
        var middle = new DateTimeOffset(skipped, TimeSpan.Zero);
        var (before, after) = (middle.AddDays(-2).ToUnixTimeSeconds(), middle.AddDays(2).ToUnixTimeSeconds());
        while (after - before > 1)
        {
            var between = before + ((after - before) / 2);
            if (zone.Local(DateTimeOffset.FromUnixTimeSeconds(between)) < skipped)
            {
                before = between;
            }
            else
            {
                after = between;
            }
        }

        return DateTimeOffset.FromUnixTimeSeconds(after);
    }
}
