using System.Text;

namespace Workflow.Web.Languages;

/// <summary>Keeps words that are written the other way round from turning around the sentence they stand in.</summary>
internal static class Directions
{
    // Unicode's first strong isolate and its end.
    private const char Start = '\u2068';
    private const char End = '\u2069';

    /// <summary>The words as they are, or set apart where any letter of theirs runs against the language.</summary>
    public static string Isolate(string words, Language language) =>
        words.EnumerateRunes().Any(rune => Rune.IsLetter(rune) && IsRightToLeft(rune) != (language.Direction == "rtl")) ? $"{Start}{words}{End}" : words;

    // Hebrew, Arabic, Syriac, Thaana, N'Ko and their neighbours, the forms kept for old character sets, and the scripts
    // of the supplementary plane that the Unicode standard reserves for this direction.
    private static bool IsRightToLeft(Rune rune) =>
        rune.Value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);
}
