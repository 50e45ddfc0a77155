using Microsoft.Playwright;

namespace EndToEnd.Browser;

/// <summary>
/// What every test of pages has: a site of its own, people with a browser each, and at its end the certainty that no
/// page logged an error, broke its content security policy, lacked a file or talked to another host.
/// </summary>
[Collection(InTheBrowser.Name)]
public abstract class BrowserSpecs(Chromium chromium) : IAsyncLifetime
{
    private readonly List<IBrowserContext> _people = [];
    private readonly List<string> _violations = [];
    private Site? _site;

    private protected Site Site => _site!;

    public async ValueTask InitializeAsync()
    {
        _ = chromium.Browser;
        _site = await Site.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var person in _people)
            await person.CloseAsync();
        if (_site is not null)
            await _site.DisposeAsync();
        Assert.Empty(_violations);
    }

    /// <summary>Somebody else with a browser: an empty page and no cookies.</summary>
    private protected async Task<IPage> NewPersonAsync(int width = 1200, ColorScheme scheme = ColorScheme.Light)
    {
        var person = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Site.Address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
            Locale = "en-GB",
        });
        person.SetDefaultTimeout(15_000);
        _people.Add(person);
        Watch(person);
        return await person.NewPageAsync();
    }

    /// <summary>Keeps a picture of the page, all of it or its upper part, under <c>artifacts/screenshots/</c>.</summary>
    private protected static Task PictureAsync(IPage page, string name, int? height = null) => page.ScreenshotAsync(new PageScreenshotOptions
    {
        Path = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../screenshots", name + ".png")),
        FullPage = true,
        Clip = height is { } upper ? new Clip { Width = page.ViewportSize!.Width, Height = upper } : null,
    });

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
