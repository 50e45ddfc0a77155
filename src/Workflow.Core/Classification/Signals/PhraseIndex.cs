using Workflow.Core.Classification.Text;

namespace Workflow.Core.Classification.Signals;

/// <summary>Phrases by the words they can begin with, so that a text meets only those that may stand there.</summary>
internal sealed class PhraseIndex
{
    private readonly Dictionary<string, List<Entry>> _whole = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Entry>> _beginnings = new(StringComparer.Ordinal);
    private readonly int _longestBeginning;

    /// <param name="phrases">Each with the name that a match reports.</param>
    public PhraseIndex(IEnumerable<(string Name, Phrase Phrase)> phrases)
    {
        foreach (var (name, phrase) in phrases)
        {
            foreach (var first in phrase.Firsts.Distinct())
            {
                var table = first.Prefix ? _beginnings : _whole;
                (table.TryGetValue(first.Word, out var entries) ? entries : table[first.Word] = []).Add(new Entry(name, phrase));
            }
        }

        _longestBeginning = _beginnings.Keys.Select(k => k.Length).DefaultIfEmpty(0).Max();
    }

    /// <summary>Every phrase that stands somewhere in the sentence, by where it begins.</summary>
    /// <param name="sentence">Its words.</param>
    /// <param name="barriers">Whether a gap may not step over the word of the same index.</param>
    public IEnumerable<Match> MatchesIn(Token[] sentence, bool[] barriers)
    {
        for (var start = 0; start < sentence.Length; start++)
        {
            foreach (var entry in BeginningWith(sentence[start].Word))
            {
                var words = entry.Phrase.MatchAt(sentence.AsSpan(start), barriers.AsSpan(start));
                if (words > 0)
                {
                    yield return new Match(entry.Name, start, words);
                }
            }
        }
    }

    private IEnumerable<Entry> BeginningWith(string word)
    {
        foreach (var entry in _whole.GetValueOrDefault(word, []))
        {
            yield return entry;
        }

        var beginnings = _beginnings.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = 1; length <= Math.Min(word.Length, _longestBeginning); length++)
        {
            if (beginnings.TryGetValue(word.AsSpan(0, length), out var entries))
            {
                foreach (var entry in entries)
                {
                    yield return entry;
                }
            }
        }
    }

    private readonly record struct Entry(string Name, Phrase Phrase);
}

/// <summary>A phrase found in a sentence.</summary>
/// <param name="Name">What it stands for.</param>
/// <param name="Start">Index of its first word.</param>
/// <param name="Words">How many words it takes up.</param>
internal readonly record struct Match(string Name, int Start, int Words);
