using System.Globalization;
using System.Text;

namespace Workflow.Adapters.Sqlite;

/// <summary>
/// What a person typed into a search box, as an FTS5 expression: every word must occur, as the beginning of a word.
/// Only letters, digits and their accents get through, so nothing typed can be read as an operator.
/// </summary>
internal static class SearchWords
{
    // FTS5 limits how deep an expression may be; nobody types more.
    private const int MostWords = 16;

    /// <summary>Null when there is no word in it: then it does not filter.</summary>
    public static string? Of(string? typed)
    {
        var bare = new StringBuilder();
        foreach (var rune in (typed ?? "").EnumerateRunes())
            bare.Append(IsPartOfWord(rune) ? rune.ToString() : " ");

        var words = bare.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Take(MostWords)
            .Select(word => $"\"{word}\"*")
            .ToList();
        return words.Count == 0 ? null : string.Join(' ', words);
    }

    private static bool IsPartOfWord(Rune rune) =>
        Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
