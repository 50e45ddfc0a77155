using System.Globalization;
using Microsoft.Graph.Models;
using Workflow.Core.Policies;

namespace Workflow.Adapters.Graph.People;

/// <summary>Reads the settings of a mailbox. Pure but for the time zones of the machine.</summary>
internal static class MailboxReading
{
    /// <param name="settings">As Graph answers.</param>
    /// <param name="country">Of the person, ISO 3166: one Windows zone stands for the zones of several countries.</param>
    public static KnownMailbox Of(MailboxSettings settings, string? country)
    {
        var zone = Zone(settings.WorkingHours?.TimeZone?.Name, country) ?? Zone(settings.TimeZone, country);
        return new KnownMailbox(zone, Week(settings.WorkingHours), Tag(settings.Language?.Locale), Replies(settings.AutomaticRepliesSetting));
    }

    // Mailboxes have Windows names or IANA names, as their administrator has decided.
    private static string? Zone(string? name, string? country)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return null;
        }

        if ((country is not null && TimeZoneInfo.TryConvertWindowsIdToIanaId(name, country, out var iana)) || TimeZoneInfo.TryConvertWindowsIdToIanaId(name, out iana))
        {
            return iana;
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var known) && known.HasIanaId ? name : null;
    }

    private static IReadOnlyList<WorkingSpan> Week(WorkingHours? hours)
    {
        if (hours is not { StartTime: { } from, EndTime: { } to })
        {
            return [];
        }

        var (start, end) = (TimeOnly.FromDateTime(from.DateTime), TimeOnly.FromDateTime(to.DateTime));
        return end > start || (end == TimeOnly.MinValue && start > end)
            ? [.. (hours.DaysOfWeek ?? []).OfType<DayOfWeekObject>().Select(Day).Distinct().Select(day => new WorkingSpan(day, start, end))]
            : [];
    }

    private static DayOfWeek Day(DayOfWeekObject day) => Enum.Parse<DayOfWeek>(day.ToString());

    private static string? Tag(string? locale) => string.IsNullOrWhiteSpace(locale) ? null : locale;

    private static KnownReplies? Replies(AutomaticRepliesSetting? setting) => setting switch
    {
        { Status: AutomaticRepliesStatus.AlwaysEnabled } => new KnownReplies(null, null),
        { Status: AutomaticRepliesStatus.Scheduled } when Instant(setting.ScheduledStartDateTime) is { } from
            && Instant(setting.ScheduledEndDateTime) is { } until && until > from => new KnownReplies(from, until),
        _ => null,
    };

    private static DateTimeOffset? Instant(DateTimeTimeZone? time) =>
        DateTime.TryParse(time?.DateTime, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
        && TimeZoneInfo.TryFindSystemTimeZoneById(time.TimeZone ?? "UTC", out var zone)
            ? new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime()
            : null;
}
