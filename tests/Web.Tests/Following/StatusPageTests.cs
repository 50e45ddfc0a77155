using System.Net;
using Web.Tests.House;
using Workflow.Core.Approval;

namespace Web.Tests.Following;

public sealed class StatusPageTests
{
    [Fact]
    public async Task Status_names_roles_and_not_the_people_in_them()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.AskAsync(await house.SubmitAsync());

        var page = await browser.OpenAsync(house.Path(request, "/request"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("It is with Legal.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Legal was asked.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_question_is_shown_with_its_limit_and_where_to_answer()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.QuestionAsync("Whose <harbour> is it?");

        var page = await browser.OpenAsync(house.Path(request, "/request"));

        Assert.Contains("Whose <harbour> is it?", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("section.warn time[datetime]"));
        Assert.Equal(
            HttpStatusCode.OK, (await browser.OpenAsync(page.Document.QuerySelector("section.warn a.button")!.GetAttribute("href")!)).Status);
    }

    [Fact]
    public async Task Approval_is_shown_with_its_conditions_and_end_and_nothing_to_withdraw()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.DecideAsync(
            await house.AskAsync(await house.SubmitAsync()), new Decision(DecisionKind.ApproveWithConditions, null, [new Condition("Keep a <list> of prompts.")]));

        var page = await browser.OpenAsync(house.Path(request, "/request"));

        Assert.Contains("Keep a <list> of prompts.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Valid until", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Withdraw this request", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_changes_nothing()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.QuestionAsync("Whose harbour is it?");
        var before = house.Store.EventCount;

        foreach (var page in new[] { "/request", "/request/information", "/request/withdraw" })
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync(house.Path(request, page))).Status);
        }

        Assert.Equal(before, house.Store.EventCount);
        Assert.Empty(house.Sent.Mails);
    }
}
