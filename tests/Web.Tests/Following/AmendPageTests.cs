using System.Net;
using Web.Tests.House;
using Workflow.Core.Approval;
using Workflow.Core.Policies;

namespace Web.Tests.Following;

public sealed class AmendPageTests
{
    [Fact]
    public async Task Form_shows_what_was_declared_and_that_the_approval_holds_meanwhile()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.ApprovedAsync();

        var page = await browser.OpenAsync(house.Path(request, "/request/amend"));

        Assert.Equal("Mood boards for the harbour", page.Value("title"));
        Assert.Equal("Sketcher", page.Value("tools[0].name"));
        Assert.Contains("The approval you have holds until the new version is decided", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_says_that_the_approval_is_suspended_meanwhile_where_the_policy_wants_it()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.ApprovedAsync(t => t with { WhileAmended = WhileAmended.Suspended });

        var page = await browser.OpenAsync(house.Path(request, "/request/amend"));

        Assert.Contains("The approval you have is suspended until the new version is decided", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_version_goes_round_with_what_was_changed_and_keeps_the_files()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.ApproveAsync(await house.DepictingAsync(t => t));

        var status = await browser.FollowAsync(await browser.SendAsync(
            await browser.OpenAsync(house.Path(request, "/request/amend")),
            [("reason", "Two more lines."), ("title", "A voice for four lines")],
            ("lines.pdf", "x"u8.ToArray())));

        var after = await house.RequestAsync(request.Id);
        Assert.Equal((2, RequestStatus.Submitted, "A voice for four lines"), (after.Amendment, after.Status, after.Declaration.Title));
        Assert.Equal(["script.pdf", "lines.pdf"], after.Declaration.Attachments.Select(a => a.Name));
        Assert.Equal("A voice for two lines", after.Approval!.Declaration.Title);
        Assert.Contains("Two more lines.", status.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_version_with_a_gap_and_no_reason_is_refused_and_kept()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.ApprovedAsync();

        var page = await browser.SendAsync(
            await browser.OpenAsync(house.Path(request, "/request/amend")), [("title", ""), ("description", "Boards of a pier.")]);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.NotNull(page.Problem("reason"));
        Assert.NotNull(page.Problem("title"));
        Assert.Equal("Boards of a pier.", page.Value("description"));
        Assert.Equal(1, (await house.RequestAsync(request.Id)).Amendment);
    }

    [Fact]
    public async Task New_version_for_another_production_is_refused_in_words()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.ApprovedAsync();

        var page = await browser.SendAsync(
            await browser.OpenAsync(house.Path(request, "/request/amend")), [("reason", "Also there."), ("production", "Salt & Cinder")]);

        Assert.Contains("Another production needs a request of its own.", page.Text, StringComparison.Ordinal);
        Assert.Equal("Also there.", page.Value("reason"));
    }

    [Fact]
    public async Task Approval_is_renewed_with_a_reason_and_nothing_else()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.ApprovedAsync();

        var status = await browser.FollowAsync(await browser.SendAsync(
            await browser.OpenAsync(house.Path(request, "/request/renew")), [("reason", "The shoot moved.")]));

        var after = await house.RequestAsync(request.Id);
        Assert.Equal((2, request.Declaration.Title), (after.Amendment, after.Declaration.Title));
        Assert.Equal(Standing.InForce, after.Approval!.Standing);
        Assert.Contains("You asked for it to be renewed", status.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Renewal_without_a_reason_is_refused_beside_the_field()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.ApprovedAsync();

        var page = await browser.SendAsync(await browser.OpenAsync(house.Path(request, "/request/renew")));

        Assert.NotNull(page.Problem("reason"));
        Assert.Equal(1, (await house.RequestAsync(request.Id)).Amendment);
    }

    [Theory]
    [InlineData("/request/amend")]
    [InlineData("/request/renew")]
    public async Task Request_that_is_not_decided_is_neither_changed_nor_renewed(string path)
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();

        var page = await browser.OpenAsync(house.Path(await house.SubmitAsync(), path));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
    }

    [Theory]
    [InlineData("/request/amend")]
    [InlineData("/request/renew")]
    [InlineData("/request/consent")]
    [InlineData("/request/note")]
    public async Task Looking_at_a_form_changes_nothing(string path)
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.ApprovedAsync();
        var before = house.Store.EventCount;

        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync(house.Path(request, path))).Status);
        Assert.Equal(before, house.Store.EventCount);
    }
}
