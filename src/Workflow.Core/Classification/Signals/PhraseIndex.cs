using Workflow.Core.Classification.Text;

namespace Workflow.Core.Classification.Signals;

/// <summary>Phrases by the words they can begin with, so that a text meets only those that may stand there.</summary>
internal sealed class PhraseIndex
{
    private readonly Dictionary<string, Entry[]> _whole;
    private readonly Dictionary<string, Entry[]> _beginnings;
    private readonly int[] _lengths;

    /// <param name="phrases">Each with its language, by a number below 64, and the number that a match reports.</param>
    public PhraseIndex(IEnumerable<(int Language, int Number, Phrase Phrase)> phrases)
    {
        var entries = phrases
            .SelectMany(p => p.Phrase.Firsts.Distinct().Select(first => (first, Entry: new Entry(1UL << p.Language, p.Number, p.Phrase))))
            .ToLookup(p => p.first.Prefix);
        _whole = ByWord(entries[false]);
        _beginnings = ByWord(entries[true]);
        _lengths = [.. _beginnings.Keys.Select(k => k.Length).Distinct().Order()];
    }

    /// <summary>Adds every phrase that stands somewhere in the sentence, by where it begins.</summary>
    /// <param name="sentence">Its words.</param>
    /// <param name="barriers">Whether a gap may not step over the word of the same index.</param>
    /// <param name="languages">The languages to listen with, one bit each.</param>
    /// <param name="matches">Where they are added.</param>
    public void Match(ReadOnlySpan<Token> sentence, ReadOnlySpan<bool> barriers, ulong languages, List<Match> matches)
    {
        var beginnings = _beginnings.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var start = 0; start < sentence.Length; start++)
        {
            var word = sentence[start].Word;
            if (_whole.TryGetValue(word, out var whole))
            {
                Try(whole, start, sentence, barriers, languages, matches);
            }

            foreach (var length in _lengths)
            {
                if (length > word.Length)
                {
                    break;
                }

                if (beginnings.TryGetValue(word.AsSpan(0, length), out var begun))
                {
                    Try(begun, start, sentence, barriers, languages, matches);
                }
            }
        }
    }

    private static void Try(Entry[] entries, int start, ReadOnlySpan<Token> sentence, ReadOnlySpan<bool> barriers, ulong languages, List<Match> matches)
    {
        foreach (var entry in entries)
        {
            var words = (entry.Language & languages) == 0 ? 0 : entry.Phrase.MatchAt(sentence[start..], barriers[start..]);
            if (words > 0)
            {
                matches.Add(new Match(entry.Number, start, words));
            }
        }
    }

    private static Dictionary<string, Entry[]> ByWord(IEnumerable<(Pattern.Literal First, Entry Entry)> entries) =>
        entries.GroupBy(e => e.First.Word, e => e.Entry, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    private readonly record struct Entry(ulong Language, int Number, Phrase Phrase);
}

/// <summary>A phrase found in a sentence.</summary>
/// <param name="Number">What it stands for.</param>
/// <param name="Start">Index of its first word.</param>
/// <param name="Words">How many words it takes up.</param>
internal readonly record struct Match(int Number, int Start, int Words);
