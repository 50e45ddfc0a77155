namespace Core.Tests.Simulation;

/// <summary>When something does not work.</summary>
internal sealed class Outages
{
    private readonly List<(DateTimeOffset From, DateTimeOffset Until)> _times = [];

    /// <summary>So many in the year, each as long as drawn.</summary>
    public static Outages Of(Dice dice, int times, TimeSpan shortest, TimeSpan longest)
    {
        var outages = new Outages();
        for (var i = 0; i < times; i++)
        {
            var from = Calendar.Start + dice.Days(1, Calendar.Days);
            outages._times.Add((from, from + dice.Between(shortest, longest)));
        }

        return outages;
    }

    public bool Cover(DateTimeOffset instant) => _times.Exists(t => t.From <= instant && instant < t.Until);
}
