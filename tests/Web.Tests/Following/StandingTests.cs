using Web.Tests.House;
using Workflow.Core.Approval;
using Workflow.Core.Policies;

namespace Web.Tests.Following;

/// <summary>What the status page says of an approval after it was given.</summary>
public sealed class StandingTests
{
    [Fact]
    public async Task Condition_is_shown_with_its_day_its_owner_and_the_way_to_say_that_it_is_met()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.ApprovedAsync(null, new Condition("Keep the prompts", new DateOnly(2026, 3, 20), "the art department"));

        var page = await browser.OpenAsync(house.Path(request, "/request"));

        Assert.Contains("For the art department. To be met by 20 Mar 2026.", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("a[href*='/request/note'][href$='meets=1']"));
    }

    [Fact]
    public async Task Condition_whose_day_is_over_is_called_overdue()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.ApprovedAsync(null, new Condition("Keep the prompts", new DateOnly(2026, 3, 20)));
        await house.WakeAsync(request, TimeSpan.FromDays(30));

        var page = await browser.OpenAsync(house.Path(request, "/request"));

        Assert.Contains("Overdue: it had to be met by 20 Mar 2026.", page.Document.QuerySelector(".overdue")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("The day by which condition 1 had to be met was over.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revoked_approval_says_so_with_its_reason_and_offers_no_renewal()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.ApprovedAsync();
        await house.DoAsync(request, s => new Command.Revoke(s, 1, "The licence was withdrawn."), Approvals.Ada);

        var page = await browser.OpenAsync(house.Path(request, "/request"));

        Assert.Equal("Revoked", page.Document.QuerySelector(".lede .status.bad")!.TextContent);
        Assert.Contains("stop the use now", page.Text, StringComparison.Ordinal);
        Assert.Contains("The licence was withdrawn.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("You can go on as declared", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("a[href^='/request/renew']"));
    }

    [Fact]
    public async Task Lapsed_approval_says_since_when_and_can_be_renewed()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.ApprovedAsync();
        await house.WakeAsync(request, TimeSpan.FromDays(181));

        var page = await browser.OpenAsync(house.Path(request, "/request"));

        Assert.Contains("It ended on", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("a[href^='/request/renew']"));
        Assert.DoesNotContain("You can go on as declared", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approval_suspended_for_a_new_version_says_why()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.ApprovedAsync(t => t with { WhileAmended = WhileAmended.Suspended });
        var submitter = new Workflow.Core.People.Actor(
            Workflow.Core.People.ActorKind.Submitter, request.Submission.Submitter.Email, "Robin Vale", Workflow.Core.People.Authentication.MailedLink);
        await house.DoAsync(request, s => new Command.Amend(s, request.Declaration with { Title = "More boards" }, "More scenes."), submitter);

        var page = await browser.OpenAsync(house.Path(request, "/request"));

        Assert.Contains("What was approved before, version 1: suspended", page.Text, StringComparison.Ordinal);
        Assert.Contains("A new version of it is being decided.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Version 1: approved.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Version 2 is being decided.", page.Text, StringComparison.Ordinal);
        Assert.Contains("More scenes.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Note_of_somebody_else_is_not_shown_to_the_submitter()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.ApprovedAsync();
        await house.DoAsync(request, s => new Command.AddNote(s, "Counsel's view is attached to the file.", null), Approvals.Ada);

        var page = await browser.OpenAsync(house.Path(request, "/request"));

        Assert.DoesNotContain("Counsel", page.Html, StringComparison.Ordinal);
    }
}
