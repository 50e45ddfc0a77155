using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Workflow.Web.Languages;

namespace Web.Tests.Languages;

/// <summary>Finds English words of ours in what somebody reads in another language.</summary>
internal static partial class Foreign
{
    private static readonly HtmlParser Parser = new();

    /// <summary>Nothing in a page, its title and labels included, is in English, and it says which language it speaks.</summary>
    public static async Task AssertPageAsync(string html, Language language, string where)
    {
        var page = await Parser.ParseDocumentAsync(html);
        Assert.True(page.DocumentElement.GetAttribute("lang") == language.Tag, $"{where} is in {page.DocumentElement.GetAttribute("lang")}.");
        var labels = page.All.SelectMany(e => new[] { e.GetAttribute("aria-label"), e.GetAttribute("title") }).OfType<string>();
        AssertWords($"{page.Title}\n{page.Body!.TextContent}\n{string.Join('\n', labels)}", language, where);
    }

    /// <summary>No piece of an English text stands in these words.</summary>
    public static void AssertWords(string words, Language language, string where)
    {
        var read = Spaces().Replace(words, " ");
        var english = Pieces(language).Where(piece => read.Contains(piece, StringComparison.Ordinal)).ToList();
        Assert.True(english.Count == 0, $"{where} says in English: {string.Join(" | ", english)}");
    }

    // Pieces of two words at least: single ones may be the same in both languages, or somebody's own.
    private static IEnumerable<string> Pieces(Language language)
    {
        var own = string.Join('\n', language.Texts.Values.SelectMany(forms => forms.Values));
        return Language.English.Texts.Values.SelectMany(forms => forms.Values)
            .SelectMany(text => Template.Read(text).Where(p => p.Hole is null).Select(p => p.Text.Trim()))
            .Where(piece => piece.Contains(' ', StringComparison.Ordinal) && piece.Count(char.IsLetter) >= 8)
            .Where(piece => !own.Contains(piece, StringComparison.Ordinal))
            .Distinct();
    }

    [GeneratedRegex(@"[ \t\r\n]+")]
    private static partial Regex Spaces();
}
