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

    public static Part PartOf(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.SpacingCombiningMark => Part.Letter,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => Part.Silent,
        _ => Part.Separator,
    };

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
