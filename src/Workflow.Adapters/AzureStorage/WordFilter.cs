using System.Globalization;
using System.Text;
using Workflow.Core.Ports;

namespace Workflow.Adapters.AzureStorage;

/// <summary>What a person typed into a search box: every word must occur, as the beginning of a word, whatever its case and accents.</summary>
internal sealed class WordFilter
{
    private const int MostWords = 16;

    private readonly IReadOnlyList<string> _words;

    private WordFilter(IReadOnlyList<string> words) => _words = words;

    /// <summary>Whether there is no word in it: then it does not filter.</summary>
    public bool IsEmpty => _words.Count == 0;

    public static WordFilter Of(string? typed) => new([.. WordsIn(typed ?? "").Distinct().Take(MostWords)]);

    public bool Matches(RequestSummary summary)
    {
        var words = WordsIn($"{summary.Id}\n{summary.Title}\n{summary.Production}\n{summary.Submitter}\n{summary.SearchText}").ToHashSet();
        return _words.All(typed => words.Contains(typed) || words.Any(word => word.StartsWith(typed, StringComparison.Ordinal)));
    }

    private static string[] WordsIn(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                bare.Append(Rune.ToLowerInvariant(rune).ToString());
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
                bare.Append(' ');
        }

        return bare.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
