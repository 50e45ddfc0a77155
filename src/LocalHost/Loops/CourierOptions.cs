using System.ComponentModel.DataAnnotations;

namespace LocalHost.Loops;

/// <summary>How effects are carried out: section <c>Courier</c> of the configuration.</summary>
public sealed class CourierOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Courier";

    /// <summary>How many requests are served at the same time; the effects of one request go one after another. Default 8.</summary>
    [Range(1, 64, ErrorMessage = "Courier:Parallelism must be between 1 and 64.")]
    public int Parallelism { get; set; } = 8;

    /// <summary>
    /// After how many attempts in vain an effect becomes a dead letter, from 1 to 100. Default 20: with the default
    /// delays about six hours.
    /// </summary>
    [Range(1, 100, ErrorMessage = "Courier:MaxAttempts must be between 1 and 100.")]
    public int MaxAttempts { get; set; } = 20;

    /// <summary>
    /// The longest delay after the first failure; it doubles with every further one. The delay itself is drawn between
    /// nothing and it, so that what failed together is not tried together again. Default 2 s.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00", ErrorMessage = "Courier:FirstDelay must be between 1 ms and 1 h.")]
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Where the doubling stops. Default 1 h.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00", ErrorMessage = "Courier:LongestDelay must be between 1 ms and 1 day.")]
    public TimeSpan LongestDelay { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long one attempt may take, in real time, before it counts as failed. Default 2 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00", ErrorMessage = "Courier:AttemptTimeout must be between 1 ms and 1 h.")]
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// After how many failures in a row of one family of effects, such as messages, the whole family pauses instead
    /// of using up the attempts of everything that waits. Default 5.
    /// </summary>
    [Range(1, 1000, ErrorMessage = "Courier:CircuitThreshold must be between 1 and 1000.")]
    public int CircuitThreshold { get; set; } = 5;

    /// <summary>How long a family pauses before one effect of it is tried again. Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00", ErrorMessage = "Courier:CircuitPause must be between 1 ms and 1 h.")]
    public TimeSpan CircuitPause { get; set; } = TimeSpan.FromSeconds(30);
}
