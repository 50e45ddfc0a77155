namespace Workflow.Core.Classification.Signals;

/// <summary>What the policy listens for in one language: concepts, each with the phrases that express it.</summary>
public sealed class WordSignals
{
    internal WordSignals(string language, IReadOnlySet<string> commonWords, Negation negation, IReadOnlyDictionary<string, IReadOnlyList<Phrase>> phrases)
    {
        Language = language;
        CommonWords = commonWords;
        Negation = negation;
        Phrases = phrases;
    }

    /// <summary>ISO 639-1.</summary>
    public string Language { get; }

    /// <summary>The concepts that have phrases, by the names that rules use.</summary>
    public IEnumerable<string> Concepts => Phrases.Keys;

    /// <summary>Words by which the language is recognised, folded.</summary>
    internal IReadOnlySet<string> CommonWords { get; }

    internal Negation Negation { get; }

    /// <summary>The phrases of every concept.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<Phrase>> Phrases { get; }
}
