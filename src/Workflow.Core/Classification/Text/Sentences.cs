using System.Collections.Frozen;
using System.Text;

namespace Workflow.Core.Classification.Text;

/// <summary>Cuts a text into sentences of folded words that know where they stand in the original.</summary>
/// <remarks>One pass, linear in the length; any sequence of UTF-16 units is accepted, broken surrogates separate words.</remarks>
internal static class Sentences
{
    // Mail programs wrap lines at 65 to 78 characters: a line that long goes on in the next when that begins with a small
    // letter. With any other beginning it could be a sentence that somebody added, and what is added may not exempt.
    private const int WrappedLine = 60;

    private const string Clause = ";:()[]{}–—；：（）「」『』【】";
    private const string Ends = ".!?…。！？｡";
    private const string Commas = ",、，､";

    // A full stop after these goes on with a small letter or a digit: "sc. 31", "ca. two", "z. B. so".
    private static readonly FrozenSet<string> Abbreviations =
        ("sc ep eps approx ca eg ie vs no nr num n p pp pag fig mr mrs dr st ms inc ltd co dept min max vol art av resp bzw usw ggf inkl evtl abb "
        + "sr sra sig dott prof tel env ex cf etc szene folge esc cap pto").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static IReadOnlyList<Token[]> Of(string text)
    {
        var sentences = new List<Token[]>();
        var tokens = new List<Token>();
        var word = new StringBuilder();
        var start = 0;
        var end = 0;
        var broken = false;
        var comma = false;
        var line = 0;
        var alone = false;

        for (var i = 0; i < text.Length;)
        {
            var whole = Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var length) is System.Buffers.OperationStatus.Done;
            var part = whole ? Folding.PartOf(rune) : Folding.Part.Separator;
            if (i == line && IsQuoted(text, i))
            {
                EndSentence();
                i = EndOfLine(text, i);
                line = i;
                continue;
            }

            if (part is Folding.Part.Letter)
            {
                if (alone || Folding.StandsAlone(rune))
                {
                    EndWord();
                }

                start = word.Length == 0 ? i : start;
                Folding.Append(word, rune);
                end = i + length;
                alone = Folding.StandsAlone(rune);
            }
            else if (part is Folding.Part.Silent)
            {
                end = word.Length > 0 && end == i ? i + length : end;
            }
            else
            {
                EndWord();
                comma |= Commas.Contains(text[i], StringComparison.Ordinal);
                broken |= Clause.Contains(text[i], StringComparison.Ordinal) || IsSpacedDash(text, i);
                if (text[i] is '\n' ? EndsLine(text, i, line) : EndsSentence(text, i, tokens))
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
                tokens.Add(new Token(word.ToString(), start, end, broken, broken || comma));
                word.Clear();
                broken = false;
                comma = false;
                alone = false;
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
            comma = false;
        }
    }

    // What somebody else wrote before decides nothing; a line of its own, so no other line depends on it.
    private static bool IsQuoted(string text, int at)
    {
        while (at < text.Length && text[at] is (' ' or '\t'))
        {
            at++;
        }

        return at < text.Length && text[at] is '>';
    }

    private static int EndOfLine(string text, int at) => text.IndexOf('\n', at) is >= 0 and var end ? end + 1 : text.Length;

    private static bool EndsSentence(string text, int at, List<Token> before)
    {
        if (!Ends.Contains(text[at], StringComparison.Ordinal))
        {
            return false;
        }

        // Within a word these marks are a disguise or a web address; after an ideograph they are what they look like.
        if (text[at] is ('.' or '!' or '?') && at + 1 < text.Length && char.IsAsciiLetterOrDigit(text[at + 1]))
        {
            return false;
        }

        return text[at] is not '.' || before is [] || !IsShortened(before[^1].Word) || !GoesOn(text, at + 1);
    }

    private static bool IsShortened(string word) => word.Length == 1 || Abbreviations.Contains(word);

    private static bool GoesOn(string text, int at)
    {
        while (at < text.Length && text[at] is (' ' or '\t' or '\u00A0'))
        {
            at++;
        }

        return at < text.Length && (char.IsLower(text[at]) || char.IsDigit(text[at]));
    }

    private static bool EndsLine(string text, int at, int lineStart)
    {
        var next = at + 1;
        while (next < text.Length && (text[next] is ' ' or '\t' or '\r'))
        {
            next++;
        }

        return at - lineStart < WrappedLine || next >= text.Length || !char.IsLower(text[next]);
    }

    private static bool IsSpacedDash(string text, int at) =>
        text[at] is '-' && at > 0 && at + 1 < text.Length && (text[at - 1] is ' ' or '-') && (text[at + 1] is ' ' or '-');
}
