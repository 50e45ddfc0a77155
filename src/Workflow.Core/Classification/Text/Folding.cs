using System.Globalization;
using System.Text;

namespace Workflow.Core.Classification.Text;

/// <summary>Takes away what does not change a word: case, accents, width, ligatures, invisible characters.</summary>
internal static class Folding
{
    /// <summary>What a character is to a word.</summary>
    public enum Part
    {
        /// <summary>Belongs to a word.</summary>
        Letter,

        /// <summary>Stands within or after a word without being part of it: an accent, a zero-width character.</summary>
        Silent,

        /// <summary>Ends a word.</summary>
        Separator,
    }

    /// <summary>
    /// Whether the character is written without blanks between words (Chinese characters, Japanese syllables), so that
    /// each is a word of its own. Korean is not: it has blanks.
    /// </summary>
    public static bool StandsAlone(Rune rune) => rune.Value is
        (>= 0x3040 and <= 0x30FF) or (>= 0x31F0 and <= 0x31FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0xFF66 and <= 0xFF9F) or (>= 0x20000 and <= 0x3FFFF) or 0x3005 or 0x3007;

    public static Part PartOf(Rune rune) => IsBlankLetter(rune) ? Part.Silent : Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.SpacingCombiningMark => Part.Letter,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => Part.Silent,
        _ => Part.Separator,
    };

    // Letters to Unicode, nothing to the eye: the fillers of Hangul and the blank of Braille.
    private static bool IsBlankLetter(Rune rune) => rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800;

    /// <summary>Appends what is left of a letter.</summary>
    public static void Append(StringBuilder word, Rune letter)
    {
        if (letter.IsAscii)
        {
            word.Append(char.ToLowerInvariant((char)letter.Value));
            return;
        }

        foreach (var rune in letter.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (PartOf(rune) is Part.Letter)
            {
                // Unicode decomposes no ligature that is a letter of its own.
                word.Append(Rune.ToLowerInvariant(rune).ToString() switch
                {
                    "œ" => "oe",
                    "æ" => "ae",
                    "ß" => "ss",
                    "ø" => "o",
                    var folded => folded,
                });
            }
        }
    }
}
