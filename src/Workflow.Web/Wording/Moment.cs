using System.Globalization;

namespace Workflow.Web.Wording;

/// <summary>Instants as a person reads them on their own clock.</summary>
public static class Moment
{
    /// <summary>Day and time in a time zone, which is named: "Tue 24 Nov 2026, 14:05 (Paris time)".</summary>
    /// <param name="instant">UTC.</param>
    /// <param name="timeZone">IANA name; one that this machine does not know is read as UTC.</param>
    public static string InZone(DateTimeOffset instant, string timeZone)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var known) ? known : TimeZoneInfo.Utc;
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        return local.ToString("ddd d MMM yyyy, HH:mm", CultureInfo.InvariantCulture) + $" ({Name(zone)})";
    }

    /// <summary>A day without a time: "24 Nov 2026".</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>For the <c>datetime</c> attribute: <c>2026-11-24T13:05:00Z</c>.</summary>
    public static string Machine(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Name(TimeZoneInfo zone) =>
        zone.Id.EndsWith("UTC", StringComparison.Ordinal)
            ? "UTC"
            : zone.Id[(zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ') + " time";
}
