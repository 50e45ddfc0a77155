using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Browser;

/// <summary>The written tier: a code by mail for each who is asked, then a record that anyone can verify.</summary>
public sealed class WrittenSpecs(Chromium chromium) : BrowserSpecs(chromium)
{
    [Fact]
    public async Task Written_approval_needs_the_mailed_code_of_everybody_asked_and_ends_in_a_genuine_record()
    {
        var id = await Site.DeclareAsync("Posters after a painter, for the harbour office", Declarations.Written);

        var executive = await NewPersonAsync();
        await executive.FollowMailAsync("mira.lindqvist@streamer.example", "Please decide", "Read and decide");
        await PictureAsync(executive, "review-written");
        // The picture of the README, docs/review.png.
        await PictureAsync(executive, "review", height: 1290);
        await executive.GetByLabel("Approve").First.CheckAsync();
        await executive.GetByRole(AriaRole.Button, new() { Name = "Mail me a code" }).ClickAsync();
        await Expect(executive.GetByRole(AriaRole.Status)).ToContainTextAsync("A code is on its way to m…@streamer.example");
        var code = await executive.ReadCodeAsync("mira.lindqvist@streamer.example");

        await SendAsync(executive, code == "000000" ? "000001" : "000000");
        await Expect(executive.GetByRole(AriaRole.Alert)).ToContainTextAsync("That is not the code we mailed to you");
        await Expect(executive.GetByLabel("Approve").First).ToBeCheckedAsync();
        await PictureAsync(executive, "review-wrong-code");

        await SendAsync(executive, code);
        await Expect(executive.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("You approved this");

        foreach (var colleague in (string[])["gideon.achebe@streamer.example", "tomas.oyelaran@streamer.example"])
        {
            var page = await NewPersonAsync();
            await page.FollowMailAsync(colleague, "Please decide", "Read and decide");
            await page.GetByLabel("Approve").First.CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Mail me a code" }).ClickAsync();
            await SendAsync(page, await page.ReadCodeAsync(colleague));
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("You approved this");
        }

        await Site.WhenAsync(id, request => request.RecordHash is not null);
        var submitter = await NewPersonAsync();
        await submitter.FollowMailAsync("lou@crew.example", "The signed record is ready", "Get the record");
        await Expect(submitter.GetByRole(AriaRole.Status)).ToContainTextAsync("Genuine");
        await PictureAsync(submitter, "record");

        var pdf = await DownloadAsync(submitter, "Get the record (PDF)");
        await VerifyAsync(submitter, $"{id}.pdf", pdf, "Genuine");
        pdf[pdf.Length / 2] ^= 1;
        await VerifyAsync(submitter, $"{id}.pdf", pdf, "Altered");
        await PictureAsync(submitter, "record-altered");
    }

    private static async Task SendAsync(IPage page, string code)
    {
        await page.GetByLabel("One-time code").FillAsync(code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send my decision" }).Last.ClickAsync();
    }

    private static async Task<byte[]> DownloadAsync(IPage page, string link)
    {
        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync());
        return await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
    }

    private static async Task VerifyAsync(IPage page, string name, byte[] content, string verdict)
    {
        await page.GotoAsync("/records/verify");
        await page.GetByLabel("The file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/pdf", Buffer = content });
        await page.GetByRole(AriaRole.Button, new() { Name = "Verify" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).GetByRole(AriaRole.Heading)).ToHaveTextAsync(verdict);
    }
}
