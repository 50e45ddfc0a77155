using EndToEnd.Browser;
using LocalHost.Demo;
using LocalHost.Loops;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Playwright;
using Workflow.Core.Approval;

namespace EndToEnd.States;

/// <summary>
/// One installation with a clock that can be put forward, and one window for each who looks at its pages; shared by all
/// states of a class, because each of them has a request of its own.
/// </summary>
public sealed class House(Chromium chromium) : IAsyncLifetime
{
    private static readonly DateTimeOffset Beginning = new(2027, 3, 1, 10, 0, 0, TimeSpan.Zero);

    private readonly DemoClock _clock = new(Beginning);
    private readonly Dictionary<string, IPage> _windows = [];
    private Visitors? _visitors;
    private Site? _site;
    private int _matters;

    internal Site Site => _site!;

    internal DateTimeOffset Now => _clock.GetUtcNow();

    internal ApprovalDesk Desk => Service<ApprovalDesk>();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_visitors is not null)
            await _visitors.DisposeAsync();
        if (_site is not null)
            await _site.DisposeAsync();
    }

    internal T Service<T>() where T : notnull => Site.Services.GetRequiredService<T>();

    /// <summary>A request to be brought somewhere, on the next Monday morning.</summary>
    internal async Task<Matter> BeginAsync(Tongue tongue)
    {
        var browser = chromium.Browser;
        _site ??= await Site.StartAsync(_clock, Path.Combine(AppContext.BaseDirectory, "States", "house.yaml"));
        _visitors ??= new Visitors(browser, Site.Address);
        await Site.JumpToAsync(MondayAfter(Now));
        return new Matter(this, tongue, ++_matters);
    }

    /// <summary>A page in the window of people who read a language; an admin signs in on the way.</summary>
    internal async Task<IPage> OpenAsync(string address, string language)
    {
        if (!_windows.TryGetValue(language, out var window))
            _windows[language] = window = await _visitors!.NewPersonAsync(Sight.Desk, locale: language);

        await window.GotoAsync(address);
        if (window.Url.Contains("/manage/sign-in", StringComparison.Ordinal))
        {
            await window.GetByLabel("Who are you?").FillAsync("Gwen Ashdown");
            await window.GetByLabel("Admin key").FillAsync(Site.AdminKey);
            await window.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
            await window.WaitForURLAsync(url => !url.Contains("/manage/sign-in", StringComparison.Ordinal));
        }

        return window;
    }

    /// <summary>Every page seen so far was in order.</summary>
    internal void AssertNoViolation() => _visitors!.AssertNoViolation();

    /// <summary>Keeps what streams have caused from being carried out, until the courier is let go again.</summary>
    internal Task HoldCourierAsync() => Courier.StopAsync(TestContext.Current.CancellationToken);

    internal Task LetCourierGoAsync() => Courier.StartAsync(TestContext.Current.CancellationToken);

    private CourierLoop Courier => Site.Services.GetServices<IHostedService>().OfType<CourierLoop>().Single();

    private static DateTimeOffset MondayAfter(DateTimeOffset now)
    {
        var days = ((int)DayOfWeek.Monday - (int)now.DayOfWeek + 7) % 7;
        var monday = new DateTimeOffset(now.UtcDateTime.Date.AddDays(days).AddHours(Beginning.Hour), TimeSpan.Zero);
        return monday > now ? monday : monday.AddDays(7);
    }
}
