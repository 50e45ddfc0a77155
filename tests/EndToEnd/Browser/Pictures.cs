using Microsoft.Playwright;

namespace EndToEnd.Browser;

/// <summary>Pictures of pages, kept under <c>artifacts/screenshots/</c>.</summary>
internal static class Pictures
{
    /// <summary>Keeps a picture of the page, all of it or its upper part.</summary>
    public static Task PictureAsync(this IPage page, string name, int? height = null) => page.ScreenshotAsync(new PageScreenshotOptions
    {
        Path = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../screenshots", name + ".png")),
        FullPage = true,
        Clip = height is { } upper ? new Clip { Width = page.ViewportSize!.Width, Height = upper } : null,
    });
}
