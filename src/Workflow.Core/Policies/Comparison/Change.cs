namespace Workflow.Core.Policies.Comparison;

/// <summary>One thing in which two policies differ.</summary>
/// <param name="Part">Where, in the words of the document, such as <c>rules.p2-open</c>.</param>
/// <param name="Words">What differs, as a sentence.</param>
/// <param name="Direction">Whether the second policy asks for more there, or for less.</param>
public sealed record Change(string Part, string Words, Direction Direction);

/// <summary>Which of two policies asks for more.</summary>
public enum Direction
{
    /// <summary>The second asks for more, or for the same more often.</summary>
    Stricter,

    /// <summary>The second asks for less, or cannot be shown not to.</summary>
    Laxer,

    /// <summary>Neither: other words, other times.</summary>
    Different,
}
