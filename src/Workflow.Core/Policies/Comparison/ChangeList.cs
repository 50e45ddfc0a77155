namespace Workflow.Core.Policies.Comparison;

/// <summary>Collects changes in the words that all comparisons share.</summary>
internal sealed class ChangeList
{
    private readonly List<Change> _changes = [];

    public IReadOnlyList<Change> Changes => _changes;

    public void Add(string part, string words, Direction direction) => _changes.Add(new Change(part, words, direction));

    /// <summary>A value that is neither more nor less.</summary>
    public void Value<T>(string part, T from, T to, Func<T, string> words)
    {
        if (!EqualityComparer<T>.Default.Equals(from, to))
        {
            Add(part, $"{words(from)} became {words(to)}.", Direction.Different);
        }
    }

    /// <summary>A value of which more is laxer.</summary>
    public void Most<T>(string part, T from, T to, Func<T, string> words)
        where T : IComparable<T> => Ordered(part, from, to, words, Direction.Laxer);

    /// <summary>A value of which more is stricter.</summary>
    public void Least<T>(string part, T from, T to, Func<T, string> words)
        where T : IComparable<T> => Ordered(part, from, to, words, Direction.Stricter);

    /// <summary>Things that are asked for: fewer are laxer.</summary>
    public void Demands(string part, string what, IEnumerable<string> from, IEnumerable<string> to) =>
        Sets(part, what, from, to, Direction.Stricter);

    /// <summary>Things that are let off: more are laxer.</summary>
    public void Exemptions(string part, string what, IEnumerable<string> from, IEnumerable<string> to) =>
        Sets(part, what, from, to, Direction.Laxer);

    private void Sets(string part, string what, IEnumerable<string> from, IEnumerable<string> to, Direction more)
    {
        if (to.Except(from, StringComparer.Ordinal).ToList() is { Count: > 0 } added)
        {
            Add(part, $"{what}: {Quoted(added)} added.", more);
        }

        if (from.Except(to, StringComparer.Ordinal).ToList() is { Count: > 0 } gone)
        {
            Add(part, $"{what}: {Quoted(gone)} gone.", Opposite(more));
        }
    }

    private void Ordered<T>(string part, T from, T to, Func<T, string> words, Direction more)
        where T : IComparable<T>
    {
        if (to.CompareTo(from) is not 0 and var order)
        {
            Add(part, $"{words(from)} became {words(to)}.", order > 0 ? more : Opposite(more));
        }
    }

    private static Direction Opposite(Direction direction) => direction is Direction.Stricter ? Direction.Laxer : Direction.Stricter;

    // A document of signals can change in hundreds of phrases: the first ones say what kind of change it is.
    private static string Quoted(List<string> things)
    {
        const int Most = 8;
        var first = string.Join(", ", things.Take(Most).Select(t => $"'{t}'"));
        return things.Count > Most ? $"{first} and {things.Count - Most} more" : first;
    }
}
