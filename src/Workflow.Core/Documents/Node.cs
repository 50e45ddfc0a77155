namespace Workflow.Core.Documents;

/// <summary>A place in a document; lines and columns from 1.</summary>
internal readonly record struct Place(int Line, int Column)
{
    public static Place Start { get; } = new(1, 1);
}

/// <summary>A part of a document, with where it stands and its path, such as <c>routes.notify.stages[0]</c>.</summary>
internal abstract record Node(string Path, Place Place)
{
    /// <summary>A value; everything is text until a reader gives it a meaning, so <c>no</c> stays "no".</summary>
    public sealed record Scalar(string Path, Place Place, string Text) : Node(Path, Place);

    /// <summary>A sequence.</summary>
    public sealed record Sequence(string Path, Place Place, IReadOnlyList<Node> Items) : Node(Path, Place);

    /// <summary>A mapping; keys are unique, in document order.</summary>
    public sealed record Map(string Path, Place Place, IReadOnlyList<Entry> Entries) : Node(Path, Place)
    {
        public Node? this[string key] => Entries.FirstOrDefault(e => e.Key == key)?.Value;
    }

    /// <summary>A key of a mapping, where it stands, and its value.</summary>
    public sealed record Entry(string Key, Place Place, Node Value);

    /// <summary>This node and all within it.</summary>
    public IEnumerable<Node> All() => this switch
    {
        Sequence sequence => sequence.Items.SelectMany(i => i.All()).Prepend(this),
        Map map => map.Entries.SelectMany(e => e.Value.All()).Prepend(this),
        _ => [this],
    };
}
