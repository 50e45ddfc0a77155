namespace Core.Tests.Simulation;

/// <summary>Chance that comes from a seed: each part of the year has dice of its own, so that one part can change without the others.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>The dice of one part of a year.</summary>
    public static Dice Of(int seed, string part) => new(part.Aggregate(seed, (sum, letter) => unchecked((sum * 31) + letter)));

    /// <summary>From 0, below 1.</summary>
    public double Unit() => _random.NextDouble();

    public bool Chance(double probability) => Unit() < probability;

    /// <summary>From 0, below the limit.</summary>
    public int Below(int limit) => _random.Next(limit);

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    /// <summary>One of them, each as often as its weight says.</summary>
    public T Weigh<T>(params IReadOnlyList<(int Weight, T Value)> from)
    {
        var mark = Below(from.Sum(one => one.Weight));
        return from.First(one => (mark -= one.Weight) < 0).Value;
    }

    public TimeSpan Between(TimeSpan least, TimeSpan most) => least + ((most - least) * Unit());

    public TimeSpan Days(int least, int most) => Between(TimeSpan.FromDays(least), TimeSpan.FromDays(most));

    /// <summary>Mostly short and now and then long, as people are; at most ten times the mean.</summary>
    public TimeSpan Around(TimeSpan mean) => mean * Math.Min(10, -Math.Log(1 - Unit()));
}
