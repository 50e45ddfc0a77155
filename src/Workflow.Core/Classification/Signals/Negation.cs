namespace Workflow.Core.Classification.Signals;

/// <summary>How a language says no, and how far its no reaches.</summary>
/// <param name="Words">Phrases that negate what follows, such as "no" or "without".</param>
/// <param name="Except">Phrases that only look like it, such as "not only".</param>
/// <param name="EndsAt">Phrases at which a negation ends, such as "but".</param>
/// <param name="Reach">How many words it reaches at most.</param>
/// <param name="After">Phrases that negate what stands before them in the same clause, such as "ません".</param>
/// <param name="AfterReach">How many words these reach back at most.</param>
internal sealed record Negation(
    IReadOnlyList<Phrase> Words,
    IReadOnlyList<Phrase> Except,
    IReadOnlyList<Phrase> EndsAt,
    int Reach,
    IReadOnlyList<Phrase> After,
    int AfterReach);
