using Microsoft.Playwright;

namespace EndToEnd.Browser;

/// <summary>The form by which a use is declared, as somebody fills it in.</summary>
internal static class Declaring
{
    /// <summary>One answer to one question.</summary>
    public static ILocator Answer(this IPage page, string question, string answer) =>
        page.GetByRole(AriaRole.Group, new() { Name = question }).GetByLabel(answer, new() { Exact = true });

    /// <summary>Fills in a use that needs one person's judgement, of Ines Varga in The Lantern Coast.</summary>
    public static async Task FillInDeclarationAsync(this IPage page, string title)
    {
        await page.GetByLabel("Your name").FillAsync("Ines Varga");
        await page.GetByLabel("Your e-mail address").FillAsync("ines@crew.example");
        await page.GetByLabel("Production", new() { Exact = true }).SelectOptionAsync("The Lantern Coast");
        await page.GetByLabel("The use, in one line").FillAsync(title);
        await page.GetByLabel("What do you want to do?").FillAsync(
            "Mood boards of the lighthouse in fog, to agree on colour and light with the art department before the location visit.");
        await page.Locator("[name=use][value=ideation]").CheckAsync();
        await page.Answer("Will any of it be in what is delivered?", "No").CheckAsync();
        await page.GetByLabel("Tool", new() { Exact = true }).FillAsync("Sketcher");
        await page.Answer("Does it stay clear of other people's work?", "Yes").CheckAsync();
        await page.Answer("Does the tool keep nothing?", "Yes").CheckAsync();
        await page.Answer("Does it run in a secured company environment?", "Not sure").CheckAsync();
        await page.Answer("Is the material temporary?", "Yes").CheckAsync();
        await page.Answer("Do performers and crew keep their work?", "Yes").CheckAsync();
    }
}
