using Microsoft.Playwright;

namespace EndToEnd.Browser;

/// <summary>
/// People who look at a site, each with a browser of their own; and whether any page that they saw logged an error, broke
/// its content security policy, lacked a file or talked to another host.
/// </summary>
internal sealed class Visitors(IBrowser browser, Uri site) : IAsyncDisposable
{
    private readonly List<IBrowserContext> _people = [];
    private readonly List<string> _violations = [];

    /// <summary>Somebody else: an empty page and no cookies.</summary>
    public async Task<IPage> NewPersonAsync(int width = 1200, ColorScheme scheme = ColorScheme.Light, string locale = "en-GB")
    {
        var person = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
            Locale = locale,
        });
        person.SetDefaultTimeout(15_000);
        _people.Add(person);
        Watch(person);
        return await person.NewPageAsync();
    }

    /// <summary>Nothing of the kind has happened so far.</summary>
    public void AssertNoViolation()
    {
        lock (_violations)
            Assert.Empty(_violations);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people)
            await person.CloseAsync();
    }

    private void Watch(IBrowserContext person)
    {
        person.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" or "ws" or "wss", Host: not "127.0.0.1" })
                Note($"A page asked for {request.Url}.");
        };
        person.Response += (_, response) =>
        {
            if (response.Status >= 400 && !response.Request.IsNavigationRequest)
                Note($"{response.Url} was answered with {response.Status}.");
        };
        person.Console += (_, message) =>
        {
            // A page that says no has a status that says so too, which the browser logs.
            if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                Note($"{message.Page?.Url} logged: {message.Text}");
        };
        person.WebError += (_, error) => Note($"A page threw: {error.Error}");
    }

    private void Note(string violation)
    {
        lock (_violations)
            _violations.Add(violation);
    }
}
