namespace Workflow.Core.Classification.Signals;

/// <summary>What the policy listens for in one language: concepts, each with the phrases that express it.</summary>
public sealed class WordSignals
{
    internal WordSignals(string language, IReadOnlySet<string> commonWords, Negation negation, IReadOnlyList<Concept> concepts)
    {
        Language = language;
        CommonWords = commonWords;
        Negation = negation;
        Concepts = concepts.ToDictionary(c => c.Name, StringComparer.Ordinal);
    }

    /// <summary>ISO 639-1.</summary>
    public string Language { get; }

    /// <summary>Words by which the language is recognised, folded.</summary>
    internal IReadOnlySet<string> CommonWords { get; }

    internal Negation Negation { get; }

    internal IReadOnlyDictionary<string, Concept> Concepts { get; }
}

/// <summary>Something that a sentence can speak of, by the name that rules use.</summary>
internal sealed record Concept(string Name, IReadOnlyList<Phrase> Phrases);
