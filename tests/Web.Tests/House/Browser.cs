using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Web.Tests.House;

/// <summary>Does what a browser without scripts does: keeps cookies, shows pages, sends the forms on them.</summary>
internal sealed class Browser(HttpClient http) : IDisposable
{
    private static readonly HtmlParser Parser = new();

    public async Task<Shown> OpenAsync(string path)
    {
        var response = await http.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute), TestContext.Current.CancellationToken);
        return await ShowAsync(response, path);
    }

    /// <summary>Sends the only form of a page, as shown but for what is typed.</summary>
    /// <param name="page">The page.</param>
    /// <param name="typed">Values by field name; a null value takes the field out.</param>
    /// <param name="files">Files by name, each for the field <c>attachments</c>.</param>
    public async Task<Shown> SendAsync(
        Shown page, IEnumerable<(string Name, string? Value)>? typed = null, params (string Name, byte[] Content)[] files)
    {
        var form = page.Document.Forms.Single();
        var fields = Fields(form);
        foreach (var change in (typed ?? []).GroupBy(t => t.Name))
        {
            fields.RemoveAll(f => f.Name == change.Key);
            fields.AddRange(change.Where(c => c.Value is not null).Select(c => (c.Name, c.Value!)));
        }

        using HttpContent content = form.Enctype == "multipart/form-data" ? Multipart(fields, files) : UrlEncoded(fields);
        var path = form.GetAttribute("action")!;
        return await ShowAsync(await http.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken), path);
    }

    /// <summary>Goes where a 303 points.</summary>
    public Task<Shown> FollowAsync(Shown redirect)
    {
        Assert.Equal(HttpStatusCode.SeeOther, redirect.Status);
        return OpenAsync(redirect.Response.Headers.Location!.ToString());
    }

    public void ForgetCookies(WebHouse house) => http = house.Program();

    public void Dispose() => http.Dispose();

    private static async Task<Shown> ShowAsync(HttpResponseMessage response, string path)
    {
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Shown(path, response, html, await Parser.ParseDocumentAsync(html));
    }

    private static List<(string Name, string Value)> Fields(IHtmlFormElement form)
    {
        var fields = new List<(string, string)>();
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } or IHtmlInputElement { Type: "file" }:
                    break;
                case IHtmlInputElement { Name.Length: > 0 } input:
                    fields.Add((input.Name, input.Value));
                    break;
                case IHtmlTextAreaElement { Name.Length: > 0 } area:
                    fields.Add((area.Name, area.Value));
                    break;
                case IHtmlSelectElement { Name.Length: > 0 } select:
                    fields.Add((select.Name, select.Value!));
                    break;
            }
        }

        return fields;
    }

    private static FormUrlEncodedContent UrlEncoded(List<(string Name, string Value)> fields) =>
        new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    private static MultipartFormDataContent Multipart(List<(string Name, string Value)> fields, (string Name, byte[] Content)[] files)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value, Encoding.UTF8), $"\"{name}\"");
        }

        foreach (var (name, bytes) in files)
        {
            content.Add(new ByteArrayContent(bytes), "attachments", name);
        }

        return content;
    }
}

/// <summary>A page as it came.</summary>
internal sealed record Shown(string Path, HttpResponseMessage Response, string Html, IHtmlDocument Document)
{
    public HttpStatusCode Status => Response.StatusCode;

    public string Heading => Document.QuerySelector("h1")!.TextContent;

    public string Text => Document.QuerySelector("main")!.TextContent;

    /// <summary>What stands in a field.</summary>
    public string? Value(string name) => Document.QuerySelector($"[name='{name}']") switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value,
        IHtmlInputElement { Type: "radio" } => Document.QuerySelector($"[name='{name}']:checked")?.GetAttribute("value"),
        IHtmlInputElement input => input.Value,
        _ => null,
    };

    /// <summary>What is wrong with a field, as said beside it.</summary>
    public string? Problem(string name) =>
        Document.GetElementById($"{Workflow.Web.Forms.Field.IdOf(name)}-error")?.TextContent;

    /// <summary>The field ids that the summary on top points to.</summary>
    public IReadOnlyList<string> Summary => [.. Document.QuerySelectorAll(".problems a").Select(a => a.GetAttribute("href")!.TrimStart('#'))];
}
