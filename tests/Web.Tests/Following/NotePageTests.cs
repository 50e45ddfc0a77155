using System.Net;
using Web.Tests.House;
using Workflow.Core.Approval;

namespace Web.Tests.Following;

public sealed class NotePageTests
{
    [Fact]
    public async Task Note_is_kept_and_stands_in_the_history()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.AskAsync(await house.SubmitAsync());

        var status = await browser.FollowAsync(await browser.SendAsync(
            await browser.OpenAsync(house.Path(request, "/request/note")), [("text", "The vendor changed its name.")]));

        Assert.Contains("the note is kept", status.Text, StringComparison.Ordinal);
        Assert.Contains("The vendor changed its name.", status.Text, StringComparison.Ordinal);
        Assert.Null(Assert.Single((await house.RequestAsync(request.Id)).Notes).Meets);
    }

    [Fact]
    public async Task Condition_said_to_be_met_is_met()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.ApprovedAsync(null, new Condition("Keep the prompts"));
        var form = await browser.OpenAsync(house.Path(request, "/request/note") + "&meets=1");

        var status = await browser.FollowAsync(await browser.SendAsync(form, [("text", "They are in the archive.")]));

        Assert.Contains("Keep the prompts", form.Text, StringComparison.Ordinal);
        Assert.Contains("Said to be met on", status.Text, StringComparison.Ordinal);
        Assert.NotNull((await house.RequestAsync(request.Id)).Approval!.Obligations.Single().MetAt);
    }

    [Fact]
    public async Task Condition_met_twice_gets_a_page_that_says_so()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.ApprovedAsync(null, new Condition("Keep the prompts"));
        var path = house.Path(request, "/request/note") + "&meets=1";
        await browser.SendAsync(await browser.OpenAsync(path), [("text", "They are in the archive.")]);

        Assert.Equal(HttpStatusCode.Conflict, (await browser.OpenAsync(path)).Status);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("none")]
    [InlineData("-1")]
    public async Task Condition_that_is_none_gets_a_page_that_says_so(string number)
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.ApprovedAsync(null, new Condition("Keep the prompts"));

        Assert.Equal(HttpStatusCode.Conflict, (await browser.OpenAsync($"{house.Path(request, "/request/note")}&meets={number}")).Status);
    }

    [Fact]
    public async Task Note_without_words_is_refused_beside_the_field()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.SubmitAsync();

        var page = await browser.SendAsync(await browser.OpenAsync(house.Path(request, "/request/note")), [("text", " ")]);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.NotNull(page.Problem("text"));
        Assert.Empty((await house.RequestAsync(request.Id)).Notes);
    }

    [Fact]
    public async Task Note_without_a_proven_form_is_not_taken_and_kept()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var request = await house.SubmitAsync();
        var form = await browser.OpenAsync(house.Path(request, "/request/note"));
        browser.ForgetCookies(house);

        var page = await browser.SendAsync(form, [("text", "The vendor changed its name.")]);

        Assert.Equal((HttpStatusCode.BadRequest, "The vendor changed its name."), (page.Status, page.Value("text")));
        Assert.Empty((await house.RequestAsync(request.Id)).Notes);
    }

    [Fact]
    public async Task Link_that_is_too_old_opens_no_form()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();
        var path = house.Path(await house.SubmitAsync(), "/request/note");
        house.Clock.Advance(TimeSpan.FromDays(800));

        Assert.Equal(HttpStatusCode.Gone, (await browser.OpenAsync(path)).Status);
    }
}
