using Microsoft.AspNetCore.Http;

namespace Workflow.Web.Languages;

/// <summary>
/// The languages of this installation: English, and one for each document <c>Languages/xx.json</c> beside the program.
/// A further language is a further document.
/// </summary>
public static class InstalledLanguages
{
    /// <summary>Name of the query parameter with which a visitor chooses a language.</summary>
    public const string Parameter = "lang";

    // Of RFC 5646; anything longer is nobody's language.
    private const int LongestTag = 35;

    private static readonly Lazy<IReadOnlyList<Language>> Documents =
        new(() => In(Path.Combine(AppContext.BaseDirectory, "Languages")));

    /// <summary>All of them, English first.</summary>
    /// <exception cref="InvalidDataException">A document is wrong; the message says where.</exception>
    public static IReadOnlyList<Language> All => Documents.Value;

    /// <summary>The language for a tag such as <c>fr-CA</c>, or for the language it is a variety of; null when there is neither.</summary>
    public static Language? Find(string? tag) => tag is null or { Length: > LongestTag } ? null
        : All.FirstOrDefault(l => l.Tag.Equals(tag, StringComparison.OrdinalIgnoreCase))
        ?? (tag.LastIndexOf('-') is var end and > 0 ? Find(tag[..end]) : null);

    /// <summary>
    /// What a visitor reads whom we do not know: the language chosen on the page, else the first that the browser asks
    /// for and we have. The pages of admins and developers are in English.
    /// </summary>
    public static Language For(HttpContext http) => IsInEnglish(http.Request.Path)
        ? Language.English
        : Find(http.Request.Query[Parameter]) is { } chosen
            ? chosen with { IsChosen = true }
            : http.Request.GetTypedHeaders().AcceptLanguage
                .OrderByDescending(l => l.Quality ?? 1)
                .Select(l => Find(l.Value.Value))
                .OfType<Language>()
                .FirstOrDefault() ?? Language.English;

    /// <summary>An address of our own that carries the visitor's choice of language on, if there was one.</summary>
    public static string Carry(string path, Language language) =>
        !language.IsChosen ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Parameter}={language.Tag}";

    private static bool IsInEnglish(PathString path) => path.StartsWithSegments("/manage") || path.StartsWithSegments("/dev");

    /// <summary>English and the documents of a folder.</summary>
    internal static IReadOnlyList<Language> In(string folder) =>
    [
        Language.English,
        .. (Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [])
            .Select(file => (Tag: Path.GetFileNameWithoutExtension(file), File: file))
            .Where(document => document.Tag != Language.English.Tag)
            .OrderBy(document => document.Tag, StringComparer.Ordinal)
            .Select(document => LanguageReader.Read(document.Tag, File.ReadAllText(document.File), Language.English)),
    ];
}
