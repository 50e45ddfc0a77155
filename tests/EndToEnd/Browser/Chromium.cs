using Microsoft.Playwright;

namespace EndToEnd.Browser;

/// <summary>The browser of this machine, started once for all tests that look at pages.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>Set where everything that the tests need is installed: there a missing browser is a failure.</summary>
    private const string MustBeThere = "APPROVALS_CI";

    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The browser; without one the calling test is skipped, or fails where one must be there.</summary>
    public IBrowser Browser
    {
        get
        {
            const string reason = "No Chromium on this machine: install it (.ci/setup does) to test the pages in a browser.";
            Assert.SkipWhen(_browser is null && Environment.GetEnvironmentVariable(MustBeThere) is null, reason);
            return _browser ?? throw new InvalidOperationException(reason);
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (Array.Find(Places, File.Exists) is not { } program)
            return;

        // Long on any machine; what is there at once is not waited for.
        Assertions.SetDefaultExpectTimeout(60_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = program,
            Headless = true,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            ],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
    }
}

/// <summary>Tests that share the browser; they run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class InTheBrowser : ICollectionFixture<Chromium>
{
    public const string Name = "in the browser";
}
