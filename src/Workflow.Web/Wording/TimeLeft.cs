using System.Globalization;

namespace Workflow.Web.Wording;

/// <summary>Lengths of time in words, coarse enough to be read at a glance.</summary>
public static class TimeLeft
{
    /// <summary>What is left until an instant: "2 days left", or "overdue by 5 hours".</summary>
    public static string Until(DateTimeOffset due, DateTimeOffset now) =>
        due > now ? $"{Words(due - now)} left" : $"overdue by {Words(now - due)}";

    /// <summary>A length of time, rounded down: "1 day 4 hours", "25 minutes", "less than a minute".</summary>
    public static string Words(TimeSpan length) => length switch
    {
        { Days: >= 3 } => Count(length.Days, "day"),
        { Days: >= 1 } => Pair(length.Days, "day", length.Hours, "hour"),
        { Hours: >= 3 } => Count(length.Hours, "hour"),
        { Hours: >= 1 } => Pair(length.Hours, "hour", length.Minutes, "minute"),
        { Minutes: >= 1 } => Count(length.Minutes, "minute"),
        _ => "less than a minute",
    };

    private static string Pair(int large, string largeUnit, int small, string smallUnit) =>
        small == 0 ? Count(large, largeUnit) : $"{Count(large, largeUnit)} {Count(small, smallUnit)}";

    private static string Count(int count, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {unit}{(count == 1 ? "" : "s")}");
}
