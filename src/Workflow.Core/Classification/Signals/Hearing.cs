using Workflow.Core.Classification.Text;
using Workflow.Core.Policies;

namespace Workflow.Core.Classification.Signals;

/// <summary>What one sentence speaks of.</summary>
/// <param name="Text">The text that it stands in.</param>
/// <param name="Sentence">Its words.</param>
/// <param name="Concepts">What is said there, by name and in their order, and where.</param>
internal sealed record Hearing(SearchedText Text, Token[] Sentence, IReadOnlyDictionary<string, Place> Concepts)
{
    /// <summary>Listens to every sentence of these texts.</summary>
    public static IReadOnlyList<Hearing> Of(IEnumerable<SearchedText> texts, Lexicon lexicon)
    {
        var heard = new List<Hearing>();
        var matches = new List<Match>();
        foreach (var text in texts)
        {
            foreach (var sentence in text.Readings)
            {
                heard.Add(new Hearing(text, sentence, lexicon.Hear(sentence, matches)));
            }
        }

        return heard;
    }

    /// <summary>Whether the sentence speaks of what it has to, and of no exemption.</summary>
    public bool Passes(SentenceTest test) =>
        CountOf(test.All) == test.All.Count && (test.Any.Count == 0 || CountOf(test.Any) > 0) && !IsExempt(test);

    /// <summary>Whether the sentence speaks of an exemption.</summary>
    public bool IsExempt(SentenceTest test) => CountOf(test.Except) > 0;

    /// <summary>The words on which a test rests that it passes.</summary>
    public IEnumerable<Evidence> EvidenceFor(SentenceTest test) =>
        test.All.Concat(test.Any.Where(Concepts.ContainsKey).Take(1)).Select(c => Concepts[c]).Distinct().OrderBy(p => p.First).Select(Quote);

    /// <summary>Its exact words at a place, as evidence.</summary>
    public Evidence Quote(Place place) => Text.Quote(Sentence[place.First].Start, Sentence[place.Last].End);

    // By index: asked of every sentence by every rule, and an enumerator each would be most of the memory of a judgement.
    private int CountOf(IReadOnlyList<string> concepts)
    {
        var count = 0;
        for (var i = 0; i < concepts.Count; i++)
        {
            count += Concepts.ContainsKey(concepts[i]) ? 1 : 0;
        }

        return count;
    }
}
