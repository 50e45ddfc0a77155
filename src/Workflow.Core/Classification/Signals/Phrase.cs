using System.Numerics;
using Workflow.Core.Classification.Text;

namespace Workflow.Core.Classification.Signals;

/// <summary>Words to look for, compiled.</summary>
internal sealed class Phrase(Pattern pattern, string text)
{
    // Whoever asks has found a word that the phrase begins with; where it begins with one word, that need not be asked again.
    private readonly Pattern _rest = BeginsWithOne(pattern) ? new Pattern.Sequence(pattern is Pattern.Sequence s ? s.Parts[1..] : []) : pattern;
    private readonly ulong _reached = BeginsWithOne(pattern) ? 2UL : 1UL;

    /// <summary>As the document writes it.</summary>
    public string Text => text;

    /// <summary>The words it can begin with.</summary>
    public IEnumerable<Pattern.Literal> Firsts => pattern.Firsts;

    /// <summary>
    /// How many words it takes up at the beginning of these, the first of which is one of <see cref="Firsts"/>; 0 when it is
    /// not there. The shortest reading wins.
    /// </summary>
    public int MatchAt(ReadOnlySpan<Token> tokens, ReadOnlySpan<bool> barriers)
    {
        // A phrase never spans more words than a set has bits, so the rest need not be seen.
        var window = Math.Min(tokens.Length, Pattern.MostWords);
        var ends = _rest.Step(tokens[..window], barriers[..window], _reached);
        return ends == 0 ? 0 : BitOperations.TrailingZeroCount(ends);
    }

    private static bool BeginsWithOne(Pattern pattern) => (pattern is Pattern.Sequence sequence ? sequence.Parts[0] : pattern) is { Span: 1, Least: 1 };
}
