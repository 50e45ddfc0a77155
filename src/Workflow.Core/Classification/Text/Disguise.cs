using System.Collections.Frozen;
using System.Text;

namespace Workflow.Core.Classification.Text;

/// <summary>Reads a text as the eye does where its characters say something else: look-alikes, figures for letters, letters spaced out.</summary>
/// <remarks>
/// What the eye may read is judged beside what is written, never instead of it: a disguise lowers nothing, and a harmless
/// file name taken for one takes nothing away. Look-alikes are those of Unicode's confusables (UTS #39) that Latin words
/// are commonly forged with.
/// </remarks>
internal static class Disguise
{
    // "U S A" is spelt out too; to read it as one word harms nobody.
    private const int FewestSpacedOut = 3;

    // Shorter words with figures are names of formats and versions: 4K, MP3, v2.
    private const int ShortestWithFigures = 4;

    private const int TooOftenRepeated = 3;

    private const string Spacers = " .-_*/·•";
    private const string Fillers = "_*~^·";

    private static readonly FrozenDictionary<char, char> Figures = Pairs("0o3e4a5s7t8b@a$s+t€e");

    private const string IOrL = "1!|";

    private static readonly FrozenDictionary<char, char> LookAlikes = Pairs(
        "аaвbеeкkмmнhоoрpсcтtуyхxіiјjѕsԁdԛqԝwһhӏlгrпnиuьb"
        + "αaβbεeιiκkνvοoρpτtυuχxηnωwγy"
        + "ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢz"
        + "ɑaɡgıiɩiʋvօoսuհhոnցg");

    /// <summary>What the eye may read in a text; empty when that is what is written.</summary>
    public static IReadOnlyList<Reading> In(string text)
    {
        if (!IsSuspect(text))
        {
            return [];
        }

        var together = Together(Reading.Of(text));
        var first = Plainly(together, 'i', out var ambiguous);
        var second = ambiguous ? Plainly(together, 'l', out _) : null;
        return [.. new[] { first, second }.OfType<Reading>().Where(r => r.Text != text)];
    }

    // Nearly all texts are plain: they cost one look.
    private static bool IsSuspect(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (LookAlike(text[i]) is not null || IsOddWithinAWord(text, i) || SpacedOutAt(text, i) >= FewestSpacedOut)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOddWithinAWord(string text, int at) =>
        (IsMark(text[at]) && ((IsLetter(text, at - 1) && IsWritten(text, at + 1)) || (IsWritten(text, at - 1) && IsLetter(text, at + 1))))
        || (text[at] is '@' or '$' && (IsLetter(text, at - 1) || IsLetter(text, at + 1)))
        || (at > 1 && text[at] == text[at - 1] && text[at] == text[at - 2] && char.IsLetter(text[at]));

    // Puts letters together that stand alone with one and the same mark between them.
    private static Reading Together(Reading written)
    {
        var read = new Builder(written);
        for (var i = 0; i < written.Text.Length;)
        {
            var letters = SpacedOutAt(written.Text, i);
            if (letters < FewestSpacedOut)
            {
                read.Keep(i++);
                continue;
            }

            for (var letter = 0; letter < letters; letter++, i += 2)
            {
                read.Keep(i);
            }

            // What follows the last letter has been stepped over.
            i--;
        }

        return read.Result();
    }

    private static int SpacedOutAt(string text, int at)
    {
        if (!IsWritten(text, at) || IsWritten(text, at - 1) || at + 1 >= text.Length || !Spacers.Contains(text[at + 1], StringComparison.Ordinal))
        {
            return 0;
        }

        var letters = 1;
        for (var next = at + 2; IsWritten(text, next) && !IsWritten(text, next + 1) && text[next - 1] == text[at + 1]; next += 2)
        {
            letters++;
        }

        return letters;
    }

    private static bool IsWritten(string text, int at) =>
        at >= 0 && at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '@' or '$');

    private static bool IsLetter(string text, int at) => at >= 0 && at < text.Length && char.IsLetter(text[at]);

