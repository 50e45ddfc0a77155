using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Browser;

/// <summary>The long life of an approval, by clicks and mails alone: handed on, conditions met, renewed, revoked.</summary>
public sealed class AftercareSpecs(Chromium chromium) : BrowserSpecs(chromium)
{
    private const string Mira = "mira.lindqvist@streamer.example";
    private const string Tomas = "tomas.oyelaran@streamer.example";
    private const string Ines = "ines@crew.example";

    [Fact]
    public async Task Approval_is_handed_on_given_with_a_condition_that_is_met_renewed_and_revoked()
    {
        var ines = await NewPersonAsync();
        await ines.GotoAsync("/declare");
        await ines.FillInDeclarationAsync("Mood boards for the lighthouse");
        await PressAsync(ines, "Send the declaration");

        var mira = await NewPersonAsync();
        await mira.FollowMailAsync(Mira, "Please decide", "Read and decide");
        await mira.GetByRole(AriaRole.Link, new() { Name = "Hand this on to somebody else" }).ClickAsync();
        await mira.GetByLabel("To whom").SelectOptionAsync("Tomas Oyelaran");
        await mira.GetByLabel("Comment").FillAsync("You know the art department.");
        await PictureAsync(mira, "aftercare-hand-on");
        await PressAsync(mira, "Hand it on");
        await HeadedAsync(mira, "You handed this on");

        var tomas = await NewPersonAsync();
        await tomas.FollowMailAsync(Tomas, "Please decide", "Read and decide");
        await Expect(tomas.GetByText("Mira Lindqvist handed this on to you.")).ToBeVisibleAsync();
        await ApproveUnderAConditionAsync(tomas);
        await HeadedAsync(tomas, "You approved this with conditions");
        await mira.OpenMailAsync(Mira, "What you handed on is decided");

        await ines.FollowMailAsync(Ines, "Approved", "See the decision");
        await ines.GetByRole(AriaRole.Link, new() { Name = "Say that condition 1 is met" }).ClickAsync();
        await ines.GetByLabel("How is it met?").FillAsync("They hang in the art department and nowhere else.");
        await PressAsync(ines, "It is met");
        await Expect(ines.GetByRole(AriaRole.Status)).ToContainTextAsync("the condition is noted as met");
        await PictureAsync(ines, "aftercare-met");

        // It can be renewed once its record is there.
        await ines.FollowMailAsync(Ines, "The signed record is ready", "Get the record");
        await PictureAsync(ines, "aftercare-record");
        await ines.FollowMailAsync(Ines, "Approved", "See the decision");
        await ines.GetByRole(AriaRole.Link, new() { Name = "Renew the approval" }).ClickAsync();
        await ines.GetByLabel("Why is it needed longer?").FillAsync("The location visit has moved to the autumn.");
        await PressAsync(ines, "Ask for the renewal");
        await Expect(ines.GetByRole(AriaRole.Status)).ToContainTextAsync("the renewal is asked for");
        await ines.OpenMailAsync(Ines, "We have your new version");

        await SecondMailAsync(mira, Mira, "Please decide");
        await mira.FollowMailAsync(Mira, "Please decide", "Read and decide");
        await Expect(mira.GetByRole(AriaRole.Heading, new() { Name = "A renewal" })).ToBeVisibleAsync();
        await PictureAsync(mira, "aftercare-renewal");
        await mira.GetByLabel("Approve").First.CheckAsync();
        await PressAsync(mira, "Send my decision");
        await HeadedAsync(mira, "You approved this");
        await SecondMailAsync(ines, Ines, "Approved");
        await SecondMailAsync(ines, Ines, "The signed record is ready");

        await mira.GetByRole(AriaRole.Link, new() { Name = "Revoke the approval" }).ClickAsync();
        await mira.GetByLabel("Reason").FillAsync("The lighthouse has become a place that the story turns on.");
        await PictureAsync(mira, "aftercare-revoke");
        await PressAsync(mira, "Revoke the approval");
        await HeadedAsync(mira, "This approval was revoked");
        await PictureAsync(mira, "aftercare-revoked");

        await ines.FollowMailAsync(Ines, "Revoked, stop the use", "See the decision");
        await Expect(ines.GetByRole(AriaRole.Main)).ToContainTextAsync("The approval was taken back: stop the use now.");
        await Expect(ines.GetByRole(AriaRole.Main)).ToContainTextAsync("The lighthouse has become a place that the story turns on.");
        await PictureAsync(ines, "aftercare-status");
    }

    private static async Task ApproveUnderAConditionAsync(IPage page)
    {
        await page.GetByLabel("Approve with conditions").CheckAsync();
        await page.GetByText("Conditions with a day or an owner").ClickAsync();
        await page.GetByLabel("Condition 1").FillAsync("Keep the boards inside the art department.");
        await page.GetByLabel("To be met by").First.FillAsync("2098-05-31");
        await page.GetByLabel("Who has to meet it").First.FillAsync("art department");
        await PictureAsync(page, "aftercare-condition");
        await PressAsync(page, "Send my decision");
    }

    // The first button of some forms is hidden: it is the one that Return presses.
    private static Task PressAsync(IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button }).Last.ClickAsync();

    private static Task HeadedAsync(IPage page, string title) =>
        Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);

    private static Task SecondMailAsync(IPage page, string to, string subject) => Patience.UntilAsync(async () =>
    {
        await page.GotoAsync("/dev/mailbox");
        var mails = page.GetByRole(AriaRole.Row).Filter(new() { HasText = to }).Filter(new() { HasText = subject });
        return await mails.CountAsync() == 2;
    });
}
