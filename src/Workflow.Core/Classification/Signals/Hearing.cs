using Workflow.Core.Classification.Text;
using Workflow.Core.Policies;

namespace Workflow.Core.Classification.Signals;

/// <summary>What one sentence speaks of, heard with the signals of one language.</summary>
internal sealed class Hearing
{
    private readonly SearchedText _text;
    private readonly Dictionary<string, Span> _concepts;

    private Hearing(SearchedText text, WordSignals signals, Token[] sentence)
    {
        _text = text;
        _concepts = signals.Negation.In(sentence).Find(signals.Phrases);
    }

    /// <summary>
    /// Every sentence heard with every language: people mix them, and what one language does not know it does not hear.
    /// </summary>
    public static IReadOnlyList<Hearing> Of(IEnumerable<SearchedText> texts, IReadOnlyList<WordSignals> signals) =>
        [.. texts.SelectMany(t => t.Sentences.SelectMany(s => signals.Select(l => new Hearing(t, l, s))))];

    /// <summary>The words on which the test rests; empty when the sentence does not pass it.</summary>
    public IReadOnlyList<Evidence> EvidenceFor(SentenceTest test) =>
        test.All.All(_concepts.ContainsKey) && !test.Except.Any(_concepts.ContainsKey)
            ? [.. test.All.Select(c => _concepts[c]).Distinct().OrderBy(s => s.Start).Select(s => _text.Quote(s.Start, s.End))]
            : [];
}
