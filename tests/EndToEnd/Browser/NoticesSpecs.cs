using Microsoft.Playwright;
using Workflow.Core.Approval;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Browser;

/// <summary>Somebody with several notices: one page for all of them, reached from the mail about any.</summary>
public sealed class NoticesSpecs(Chromium chromium) : BrowserSpecs(chromium)
{
    [Theory]
    [InlineData(320, ColorScheme.Light)]
    [InlineData(1200, ColorScheme.Dark)]
    public async Task Notices_are_taken_note_of_one_by_one_or_all_at_once(int width, ColorScheme scheme)
    {
        var harbour = await Site.DeclareAsync("Mood boards for HARBOUR_NIGHT_EXT_EPISODE_0104_SEQUENCE_0220_VERSION_017_FINAL");
        var market = await Site.DeclareAsync("Colours of the fish market, for the art department");
        var quay = await Site.DeclareAsync("Light on the quay at dawn");
        var page = await NewPersonAsync(width, scheme);
        var look = $"{width}-{scheme}".ToLowerInvariant();

        await page.FollowMailAsync("mira.lindqvist@streamer.example", "Please decide: Light on the quay", "Take note of your 3 notices together");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Notices for you");
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Checked = true })).ToHaveCountAsync(0);
        await FitsAsync("notices");

        await page.GetByRole(AriaRole.Button, new() { Name = "Take note of what I ticked" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Tick at least one.");
        await FitsAsync("notices-problem");

        await page.GetByRole(AriaRole.Region, new() { Name = "Colours of the fish market" }).GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take note of what I ticked" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("You took note of one notice");
        await Site.WhenAsync(market, IsAcknowledged);

        await page.GetByRole(AriaRole.Link, new() { Name = "See your other notices" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take note of all 2 shown" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("You took note of 2 notices");
        await FitsAsync("notices-done");
        await Site.WhenAsync(harbour, IsAcknowledged);
        await Site.WhenAsync(quay, IsAcknowledged);

        async Task FitsAsync(string name)
        {
            await PictureAsync(page, $"{look}-{name}");
            Assert.Equal(width, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        }
    }

    private static bool IsAcknowledged(RequestState request) => request.Outcome?.Kind == OutcomeKind.Acknowledged;
}
