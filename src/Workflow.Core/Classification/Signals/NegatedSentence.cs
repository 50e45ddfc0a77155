using Workflow.Core.Classification.Text;

namespace Workflow.Core.Classification.Signals;

/// <summary>A sentence with its negations.</summary>
internal sealed class NegatedSentence(Token[] tokens, bool[] negates, bool[] ends, int reach, bool[] negatesBefore, int afterReach)
{
    private readonly bool[] _barriers = [.. tokens.Select((token, i) => token.AfterBreak || negates[i])];

    /// <summary>For each name, the first place where one of its phrases stands and is not negated.</summary>
    public Dictionary<string, Span> Find(PhraseIndex phrases)
    {
        var found = new Dictionary<string, Span>(StringComparer.Ordinal);
        foreach (var match in phrases.MatchesIn(tokens, _barriers))
        {
            if (!found.ContainsKey(match.Name) && !IsNegated(match.Start) && !IsNegatedAfter(match.Start + match.Words))
            {
                found[match.Name] = new Span(tokens[match.Start].Start, tokens[match.Start + match.Words - 1].End);
            }
        }

        return found;
    }

    // A comma ends it too: "we clone her voice, which is not much work" still clones.
    private bool IsNegatedAfter(int at)
    {
        for (var i = at; i < Math.Min(tokens.Length, at + afterReach); i++)
        {
            if (tokens[i].AfterComma || ends[i])
            {
                return false;
            }

            if (negatesBefore[i])
            {
                return true;
            }
        }

        return false;
    }

    private bool IsNegated(int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - reach); i--)
        {
            if (tokens[i + 1].AfterBreak || ends[i])
            {
                return false;
            }

            if (negates[i])
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A piece of the original text, UTF-16 indices, end exclusive.</summary>
internal readonly record struct Span(int Start, int End);
