using System.Globalization;
using System.Text;

namespace Workflow.Core.Requests;

/// <summary>
/// What people typed, made safe to store, compare and show: Unicode NFC, without control characters. Markup is left
/// alone, for it is just text here and is encoded where it is shown.
/// </summary>
public static class PlainText
{
    /// <summary>
    /// One line, such as a name or a title: runs of white space become one space, and invisible format characters go
    /// (zero-width ones, soft hyphens, and those that turn the direction of writing), because they can make one name
    /// look like another. Null when nothing is left.
    /// </summary>
    public static string? Line(string? typed)
    {
        if (typed is null) return null;

        var line = new StringBuilder(typed.Length);
        foreach (var rune in typed.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsWhiteSpace(rune))
            {
                if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
            }
            else if (category is not (UnicodeCategory.Control or UnicodeCategory.Format))
            {
                Add(line, rune);
            }
        }

        var text = line.ToString().Normalize(NormalizationForm.FormC).Trim();
        return text.Length == 0 ? null : text;
    }

    /// <summary>
    /// Several lines, such as a description: lines end in a line feed, tabs stay, and so do format characters, which
    /// some scripts and emoji need. Null when nothing that can be seen is left.
    /// </summary>
    public static string? Lines(string? typed)
    {
        if (typed is null) return null;

        var lines = new StringBuilder(typed.Length);
        foreach (var rune in typed.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || !Rune.IsControl(rune)) Add(lines, rune);
        }

        var text = lines.ToString().Normalize(NormalizationForm.FormC).Trim();
        return Line(text) is null ? null : text;
    }

    /// <summary>At most <paramref name="max"/> characters of a line, with an ellipsis where something was cut.</summary>
    public static string Shorten(string line, int max)
    {
        if (line.Length <= max) return line;

        var end = char.IsHighSurrogate(line[max - 2]) ? max - 2 : max - 1;
        return line[..end].TrimEnd() + "…";
    }

    // Normalization throws on U+FFFE; enumerating runes has already replaced lone surrogates.
    private static void Add(StringBuilder text, Rune rune) =>
        text.Append((rune.Value is 0xFFFE ? Rune.ReplacementChar : rune).ToString());
}
