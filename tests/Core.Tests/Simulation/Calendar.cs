namespace Core.Tests.Simulation;

/// <summary>The time that a simulated year takes.</summary>
internal static class Calendar
{
    /// <summary>In how many days requests come in.</summary>
    public const int Days = 348;

    /// <summary>The first working day.</summary>
    public static readonly DateTimeOffset Start = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    /// <summary>When another version of the policy comes into force.</summary>
    public static readonly DateTimeOffset NewPolicy = new(2026, 7, 1, 6, 0, 0, TimeSpan.Zero);

    /// <summary>From then on nobody sends, amends or renews; what is open comes to its end.</summary>
    public static readonly DateTimeOffset Wrap = new(2026, 12, 31, 0, 0, 0, TimeSpan.Zero);

    /// <summary>When even the last approval must have lapsed.</summary>
    public static readonly DateTimeOffset End = new(2028, 4, 1, 0, 0, 0, TimeSpan.Zero);
}
