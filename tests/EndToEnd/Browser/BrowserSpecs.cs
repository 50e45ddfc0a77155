using Microsoft.Playwright;

namespace EndToEnd.Browser;

/// <summary>What every test of pages has: a site of its own, and people with a browser each, whose pages were all in order.</summary>
[Collection(InTheBrowser.Name)]
public abstract class BrowserSpecs(Chromium chromium) : IAsyncLifetime
{
    private Visitors? _visitors;
    private Site? _site;

    private protected Site Site => _site!;

    public async ValueTask InitializeAsync()
    {
        var browser = chromium.Browser;
        _site = await Site.StartAsync();
        _visitors = new Visitors(browser, _site.Address);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_visitors is not null)
            await _visitors.DisposeAsync();
        if (_site is not null)
            await _site.DisposeAsync();
        _visitors?.AssertNoViolation();
    }

    /// <summary>Somebody else with a browser: an empty page and no cookies.</summary>
    private protected Task<IPage> NewPersonAsync(int width = 1200, ColorScheme scheme = ColorScheme.Light) =>
        _visitors!.NewPersonAsync(width, scheme);

    /// <summary>Keeps a picture of the page, all of it or its upper part, under <c>artifacts/screenshots/</c>.</summary>
    private protected static Task PictureAsync(IPage page, string name, int? height = null) => page.PictureAsync(name, height);
}
