using System.Globalization;

namespace Workflow.Core.Policies.Comparison;

/// <summary>Times as policy documents write them.</summary>
internal static class Duration
{
    /// <summary>Business hours.</summary>
    public static string Working(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:0.##} business hours");

    /// <summary>Days of the calendar.</summary>
    public static string Calendar(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalDays:0.##} days");
}
