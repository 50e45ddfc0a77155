using Workflow.Core.Classification.Text;

namespace Workflow.Core.Classification.Signals;

/// <summary>How a language says no, and how far its no reaches.</summary>
/// <param name="Words">Phrases that negate what follows, such as "no" or "without".</param>
/// <param name="Except">Phrases that only look like it, such as "not only".</param>
/// <param name="EndsAt">Phrases at which a negation ends, such as "but".</param>
/// <param name="Reach">How many words it reaches at most.</param>
/// <param name="After">Phrases that negate what stands before them in the same clause, such as "ません".</param>
/// <param name="AfterReach">How many words these reach back at most.</param>
internal sealed record Negation(PhraseIndex Words, PhraseIndex Except, PhraseIndex EndsAt, int Reach, PhraseIndex After, int AfterReach)
{
    /// <summary>Finds the negations of a sentence.</summary>
    public NegatedSentence In(Token[] sentence)
    {
        var negates = Mark(Words, sentence);
        var except = Mark(Except, sentence);
        for (var i = 0; i < negates.Length; i++)
        {
            negates[i] &= !except[i];
        }

        var after = Mark(After, sentence);
        for (var i = 0; i < after.Length; i++)
        {
            after[i] &= !except[i];
        }

        return new NegatedSentence(sentence, negates, Mark(EndsAt, sentence), Reach, after, AfterReach);
    }

    private static bool[] Mark(PhraseIndex phrases, Token[] sentence)
    {
        var marks = new bool[sentence.Length];
        foreach (var match in phrases.MatchesIn(sentence, new bool[sentence.Length]))
        {
            marks.AsSpan(match.Start, match.Words).Fill(true);
        }

        return marks;
    }
}
