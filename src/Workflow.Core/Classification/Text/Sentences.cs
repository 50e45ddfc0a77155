using System.Text;

namespace Workflow.Core.Classification.Text;

/// <summary>Cuts a text into sentences of folded words that know where they stand in the original.</summary>
/// <remarks>One pass, linear in the length; any sequence of UTF-16 units is accepted, broken surrogates separate words.</remarks>
internal static class Sentences
{
    // Mail programs wrap lines at 65 to 78 characters: the end of a line that long is not the end of a sentence.
    private const int WrappedLine = 60;

    private const string Clause = ";:()[]{}–—";
    private const string Ends = ".!?…。！？";
    private const string Bullets = "-*•·–>";

    public static IReadOnlyList<Token[]> Of(string text)
    {
        var sentences = new List<Token[]>();
        var tokens = new List<Token>();
        var word = new StringBuilder();
        var start = 0;
        var end = 0;
        var broken = false;
        var line = 0;

        for (var i = 0; i < text.Length;)
        {
            var whole = Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length) is System.Buffers.OperationStatus.Done;
            var part = whole ? Folding.PartOf(rune) : Folding.Part.Separator;
            if (part is Folding.Part.Letter)
            {
                start = word.Length == 0 ? i : start;
                Folding.Append(word, rune);
                end = i + length;
            }
            else if (part is Folding.Part.Silent)
            {
                end = word.Length > 0 && end == i ? i + length : end;
            }
            else
            {
                EndWord();
                broken |= Clause.Contains(text[i], StringComparison.Ordinal) || IsSpacedDash(text, i);
                if (text[i] is '\n' ? EndsLine(text, i, line) : EndsSentence(text, i))
                {
                    EndSentence();
                }

                line = text[i] is '\n' ? i + 1 : line;
            }

            i += length;
        }

        EndWord();
        EndSentence();
        return sentences;

        void EndWord()
        {
            if (word.Length > 0)
            {
                tokens.Add(new Token(word.ToString(), start, end, broken));
                word.Clear();
                broken = false;
            }
        }

        void EndSentence()
        {
            if (tokens.Count > 0)
            {
                sentences.Add([.. tokens]);
                tokens.Clear();
            }

            broken = false;
        }
    }

    // A full stop after an abbreviation ("sc. 31", "approx. two") goes on with a digit or a small letter.
    private static bool EndsSentence(string text, int at)
    {
        if (!Ends.Contains(text[at], StringComparison.Ordinal))
        {
            return false;
        }

        if (text[at] is not '.')
        {
            return true;
        }

        var next = at + 1;
        while (next < text.Length && (text[next] is ' ' or '\t' or '\u00A0' or '"' or '\'' or '»' or '”' or ')'))
        {
            next++;
        }

        return next >= text.Length || (next > at + 1 && !char.IsLower(text[next]) && !char.IsDigit(text[next]));
    }

    private static bool EndsLine(string text, int at, int lineStart)
    {
        var next = at + 1;
        while (next < text.Length && (text[next] is ' ' or '\t' or '\r'))
        {
            next++;
        }

        return at - lineStart < WrappedLine
            || next >= text.Length
            || text[next] is '\n'
            || Bullets.Contains(text[next], StringComparison.Ordinal);
    }

    private static bool IsSpacedDash(string text, int at) =>
        text[at] is '-' && at > 0 && at + 1 < text.Length && (text[at - 1] is ' ' or '-') && (text[at + 1] is ' ' or '-');
}
