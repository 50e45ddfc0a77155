using System.Globalization;
using Workflow.Web.Languages;

namespace Workflow.Web.Wording;

/// <summary>Instants as a person reads them on their own clock.</summary>
public static class Moment
{
    /// <summary>Day and time in a time zone, which is named: "Tue 24 Nov 2026, 14:05 (Paris time)".</summary>
    /// <param name="instant">UTC.</param>
    /// <param name="timeZone">IANA name; one that this machine does not know is read as UTC.</param>
    public static Text InZone(DateTimeOffset instant, string timeZone)
    {
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var known) ? known : TimeZoneInfo.Utc;
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        return zone.Id.EndsWith("UTC", StringComparison.Ordinal)
            ? (Text)$"{local:ddd d MMM yyyy, HH:mm} (UTC)"
            : $"{local:ddd d MMM yyyy, HH:mm} ({City(zone)} time)";
    }

    /// <summary>A day without a time: "24 Nov 2026".</summary>
    public static Text Day(DateOnly day) => $"{day:d MMM yyyy}";

    /// <summary>From one day to another: "24 Nov 2026 to 3 Dec 2026", "from 24 Nov 2026"; no words when neither is known.</summary>
    public static Text Days(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        ({ } first, { } last) => $"{Day(first)} to {Day(last)}",
        ({ } first, null) => $"from {Day(first)}",
        (null, { } last) => $"until {Day(last)}",
        _ => Text.None,
    };

    /// <summary>For the <c>datetime</c> attribute: <c>2026-11-24T13:05:00Z</c>.</summary>
    public static string Machine(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static PlaceName City(TimeZoneInfo zone) => new(zone.Id[(zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' '));
}
