using System.Net;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Policies;
using Workflow.Core.Requests;

namespace Web.Tests.Admin;

public sealed class AdminInspectorTests
{
    [Fact]
    public async Task The_inspector_tells_who_was_asked_what_happened_and_that_the_history_is_whole()
    {
        await using var site = await SignedInAsync();
        var id = await AskedAsync(site);
        await site.Stories.DecideAsync(id, AdminSite.Now.AddDays(-2), 2, Stories.Luc, DecisionKind.AskForInformation, "Whose footage is it?");

        var page = await site.TextAsync($"/manage/requests/{id}");

        Assert.Contains("The history is whole", page, StringComparison.Ordinal);
        Assert.Contains("Asked Ada Ferris for Legal", page, StringComparison.Ordinal);
        Assert.Contains("Whose footage is it?", page, StringComparison.Ordinal);
        Assert.Contains("It is part of the final picture", page, StringComparison.Ordinal);
        Assert.Contains("the harbour burns", page, StringComparison.Ordinal);
        Assert.Contains("streamer-genai 2026.11", page, StringComparison.Ordinal);
        Assert.Contains("put the question to Ada Ferris", page, StringComparison.Ordinal);
        Assert.Contains("&quot;type&quot;:&quot;person-asked&quot;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_chain_is_shown_where_it_breaks()
    {
        await using var site = await SignedInAsync();
        var id = await AskedAsync(site);
        site.Store.Tamper(id, 4, "Ada Ferris", "Eve Mallory");

        var page = await site.TextAsync($"/manage/requests/{id}");

        Assert.Contains("The history was altered", page, StringComparison.Ordinal);
        Assert.Contains("Event 4 does not fit the chain.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("The history is whole", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_history_altered_beyond_reading_is_shown_as_altered()
    {
        await using var site = await SignedInAsync();
        var id = await AskedAsync(site);
        site.Store.Tamper(id, 3, "stage-reached", "approved-by-magic");

        Assert.Contains("Event 3 does not fit the chain", await site.TextAsync($"/manage/requests/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_effect_that_was_given_up_is_shown_with_its_error()
    {
        await using var site = await SignedInAsync();
        var id = await AskedAsync(site);
        site.Store.Kill(site.Store.Waiting(id, "ask-1"), "550 mailbox full");

        var page = await site.TextAsync($"/manage/requests/{id}");

        Assert.Contains("550 mailbox full", page, StringComparison.Ordinal);
        Assert.Contains("Given up", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GAI-0000-0000")]
    [InlineData("nonsense")]
    public async Task An_unknown_request_is_not_found(string id)
    {
        await using var site = await SignedInAsync();

        using var response = await site.GetAsync($"/manage/requests/{id}");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_file_comes_as_a_download_that_no_browser_opens()
    {
        await using var site = await SignedInAsync();
        var sha256 = site.Mail.Put("<script>alert(1)</script>");
        var id = await site.Stories.SubmitAsync(
            AdminSite.Now, "With a file", with: d => d with { Attachments = [new Attachment("plan é.html", "text/html", 25, sha256)] });

        using var response = await site.GetAsync($"/manage/requests/{id}/files/{sha256}");

        Assert.Equal("application/octet-stream", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("plan é.html", response.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
    }

    [Fact]
    public async Task A_file_of_another_request_is_not_handed_out()
    {
        await using var site = await SignedInAsync();
        var sha256 = site.Mail.Put("a secret of somebody else");
        var id = await site.Stories.SubmitAsync(AdminSite.Now, "Without files");

        using var response = await site.GetAsync($"/manage/requests/{id}/files/{sha256}");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static async Task<AdminSite> SignedInAsync()
    {
        var site = await AdminSite.StartAsync();
        using var entered = await site.SignInAsync();
        return site;
    }

    private static async Task<RequestId> AskedAsync(AdminSite site)
    {
        var at = AdminSite.Now.AddDays(-3);
        var id = await site.Stories.SubmitAsync(at, "Smoke plates");
        await site.Stories.AssessAsync(id, at, Tier.Written, new Seat("legal", "Legal"), new Seat("creative", "Creative executive"));
        await site.Stories.StaffAsync(id, at, ("legal", [Stories.Ada]), ("creative", [Stories.Luc]));
        return id;
    }
}
