using Workflow.Web.Languages;

namespace Workflow.Web.Wording;

/// <summary>Lengths of time in words, coarse enough to be read at a glance.</summary>
public static class TimeLeft
{
    /// <summary>What is left until an instant: "2 days left", or "overdue by 5 hours".</summary>
    public static Text Until(DateTimeOffset due, DateTimeOffset now) => (due > now) switch
    {
        true => $"{Words(due - now)} left",
        false => $"overdue by {Words(now - due)}",
    };

    /// <summary>A length of time, rounded down: "1 day and 4 hours", "25 minutes", "less than a minute".</summary>
    public static Text Words(TimeSpan length) => length switch
    {
        { Days: >= 3 } or { Days: >= 1, Hours: 0 } => Days(length.Days),
        { Days: >= 1 } => $"{Days(length.Days)} and {Hours(length.Hours)}",
        { Hours: >= 3 } or { Hours: >= 1, Minutes: 0 } => Hours(length.Hours),
        { Hours: >= 1 } => $"{Hours(length.Hours)} and {Minutes(length.Minutes)}",
        { Minutes: >= 1 } => Minutes(length.Minutes),
        _ => $"less than a minute",
    };

    /// <summary>"10 minutes".</summary>
    public static Text Minutes(int count) => Counted.Of(count, $"{count} minutes");

    private static Text Hours(int count) => Counted.Of(count, $"{count} hours");

    private static Text Days(int count) => Counted.Of(count, $"{count} days");
}
