using System.Numerics;
using Workflow.Core.Classification.Text;

namespace Workflow.Core.Classification.Signals;

/// <summary>Words and beginnings of words, of which a word fits any.</summary>
internal sealed class WordSet
{
    private readonly HashSet<string> _whole;
    private readonly HashSet<string> _beginnings;
    private readonly int[] _lengths;
    private readonly UInt128 _letters;

    public WordSet(IEnumerable<Pattern.Literal> literals)
    {
        var byKind = literals.ToLookup(l => l.Prefix, l => l.Word);
        _whole = byKind[false].ToHashSet(StringComparer.Ordinal);
        _beginnings = byKind[true].ToHashSet(StringComparer.Ordinal);
        _lengths = [.. _beginnings.Select(b => b.Length).Distinct().Order()];
        _letters = _whole.Concat(_beginnings).Aggregate(UInt128.Zero, (letters, word) => letters | LettersOf(word))
            | (_beginnings.Any(b => b.Length == 1) ? UInt128.MaxValue : 0);
    }

    /// <summary>The distances reachable through one of them: see <see cref="Pattern.Step"/>.</summary>
    public ulong Step(ReadOnlySpan<Token> tokens, ulong reached)
    {
        var next = 0UL;
        for (var rest = reached; rest != 0; rest &= rest - 1)
        {
            var at = BitOperations.TrailingZeroCount(rest);
            next |= at < tokens.Length && Fits(tokens[at].Word) ? 1UL << (at + 1) : 0;
        }

        return next;
    }

    // Most words are in no set, and the first two letters of most of these are not either.
    private bool Fits(string word)
    {
        if ((_letters & LettersOf(word)) == 0)
        {
            return false;
        }

        if (_whole.Contains(word))
        {
            return true;
        }

        var beginnings = _beginnings.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var length in _lengths)
        {
            if (length > word.Length)
            {
                return false;
            }

            if (beginnings.Contains(word.AsSpan(0, length)))
            {
                return true;
            }
        }

        return false;
    }

    private static UInt128 LettersOf(string word) => UInt128.One << ((word[0] * 31) + (word.Length > 1 ? word[1] : 0));
}
