using System.ComponentModel.DataAnnotations;

namespace Functions.Administration;

/// <summary>For how long histories of orchestrations are kept: section <c>Housekeeping</c> of the configuration.</summary>
public sealed class HousekeepingOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Housekeeping";

    /// <summary>How long the history of an orchestration is kept after its end, from 1 day to 10 years. Default 30 days.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3660.00:00:00", ErrorMessage = "Housekeeping:Retention must be between 1 day and 3660 days, such as 30.00:00:00.")]
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(30);
}
