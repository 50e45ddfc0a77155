using Microsoft.Playwright;
using Workflow.Core.Requests;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Browser;

/// <summary>Consents of people depicted: shown by the submitter, checked by talent relations, named in the record and the register.</summary>
public sealed class ConsentSpecs(Chromium chromium) : BrowserSpecs(chromium)
{
    private static readonly FilePayload Agreement = new() { Name = "agreement-mara-quill.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4 signed"u8.ToArray() };

    [Fact]
    public async Task Consents_are_shown_and_checked_before_anything_is_approved_and_stand_in_the_record_and_the_register()
    {
        var id = await DeclareAsync("Orbital Winter");
        var submitter = await NewPersonAsync();
        await ShowAsync(submitter, "en");

        var talent = await NewPersonAsync();
        await talent.FollowMailAsync("callum.brandt@streamer.example", "Please check a consent", "Check the consents");
        foreach (var yes in await talent.GetByLabel("Yes, accept it").AllAsync())
            await yes.CheckAsync();
        await talent.GetByRole(AriaRole.Button, new() { Name = "Mail me a code" }).ClickAsync();
        await talent.GetByLabel("One-time code").FillAsync(await talent.ReadCodeAsync("callum.brandt@streamer.example"));
        await PictureAsync(talent, "consents-check-en");
        await talent.GetByRole(AriaRole.Button, new() { Name = "Save what I checked" }).Last.ClickAsync();
        await Expect(talent.GetByText("Every consent that the policy demands is here and accepted.")).ToBeVisibleAsync();

        foreach (var colleague in (string[])["callum.brandt@streamer.example", "tomas.oyelaran@streamer.example", "priya.ramanathan@streamer.example"])
            await ApproveAsync(colleague);
        await Site.WhenAsync(id, request => request.RecordHash is not null);

        await submitter.FollowMailAsync("lou@crew.example", "The signed record is ready", "Get the record");
        await Expect(submitter.GetByRole(AriaRole.Status)).ToContainTextAsync("Genuine");
        await Expect(submitter.GetByRole(AriaRole.Main)).ToContainTextAsync("Mara Quill: Consent to being recreated");
        await PictureAsync(submitter, "consents-record");

        var admin = await NewPersonAsync();
        await admin.GotoAsync("/manage");
        await admin.GetByLabel("Who are you?").FillAsync("Desmond Okafor");
        await admin.GetByLabel("Admin key").FillAsync(Site.AdminKey);
        await admin.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(admin.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Requests");
        await admin.GotoAsync("/manage/register?production=Orbital%20Winter");
        await Expect(admin.GetByRole(AriaRole.Main)).ToContainTextAsync("Mara Quill: consent to the use");
        await PictureAsync(admin, "consents-register");
    }

    [Fact]
    public async Task Whoever_checks_consents_is_shown_them_in_their_own_language()
    {
        await DeclareAsync("The Lantern Coast", "fr");
        await ShowAsync(await NewPersonAsync(), "fr");

        var talent = await NewPersonAsync(width: 390);
        await talent.FollowMailAsync("noor.haddad@streamer.example", "Un consentement à vérifier", "Vérifier les consentements");
        await Expect(talent.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Consentements");
        await PictureAsync(talent, "consents-check-fr");
    }

    private Task<RequestId> DeclareAsync(string production, string language = "en") => Site.DeclareAsync("Two lines of the keeper, spoken anew", declaration =>
    {
        Declarations.Depicting(declaration);
        declaration["production"] = production;
        declaration["language"] = language;
    });

    // By the names of the form, so that it is found in any language.
    private static async Task ShowAsync(IPage page, string language)
    {
        var (subject, button) = language == "fr"
            ? ("Votre déclaration nous est parvenue", "Voir où en est la demande")
            : ("We have your declaration", "See where it stands");
        await page.FollowMailAsync("lou@crew.example", subject, button);
        await PictureAsync(page, $"consents-missing-{language}");
        await page.Locator("a[href^='/request/consent']").ClickAsync();
        await page.Locator("[name=person]").SelectOptionAsync("Mara Quill");
        await page.Locator("[name=kind][value=creation]").CheckAsync();
        await page.Locator("[name=kind][value=use]").CheckAsync();
        await page.Locator("[name=scope]").FillAsync("My voice for two lines of the keeper in scene 14, in this production, worldwide.");
        await page.Locator("[name=signedBy]").FillAsync("Mara Quill");
        await page.Locator("[name=from]").FillAsync("2020-01-01");
        await page.Locator("[name=attachments]").SetInputFilesAsync(Agreement);
        await PictureAsync(page, $"consents-attach-{language}");
        await page.Locator("main button[type=submit]").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
        await PictureAsync(page, $"consents-shown-{language}");
    }

    private async Task ApproveAsync(string colleague)
    {
        var page = await NewPersonAsync();
        await page.FollowMailAsync(colleague, "Please decide", "Read and decide");
        await page.GetByLabel("Approve").First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Mail me a code" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("A code is on its way");
        await page.GetByLabel("One-time code").FillAsync(await page.ReadCodeAsync(colleague));
        await page.GetByRole(AriaRole.Button, new() { Name = "Send my decision" }).Last.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("You approved this");
    }
}
