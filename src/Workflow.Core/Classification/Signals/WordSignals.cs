namespace Workflow.Core.Classification.Signals;

/// <summary>What the policy listens for in one language: concepts, each with the phrases that express it.</summary>
public sealed class WordSignals
{
    internal WordSignals(
        string language, IReadOnlySet<string> commonWords, Negation negation, IReadOnlySet<string> concepts, PhraseIndex phrases)
    {
        Language = language;
        CommonWords = commonWords;
        Negation = negation;
        Concepts = concepts;
        Phrases = phrases;
    }

    /// <summary>ISO 639-1.</summary>
    public string Language { get; }

    /// <summary>The concepts that have phrases, by the names that rules use.</summary>
    public IReadOnlySet<string> Concepts { get; }

    /// <summary>Words by which the language is recognised, folded.</summary>
    internal IReadOnlySet<string> CommonWords { get; }

    internal Negation Negation { get; }

    /// <summary>The phrases of every concept; a match reports the concept.</summary>
    internal PhraseIndex Phrases { get; }
}
