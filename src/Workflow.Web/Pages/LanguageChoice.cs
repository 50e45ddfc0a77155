using Microsoft.AspNetCore.Http;
using Workflow.Web.Languages;

namespace Workflow.Web.Pages;

/// <summary>The languages that a visitor whom we do not know can choose from.</summary>
/// <param name="http">The exchange; null where a page is rendered outside of one.</param>
public sealed class LanguageChoice(HttpContext? http)
{
    // A page behind a personal link speaks its person's language, and the admin's pages are in English.
    private static readonly string[] Public = ["", "declare", "records"];

    /// <summary>What is offered: only on pages for anybody, and only where following a link loses nothing typed.</summary>
    public IReadOnlyList<Language> Offers =>
        http is not null
        && HttpMethods.IsGet(http.Request.Method)
        && !http.Request.Query.ContainsKey("t")
        && Public.Contains(http.Request.Path.Value?.Split('/').ElementAtOrDefault(1))
            ? InstalledLanguages.All
            : [];

    /// <summary>The address of this page in a language.</summary>
    public string Href(Language language)
    {
        var query = http!.Request.Query.Where(q => q.Key != InstalledLanguages.Parameter).Append(new(InstalledLanguages.Parameter, language.Tag));
        // Two slashes at its beginning would lead to another site.
        return "/" + http.Request.Path.ToUriComponent().TrimStart('/') + QueryString.Create(query);
    }
}
