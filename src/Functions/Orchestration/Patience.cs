using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Functions.Orchestration;

/// <summary>How long effects that fail are tried again: section <c>Courier</c> of the configuration.</summary>
public sealed class PatienceOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Courier";

    /// <summary>
    /// After how many rounds in vain an effect becomes a dead letter, from 1 to 100; a round is three attempts within
    /// seconds. Default 12: with the default delays about five hours.
    /// </summary>
    [Range(1, 100, ErrorMessage = "Courier:MaxAttempts must be between 1 and 100.")]
    public int MaxAttempts { get; set; } = 12;

    /// <summary>The longest delay after the first round in vain; it doubles with every further one. Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "Courier:FirstDelay must be between 1 s and 1 h.")]
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Where the doubling stops. Default 1 h.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "Courier:LongestDelay must be between 1 s and 1 day.")]
    public TimeSpan LongestDelay { get; set; } = TimeSpan.FromHours(1);
}

/// <summary>When a failed effect is tried again: exponential delays, each drawn from the upper half of its bound.</summary>
/// <param name="options">The bounds.</param>
/// <param name="random">For the jitter, so that what failed together is not tried together again.</param>
public sealed class Patience(IOptions<PatienceOptions> options, Random random)
{
    private readonly Lock _lock = new();

    /// <summary>The delay after the failure with this number, from 1; null when it is to be given up.</summary>
    public TimeSpan? After(int failures)
    {
        var limits = options.Value;
        if (failures >= limits.MaxAttempts)
            return null;

        // As doubles: doubling a TimeSpan that often would overflow.
        var bound = Math.Min(limits.FirstDelay.Ticks * Math.Pow(2, failures - 1), limits.LongestDelay.Ticks);
        lock (_lock)
        {
            return TimeSpan.FromTicks((long)(bound * (0.5 + (random.NextDouble() / 2))));
        }
    }
}
