using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Browser;

/// <summary>The admin's way: sign in, find a request, look at its chain.</summary>
public sealed class AdminSpecs(Chromium chromium) : BrowserSpecs(chromium)
{
    [Fact]
    public async Task Admin_signs_in_finds_a_request_and_sees_that_its_history_is_whole()
    {
        await Site.DeclareAsync("Mood boards for the market", Declarations.Review);
        await Site.DeclareAsync("Posters after a painter", Declarations.Written);

        var admin = await NewPersonAsync();
        await admin.GotoAsync("/manage");
        await PictureAsync(admin, "admin-sign-in");
        await SignInAsync(admin, "not the key of this installation");
        await Expect(admin.GetByRole(AriaRole.Main)).ToContainTextAsync("This is not the admin key");
        await Expect(admin.GetByLabel("Who are you?")).ToHaveValueAsync("Desmond Okafor");

        await SignInAsync(admin, Site.AdminKey);
        await Expect(admin.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Requests");
        await PictureAsync(admin, "admin-requests");

        await admin.GetByLabel("Search").FillAsync("market");
        await admin.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Expect(admin.GetByRole(AriaRole.Link, new() { Name = "Posters after a painter" })).ToHaveCountAsync(0);
        await admin.GetByRole(AriaRole.Link, new() { Name = "Mood boards for the market" }).ClickAsync();
        await Expect(admin.GetByRole(AriaRole.Heading, new() { Name = "The history is whole" })).ToBeVisibleAsync();
        await admin.GetByText("As stored").First.ClickAsync();
        await Expect(admin.GetByText("\"request-submitted\"").First).ToBeVisibleAsync();
        await PictureAsync(admin, "admin-inspector");
    }

    private static async Task SignInAsync(IPage page, string key)
    {
        await page.GetByLabel("Who are you?").FillAsync("Desmond Okafor");
        await page.GetByLabel("Admin key").FillAsync(key);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }
}
