using Workflow.Core.Classification;

namespace Workflow.Core.Policies;

/// <summary>When something is declared or written, it is a finding or a doubt, and asks for at least a tier.</summary>
/// <param name="Id">Unique in the document; evidence cites it.</param>
/// <param name="Finding">What it sees; null when it only raises a doubt.</param>
/// <param name="Doubt">The reason for a person to look; null when it is a finding.</param>
/// <param name="Tier">The least tier that it demands.</param>
/// <param name="Source">The guideline section that it rests on.</param>
/// <param name="Declared">Answers that must all have been given.</param>
/// <param name="Sentence">What one sentence must speak of; null when words do not matter.</param>
/// <param name="Anywhere">What the declaration must speak of, be it in several sentences; null when words do not matter.</param>
/// <param name="Text">What must hold for the text as such; null when nothing must.</param>
public sealed record Rule(
    string Id,
    FindingCode? Finding,
    string? Doubt,
    Tier Tier,
    string Source,
    IReadOnlyList<AnswerTest> Declared,
    SentenceTest? Sentence,
    SentenceTest? Anywhere,
    TextTest? Text)
{
    /// <summary>The strictest tier that any of these demands for a finding; written approval when none leads to it.</summary>
    public static Tier StrictestFor(FindingCode code, IEnumerable<Rule> rules) =>
        rules.Where(r => r.Finding == code).Select(r => r.Tier).DefaultIfEmpty(Tier.Written).Max();
}

/// <summary>A field whose answer must be one of these; of a list of answers, any.</summary>
/// <param name="Field">The name that forms use, such as <c>p2</c> or <c>inputKinds</c>.</param>
/// <param name="Answers">Words that forms use.</param>
public sealed record AnswerTest(string Field, IReadOnlyList<string> Answers);

/// <summary>
/// A sentence must speak of all these concepts, of one of those, and of no exemption. Asked of a whole declaration, each
/// concept may stand in a sentence of its own that speaks of no exemption, so that further sentences only add to it.
/// </summary>
/// <param name="All">At least one.</param>
/// <param name="Any">One of them suffices; none when only <paramref name="All"/> matters.</param>
/// <param name="Except">Exemptions: one of them in a sentence, and the sentence does not count.</param>
public sealed record SentenceTest(IReadOnlyList<string> All, IReadOnlyList<string> Any, IReadOnlyList<string> Except);

/// <summary>Something about a text that is not in its words.</summary>
public enum TextTest
{
    /// <summary>The declaration says too little to be judged.</summary>
    TooShort,

    /// <summary>A sentence is in a language that no signals document covers.</summary>
    UnknownLanguage,
}
