using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Browser;

/// <summary>A newcomer's way: the form, its problems, the receipt, the approver's answer.</summary>
public sealed class DeclareSpecs(Chromium chromium) : BrowserSpecs(chromium)
{
    private const string Title = "Mood boards for the lighthouse";

    [Fact]
    public async Task Form_with_gaps_comes_back_with_what_was_typed_and_leads_to_each_gap()
    {
        var page = await NewPersonAsync();
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Declare a use" }).First.ClickAsync();
        await page.GetByLabel("Your name").FillAsync("Ines Varga");
        await page.GetByLabel("The use, in one line").FillAsync(Title);
        await page.Answer("Does it stay clear of other people's work?", "Yes").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the declaration" }).ClickAsync();

        var summary = page.GetByRole(AriaRole.Alert);
        await Expect(summary).ToContainTextAsync("Nothing has been sent yet");
        await Expect(page.GetByLabel("Your name")).ToHaveValueAsync("Ines Varga");
        await Expect(page.GetByLabel("The use, in one line")).ToHaveValueAsync(Title);
        await Expect(page.Answer("Does it stay clear of other people's work?", "Yes")).ToBeCheckedAsync();

        await summary.Locator("a[href='#email']").ClickAsync();
        await Expect(page.GetByLabel("Your e-mail address")).ToBeFocusedAsync();
        await PictureAsync(page, "declare-problems");
    }

    [Fact]
    public async Task Declaration_by_form_is_approved_with_conditions_that_its_submitter_reads()
    {
        var page = await NewPersonAsync();
        await page.GotoAsync("/declare");
        await PictureAsync(page, "declare");
        await page.FillInDeclarationAsync(Title);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the declaration" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Your declaration is here");
        await PictureAsync(page, "receipt");

        var approver = await NewPersonAsync();
        await approver.FollowMailAsync("mira.lindqvist@streamer.example", "Please decide", "Read and decide");
        await Expect(approver.GetByLabel("Conditions", new() { Exact = true })).ToBeHiddenAsync();
        await approver.GetByLabel("Approve with conditions").CheckAsync();
        await approver.GetByLabel("Conditions", new() { Exact = true }).FillAsync("Keep the boards inside the art department.");
        await PictureAsync(approver, "review-conditions");
        await approver.GetByRole(AriaRole.Button, new() { Name = "Send my decision" }).Last.ClickAsync();
        await Expect(approver.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("You approved this with conditions");
        await PictureAsync(approver, "settled");

        await page.FollowMailAsync("ines@crew.example", "Approved", "See the decision");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("Keep the boards inside the art department.");
        await PictureAsync(page, "status-approved");
    }
}
