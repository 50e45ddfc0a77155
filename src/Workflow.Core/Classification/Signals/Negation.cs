using Workflow.Core.Classification.Text;

namespace Workflow.Core.Classification.Signals;

/// <summary>How a language says no, and how far its no reaches.</summary>
/// <param name="Words">Phrases that negate what follows, such as "no" or "without".</param>
/// <param name="Except">Phrases that only look like it, such as "not only".</param>
/// <param name="EndsAt">Phrases at which a negation ends, such as "but".</param>
/// <param name="Reach">How many words it reaches at most.</param>
internal sealed record Negation(
    IReadOnlyList<Phrase> Words, IReadOnlyList<Phrase> Except, IReadOnlyList<Phrase> EndsAt, int Reach)
{
    /// <summary>Finds the negations of a sentence.</summary>
    public NegatedSentence In(Token[] sentence)
    {
        var none = new bool[sentence.Length];
        var negates = Mark(Words, sentence, none);
        var except = Mark(Except, sentence, none);
        for (var i = 0; i < negates.Length; i++)
        {
            negates[i] &= !except[i];
        }

        return new NegatedSentence(sentence, negates, Mark(EndsAt, sentence, none), Reach);
    }

    private static bool[] Mark(IReadOnlyList<Phrase> phrases, Token[] sentence, bool[] barriers)
    {
        var marks = new bool[sentence.Length];
        for (var i = 0; i < sentence.Length; i++)
        {
            foreach (var phrase in phrases)
            {
                marks.AsSpan(i, phrase.MatchAt(sentence.AsSpan(i), barriers.AsSpan(i))).Fill(true);
            }
        }

        return marks;
    }
}

/// <summary>A sentence with its negations.</summary>
internal sealed class NegatedSentence
{
    private readonly bool[] _negates;
    private readonly bool[] _ends;
    private readonly bool[] _barriers;
    private readonly int _reach;

    public NegatedSentence(Token[] tokens, bool[] negates, bool[] ends, int reach)
    {
        Tokens = tokens;
        _negates = negates;
        _ends = ends;
        _reach = reach;
        _barriers = [.. tokens.Select((token, i) => token.AfterBreak || negates[i])];
    }

    public Token[] Tokens { get; }

    /// <summary>The first place where a phrase of the concept stands and is not negated.</summary>
    public Span? Find(Concept concept)
    {
        for (var start = 0; start < Tokens.Length; start++)
        {
            foreach (var phrase in concept.Phrases)
            {
                var words = phrase.MatchAt(Tokens.AsSpan(start), _barriers.AsSpan(start));
                if (words > 0 && !IsNegated(start))
                {
                    return new Span(Tokens[start].Start, Tokens[start + words - 1].End);
                }
            }
        }

        return null;
    }

    private bool IsNegated(int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - _reach); i--)
        {
            if (Tokens[i + 1].AfterBreak || _ends[i])
            {
                return false;
            }

            if (_negates[i])
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A piece of the original text, UTF-16 indices, end exclusive.</summary>
internal readonly record struct Span(int Start, int End);
