using System.Net;
using System.Text.RegularExpressions;

namespace Web.Tests.Review;

/// <summary>A browser without scripts: keeps cookies, and posts the form of the page it saw last.</summary>
internal sealed partial class Browser(HttpClient http) : IDisposable
{
    private Dictionary<string, string> _hidden = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public Uri Address => http.BaseAddress!;

    public Task<Seen> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public Task<Seen> HeadAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Head, path));

    public Task<Seen> ReviewAsync(string token) => GetAsync($"/review?t={Uri.EscapeDataString(token)}");

    /// <summary>Posts the hidden fields of the last form with what is typed; a typed field of the same name wins.</summary>
    public Task<Seen> PostAsync(string path, params (string Name, string Value)[] typed)
    {
        var fields = _hidden.Where(hidden => typed.All(t => t.Name != hidden.Key))
            .Concat(typed.Select(t => KeyValuePair.Create(t.Name, t.Value)));
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) });
    }

    public Task<Seen> DecideAsync(string decision, params (string Name, string Value)[] typed) =>
        PostAsync("/review", [("decision", decision), .. typed]);

    public void Dispose() => http.Dispose();

    private async Task<Seen> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            var response = await http.SendAsync(request, Cancel);
            var seen = new Seen(response, await response.Content.ReadAsStringAsync(Cancel));
            if (Hidden().Matches(seen.Html) is { Count: > 0 } inputs)
                _hidden = inputs.ToDictionary(m => m.Groups[1].Value, m => WebUtility.HtmlDecode(m.Groups[2].Value));
            return seen;
        }
    }

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)">""")]
    private static partial Regex Hidden();
}

internal sealed record Seen(HttpResponseMessage Response, string Html)
{
    public HttpStatusCode Status => Response.StatusCode;

    public string? Location => Response.Headers.Location?.OriginalString;
}
