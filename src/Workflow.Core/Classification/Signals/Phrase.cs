using System.Numerics;
using Workflow.Core.Classification.Text;

namespace Workflow.Core.Classification.Signals;

/// <summary>Words to look for, compiled.</summary>
internal sealed class Phrase(Pattern pattern, string text)
{
    /// <summary>As the document writes it.</summary>
    public string Text => text;

    /// <summary>The words it can begin with.</summary>
    public IEnumerable<Pattern.Literal> Firsts => pattern.Firsts;

    /// <summary>How many words it takes up at the beginning of these; 0 when it is not there. The shortest reading wins.</summary>
    public int MatchAt(ReadOnlySpan<Token> tokens, ReadOnlySpan<bool> barriers)
    {
        // A phrase never spans more words than a set has bits, so the rest need not be seen.
        var window = Math.Min(tokens.Length, Pattern.MostWords);
        var ends = pattern.Step(tokens[..window], barriers[..window], 1);
        return ends == 0 ? 0 : BitOperations.TrailingZeroCount(ends);
    }
}
