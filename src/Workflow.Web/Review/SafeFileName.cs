using System.Buffers;
using System.Globalization;
using System.Text;
using Workflow.Web.Wording;

namespace Workflow.Web.Review;

/// <summary>Makes of a name that a stranger chose one that any system can save a download under.</summary>
public static class SafeFileName
{
    private const int MaxLength = 120;
    private static readonly SearchValues<char> Reserved = SearchValues.Create("<>:\"/\\|?*%;");

    /// <summary>
    /// Without path, control and format characters (right-to-left overrides make <c>exe.gpj</c> read as a picture),
    /// without what file systems reserve, not hidden and not too long; "file" when nothing is left.
    /// </summary>
    public static string Of(string name)
    {
        var safe = new StringBuilder();
        foreach (var rune in name[(name.LastIndexOfAny(['/', '\\']) + 1)..].EnumerateRunes())
        {
            var isKept = Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned) && rune != Rune.ReplacementChar;
            if (isKept)
                safe.Append(rune.IsBmp && Reserved.Contains((char)rune.Value) ? "_" : rune.ToString());
        }

        var text = safe.ToString().Trim(' ', '.');
        if (text.Length <= MaxLength)
            return text.Length == 0 ? "file" : text;

        var extension = Path.GetExtension(text) is { Length: > 1 and <= 12 } found ? found : "";
        return Phrase.Shorten(text[..^extension.Length], MaxLength - extension.Length) + extension;
    }
}