    private static Reading Plainly(Reading written, char one, out bool ambiguous)
    {
        var read = new Builder(written);
        var text = written.Text;
        ambiguous = false;
        for (var start = 0; start < text.Length;)
        {
            var end = EndOfWord(text, start);
            if (end == start)
            {
                read.Keep(start++);
                continue;
            }

            ambiguous |= ReadWord(read, start, end, one);
            start = end;
        }

        return read.Result();
    }

    // True when one of its figures can be read as two letters.
    private static bool ReadWord(Builder read, int start, int end, char one)
    {
        var word = read.Written.AsSpan(start, end - start);
        var hasFigures = word.Length >= ShortestWithFigures && word.ContainsAnyInRange('A', 'z');
        var ambiguous = false;
        for (var i = start; i < end; i++)
        {
            var c = read.Written[i];
            if (Fillers.Contains(c, StringComparison.Ordinal) || IsRepeated(read.Written, start, i))
            {
                continue;
            }

            if (hasFigures && IOrL.Contains(c, StringComparison.Ordinal))
            {
                ambiguous = true;
                read.Put(one, i);
            }
            else if (LookAlike(c) is { } letter || (hasFigures && Figures.TryGetValue(c, out letter)))
            {
                read.Put(letter, i);
            }
            else
            {
                read.Keep(i);
            }
        }

        return ambiguous;
    }

    private static char? LookAlike(char c)
    {
        if (char.IsAscii(c))
        {
            return null;
        }

        // Letters in circles.
        if (c is >= '\u24B6' and <= '\u24E9')
        {
            return (char)('a' + ((c - '\u24B6') % 26));
        }

        return LookAlikes.TryGetValue(char.ToLowerInvariant(c), out var letter) ? letter : null;
    }

    // The third and further of the same letter, and with them the second: "voiiice".
    private static bool IsRepeated(string text, int start, int at)
    {
        if (at == start || text[at] != text[at - 1] || !char.IsLetter(text[at]))
        {
            return false;
        }

        var first = at;
        while (first > start && text[first - 1] == text[at])
        {
            first--;
        }

        return first + TooOftenRepeated <= text.Length && text.AsSpan(first, TooOftenRepeated).Trim(text[at]).IsEmpty;
    }

    // Letters, figures, and between them the marks that may stand for letters or fill a word up.
    private static int EndOfWord(string text, int at)
    {
        while (at < text.Length && (IsLetter(text[at]) || (IsMark(text[at]) && at > 0 && IsLetter(text[at - 1]) && at + 1 < text.Length && IsLetter(text[at + 1]))))
        {
            at++;
        }

        return at;
    }

    private static bool IsLetter(char c) => char.IsLetterOrDigit(c) || c is >= '\u24B6' and <= '\u24E9' || c is '@' or '$';

    private static bool IsMark(char c) =>
        Fillers.Contains(c, StringComparison.Ordinal) || IOrL.Contains(c, StringComparison.Ordinal) || Figures.ContainsKey(c);

    private static FrozenDictionary<char, char> Pairs(string pairs) => pairs.Chunk(2).ToFrozenDictionary(p => p[0], p => p[1]);

    private sealed class Builder(Reading written)
    {
        private readonly StringBuilder _text = new(written.Text.Length);
        private readonly List<int> _places = new(written.Text.Length);

        public string Written => written.Text;

        public void Keep(int at) => Put(written.Text[at], at);

        public void Put(char c, int at)
        {
            _text.Append(c);
            _places.Add(written.PlaceOf(at));
        }

        public Reading Result() => new(_text.ToString(), _places);
    }
}

/// <summary>A text as the eye reads it.</summary>
/// <param name="Text">What is read.</param>
/// <param name="Places">For each of its characters the index in the original; null when it is the original.</param>
internal sealed record Reading(string Text, IReadOnlyList<int>? Places)
{
    /// <summary>The original itself.</summary>
    public static Reading Of(string text) => new(text, null);

    /// <summary>Where a character stands in the original.</summary>
    public int PlaceOf(int at) => Places is null ? at : Places[at];

    /// <summary>A sentence of it, with the places of its words in the original.</summary>
    public Token[] InOriginal(Token[] sentence) =>
        [.. sentence.Select(t => t with { Start = PlaceOf(t.Start), End = PlaceOf(t.End - 1) + 1 })];
}
