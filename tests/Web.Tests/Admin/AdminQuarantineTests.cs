using System.Net;
using Workflow.Core.Ports;

namespace Web.Tests.Admin;

public sealed class AdminQuarantineTests
{
    private const string Source = "From: ines@crew.example\r\nSubject: Smoke plates\r\n\r\n<script>alert(1)</script> \u202egnihtemos";

    [Fact]
    public async Task A_mail_is_shown_as_text_with_what_hides_made_visible()
    {
        await using var site = await SignedInAsync();
        var sha256 = Hold(site);

        var list = await site.TextAsync("/manage/quarantine");
        var page = await site.TextAsync($"/manage/quarantine/{sha256}");

        Assert.Contains("DKIM failed", list, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)", page, StringComparison.Ordinal);
        Assert.Contains("\\u202egnihtemos", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202e", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("release")]
    [InlineData("discard")]
    public async Task Without_a_reason_nothing_happens_to_a_mail(string what)
    {
        await using var site = await SignedInAsync();
        var sha256 = Hold(site);

        using var response = await site.PostAsync($"/manage/quarantine/{sha256}", $"/manage/quarantine/{sha256}", ("do", what), ("reason", " \u200b "));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Null((await site.Mail.FindAsync(sha256, TestContext.Current.CancellationToken))!.Settlement);
    }

    [Fact]
    public async Task A_released_mail_becomes_a_request_and_keeps_who_released_it_and_why()
    {
        await using var site = await SignedInAsync();
        var sha256 = Hold(site);

        using var response = await site.PostAsync(
            $"/manage/quarantine/{sha256}", $"/manage/quarantine/{sha256}", ("do", "release"), ("reason", "Called Ines at the office."));

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        var inspector = await site.TextAsync(response.Headers.Location!.OriginalString);
        Assert.Contains("Smoke plates for the pier", inspector, StringComparison.Ordinal);
        var settled = (await site.Mail.FindAsync(sha256, TestContext.Current.CancellationToken))!.Settlement;
        Assert.Equal(new Settlement(true, AdminSite.Now, "Gwen Archer", "Called Ines at the office."), settled);
    }

    [Fact]
    public async Task A_discarded_mail_leaves_the_list_and_stays_readable()
    {
        await using var site = await SignedInAsync();
        var sha256 = Hold(site);

        using var response = await site.PostAsync(
            $"/manage/quarantine/{sha256}", $"/manage/quarantine/{sha256}", ("do", "discard"), ("reason", "Nobody of that name."));

        Assert.Equal("/manage/quarantine", response.Headers.Location?.OriginalString);
        Assert.DoesNotContain(sha256, await site.TextAsync("/manage/quarantine"), StringComparison.Ordinal);
        Assert.Contains("Nobody of that name.", await site.TextAsync($"/manage/quarantine/{sha256}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_settled_meanwhile_is_not_settled_again()
    {
        await using var site = await SignedInAsync();
        var sha256 = Hold(site);
        var page = $"/manage/quarantine/{sha256}";
        using var first = await site.PostAsync(page, page, ("do", "discard"), ("reason", "First."));

        using var second = await site.PostAsync("/manage/dead-letters", page, ("form-id", new string('0', 32)), ("do", "release"), ("reason", "Second."));

        Assert.Equal(HttpStatusCode.BadRequest, second.StatusCode);
        Assert.Equal("First.", (await site.Mail.FindAsync(sha256, TestContext.Current.CancellationToken))!.Settlement!.Reason);
    }

    private static string Hold(AdminSite site) =>
        site.Mail.Hold(AdminSite.Now.AddHours(-5), "ines@crew.example", "Smoke plates", "DKIM failed for crew.example", Source);

    private static async Task<AdminSite> SignedInAsync()
    {
        var site = await AdminSite.StartAsync();
        using var entered = await site.SignInAsync();
        return site;
    }
}
