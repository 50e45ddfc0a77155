using Workflow.Core.Classification.Text;
using Workflow.Core.Policies;

namespace Workflow.Core.Classification.Signals;

/// <summary>What one sentence speaks of, heard with the signals of one language.</summary>
internal sealed class Hearing
{
    private readonly SearchedText _text;
    private readonly WordSignals _signals;
    private readonly NegatedSentence _sentence;
    private readonly Dictionary<string, Span?> _heard = new(StringComparer.Ordinal);

    private Hearing(SearchedText text, WordSignals signals, Token[] sentence)
    {
        _text = text;
        _signals = signals;
        _sentence = signals.Negation.In(sentence);
    }

    /// <summary>
    /// Every sentence heard with every language: people mix them, and what one language does not know it does not hear.
    /// </summary>
    public static IReadOnlyList<Hearing> Of(IEnumerable<SearchedText> texts, IReadOnlyList<WordSignals> signals) =>
        [.. texts.SelectMany(t => t.Sentences.SelectMany(s => signals.Select(l => new Hearing(t, l, s))))];

    /// <summary>The words on which the test rests; empty when the sentence does not pass it.</summary>
    public IReadOnlyList<Evidence> EvidenceFor(SentenceTest test)
    {
        var spans = new List<Span>();
        foreach (var concept in test.All)
        {
            if (Find(concept) is not { } span)
            {
                return [];
            }

            spans.Add(span);
        }

        return test.Except.Any(e => Find(e) is not null)
            ? []
            : [.. spans.Distinct().OrderBy(s => s.Start).Select(s => _text.Quote(s.Start, s.End))];
    }

    private Span? Find(string concept)
    {
        if (!_heard.TryGetValue(concept, out var span))
        {
            span = _signals.Concepts.TryGetValue(concept, out var known) ? _sentence.Find(known) : null;
            _heard[concept] = span;
        }

        return span;
    }
}
