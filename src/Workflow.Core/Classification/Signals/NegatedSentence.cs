using Workflow.Core.Classification.Text;

namespace Workflow.Core.Classification.Signals;

/// <summary>A sentence with its negations, in the language it is in; in each, when it could be in several.</summary>
internal sealed class NegatedSentence(Token[] tokens, NegationScope[] scopes)
{
    /// <summary>Words that no gap steps over: those that begin a clause, and negations.</summary>
    public bool[] Barriers { get; } = BarriersOf(tokens, scopes);

    /// <summary>Whether what a phrase says is denied.</summary>
    public bool Negate(Match match)
    {
        foreach (var scope in scopes)
        {
            if (IsNegated(scope, match.Start) || IsNegatedAfter(scope, match.Start + match.Words))
            {
                return true;
            }
        }

        return false;
    }

    private static bool[] BarriersOf(Token[] tokens, NegationScope[] scopes)
    {
        var barriers = new bool[tokens.Length];
        for (var i = 0; i < tokens.Length; i++)
        {
            barriers[i] = tokens[i].AfterBreak;
            foreach (var scope in scopes)
            {
                barriers[i] |= scope.Negates[i];
            }
        }

        return barriers;
    }

    private bool IsNegated(NegationScope scope, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - scope.Reach); i--)
        {
            if (tokens[i + 1].AfterBreak)
            {
                return false;
            }

            // First, for "if we ever" contains the "we" that would end it.
            if (scope.Negates[i])
            {
                return true;
            }

            if (scope.Ends[i])
            {
                return false;
            }
        }

        return false;
    }

    // A comma ends it too: "we clone her voice, which is not much work" still clones.
    private bool IsNegatedAfter(NegationScope scope, int at)
    {
        for (var i = at; i < Math.Min(tokens.Length, at + scope.ReachBack); i++)
        {
            if (tokens[i].AfterComma || scope.Ends[i])
            {
                return false;
            }

            if (scope.NegatesBefore[i])
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>The negations of a sentence, by its words.</summary>
/// <param name="Negates">Words that negate what follows.</param>
/// <param name="Reach">How many words on.</param>
/// <param name="NegatesBefore">Words that negate what stands before them.</param>
/// <param name="ReachBack">How many words back.</param>
/// <param name="Ends">Words at which a negation ends.</param>
internal sealed record NegationScope(bool[] Negates, int Reach, bool[] NegatesBefore, int ReachBack, bool[] Ends);
