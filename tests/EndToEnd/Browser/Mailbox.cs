using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace EndToEnd.Browser;

/// <summary>Everybody's mail, as the development page shows it.</summary>
internal static partial class Mailbox
{
    /// <summary>Opens the newest mail to somebody about something, once it is there.</summary>
    public static async Task OpenMailAsync(this IPage page, string to, string subject)
    {
        var mail = page.GetByRole(AriaRole.Row)
            .Filter(new LocatorFilterOptions { HasText = to })
            .GetByRole(AriaRole.Link)
            .Filter(new LocatorFilterOptions { HasText = subject });
        await Patience.UntilAsync(async () =>
        {
            await page.GotoAsync("/dev/mailbox");
            return await mail.CountAsync() > 0;
        });
        await mail.First.ClickAsync();
    }

    /// <summary>Opens a mail and presses its one button, which leads out of the frame that shows it.</summary>
    public static async Task FollowMailAsync(this IPage page, string to, string subject, string button)
    {
        await page.OpenMailAsync(to, subject);
        var link = page.FrameLocator("iframe").GetByRole(AriaRole.Link, new FrameLocatorGetByRoleOptions { Name = button });
        await link.ClickAsync();

        // On a busy machine a frame that has just been laid out may swallow a click; a person clicks again.
        await Patience.UntilAsync(async () => !OfMailbox.IsMatch(page.Url) || await ClickAgainAsync(link));
    }

    private static async Task<bool> ClickAgainAsync(ILocator link)
    {
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, TestContext.Current.CancellationToken);
        if (await link.CountAsync() > 0)
            await link.ClickAsync();
        return false;
    }

    /// <summary>The one-time code in the newest mail to somebody, read on a tab of its own.</summary>
    public static async Task<string> ReadCodeAsync(this IPage page, string to)
    {
        var tab = await page.Context.NewPageAsync();
        await tab.OpenMailAsync(to, "Your one-time code");
        var text = await tab.FrameLocator("iframe").Locator("body").InnerTextAsync();
        await tab.CloseAsync();
        return Digits.Match(text).Value;
    }

    [GeneratedRegex("/dev/mailbox")]
    private static partial Regex OfMailbox { get; }

    [GeneratedRegex(@"\b\d{6}\b")]
    private static partial Regex Digits { get; }
}
