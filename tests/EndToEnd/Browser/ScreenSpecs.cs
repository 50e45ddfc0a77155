using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Browser;

/// <summary>Every kind of page on the smallest phone and in the dark.</summary>
public sealed class ScreenSpecs(Chromium chromium) : BrowserSpecs(chromium)
{
    [Theory]
    [InlineData(320, ColorScheme.Light)]
    [InlineData(1200, ColorScheme.Dark)]
    public async Task Pages_fit_the_screen_and_never_scroll_sideways(int width, ColorScheme scheme)
    {
        // A word that no browser may break by itself, as file names and addresses are.
        var id = await Site.DeclareAsync(
            "Mood boards for HARBOUR_NIGHT_EXT_EPISODE_0104_SEQUENCE_0220_VERSION_017_FINAL", Declarations.Written);
        var page = await NewPersonAsync(width, scheme);
        var look = $"{width}-{scheme}".ToLowerInvariant();

        await page.GotoAsync("/");
        await FitsAsync("start");
        await page.GotoAsync("/declare");
        await FitsAsync("declare");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the declaration" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await FitsAsync("declare-problems");
        await page.OpenMailAsync("mira.lindqvist@streamer.example", "Please decide");
        await FitsAsync("mail");
        await page.GotoAsync("/dev/mailbox");
        await FitsAsync("mailbox");
        await page.FollowMailAsync("mira.lindqvist@streamer.example", "Please decide", "Read and decide");
        await FitsAsync("review");
        await page.FollowMailAsync("lou@crew.example", "We have your declaration", "See where it stands");
        await FitsAsync("status");
        await page.GotoAsync("/records/verify");
        await FitsAsync("verify");

        await page.GotoAsync("/manage");
        await page.GetByLabel("Who are you?").FillAsync("Desmond Okafor");
        await page.GetByLabel("Admin key").FillAsync(Site.AdminKey);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Requests");
        await FitsAsync("admin-requests");
        await page.GotoAsync($"/manage/requests/{id}");
        foreach (var closed in await page.Locator("summary").AllAsync())
            await closed.ClickAsync();
        await FitsAsync("admin-inspector");

        async Task FitsAsync(string name)
        {
            await PictureAsync(page, $"{look}-{name}");
            Assert.Equal(width, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        }
    }
}
