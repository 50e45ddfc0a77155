namespace Workflow.Core.Policies;

/// <summary>When digests leave: as work begins, once a day or once a week in the reader's own calendar.</summary>
public static class DigestTimes
{
    /// <summary>How long after its time a digest still leaves, should nobody have been there to send it; later it would only be noise.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(4);

    /// <summary>The local day whose digest is due now; null when none is.</summary>
    public static DateOnly? Daily(BusinessCalendar calendar, DateTimeOffset now) => Due(calendar, calendar.StartOfDay(now), now);

    /// <summary>The local day on which the week's digest is due now; null when none is.</summary>
    public static DateOnly? Weekly(BusinessCalendar calendar, DateTimeOffset now) => Due(calendar, calendar.StartOfWeek(now), now);

    private static DateOnly? Due(BusinessCalendar calendar, DateTimeOffset? start, DateTimeOffset now) =>
        start is { } at && at <= now && now < at + Window ? calendar.DayOf(at) : null;
}
