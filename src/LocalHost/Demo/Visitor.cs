using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace LocalHost.Demo;

/// <summary>Somebody with a browser: opens links, fills in forms as they are, and keeps cookies. No short cut past HTTP.</summary>
/// <param name="handler">The way to the pages: it keeps cookies and follows redirections.</param>
internal sealed class Visitor(HttpMessageHandler handler) : IDisposable
{
    private readonly HttpClient _http = new(handler);
    private readonly HtmlParser _parser = new();

    /// <summary>Opens a page; one that says that it is too late is read too, any other refusal is an error of the demo.</summary>
    public async Task<(Uri Address, IHtmlDocument Page)> OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        using var response = await _http.GetAsync(address, cancellationToken);
        return await ReadAsync(response, cancellationToken);
    }

    /// <summary>Follows the first link of a page that begins so.</summary>
    public Task<(Uri Address, IHtmlDocument Page)> FollowAsync((Uri Address, IHtmlDocument Page) from, string path, CancellationToken cancellationToken)
    {
        var link = from.Page.QuerySelector($"a[href^='{path}']")?.GetAttribute("href")
            ?? throw new InvalidOperationException($"The page \"{from.Page.Title}\" has no link to {path}.");
        return OpenAsync(new Uri(from.Address, link), cancellationToken);
    }

    /// <summary>Sends the form that posts to this path, with these fields filled in and all others as the page gave them.</summary>
    /// <param name="from">The page and its address.</param>
    /// <param name="path">Where the form, or a button of it, posts to, without query.</param>
    /// <param name="fields">Typed text and chosen values, by name.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <param name="file">Path of a file to send along; null: none.</param>
    public async Task<(Uri Address, IHtmlDocument Page)> SendAsync(
        (Uri Address, IHtmlDocument Page) from,
        string path,
        IReadOnlyCollection<KeyValuePair<string, string>> fields,
        CancellationToken cancellationToken,
        string? file = null)
    {
        var (form, action) = Find(from.Page, path);
        using var content = new MultipartFormDataContent();
        var left = Given(form).Where(g => fields.All(f => f.Key != g.Name));
        foreach (var (name, value) in left.Concat(fields.Select(f => (f.Key, f.Value))))
        {
            content.Add(new StringContent(value), name);
        }

        if (file is not null)
        {
            content.Add(new ByteArrayContent(await File.ReadAllBytesAsync(file, cancellationToken)), "attachments", Path.GetFileName(file));
        }

        using var response = await _http.PostAsync(new Uri(from.Address, action), content, cancellationToken);
        return await ReadAsync(response, cancellationToken);
    }

    public void Dispose() => _http.Dispose();

    private static (IHtmlFormElement Form, string Action) Find(IHtmlDocument page, string path)
    {
        foreach (var form in page.Forms.OfType<IHtmlFormElement>())
        {
            var actions = form.QuerySelectorAll("[formaction]").Select(b => b.GetAttribute("formaction")).Prepend(form.GetAttribute("action"));
            if (actions.FirstOrDefault(a => a?.Split('?')[0] == path) is { } action)
            {
                return (form, action);
            }
        }

        throw new InvalidOperationException($"The page \"{page.Title}\" has no form for {path}. It says: {Words(page)}");
    }

    private static IEnumerable<(string Name, string Value)> Given(IHtmlFormElement form) =>
        form.Elements.SelectMany(element => element switch
        {
            IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } or IHtmlInputElement { Type: "submit" or "file" } => [],
            IHtmlInputElement input when input.Name is { } name => [(name, input.Value ?? "")],
            IHtmlTextAreaElement area when area.Name is { } name => [(name, area.Value)],
            IHtmlSelectElement select when select.Name is { } name => [(name, select.Value ?? "")],
            _ => Enumerable.Empty<(string, string)>(),
        });

    private static string Words(IHtmlDocument page) =>
        string.Join(' ', (page.QuerySelector("main")?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<(Uri, IHtmlDocument)> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var page = _parser.ParseDocument(await response.Content.ReadAsStringAsync(cancellationToken));
        return response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.Gone
            ? (response.RequestMessage!.RequestUri!, page)
            : throw new InvalidOperationException(
                $"{(int)response.StatusCode} at {response.RequestMessage!.RequestUri!.AbsolutePath}: {Words(page)}");
    }
}
