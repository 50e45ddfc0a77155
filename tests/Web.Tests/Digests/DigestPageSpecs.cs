using System.Net;
using Web.Tests.House;

namespace Web.Tests.Digests;

public sealed class DigestPageSpecs
{
    private const string Ada = "ada@studio.example";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Opening_the_link_changes_nothing_and_the_button_switches_off_and_on()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();

        var page = await browser.OpenAsync(PathOf(house));
        Assert.Empty(house.Digests.Off);

        page = await browser.FollowAsync(await browser.SendAsync(page));
        Assert.Equal([Ada], house.Digests.Off);
        Assert.Contains("No digests are sent to", page.Html, StringComparison.Ordinal);

        await browser.FollowAsync(await browser.SendAsync(page));
        Assert.Empty(house.Digests.Off);
    }

    [Fact]
    public async Task Post_without_the_pages_seal_changes_nothing()
    {
        await using var house = await WebHouse.OpenAsync();
        using var program = house.Program();

        using var body = new FormUrlEncodedContent([new("t", house.Links.ForDigests(Ada)), new("off", "yes")]);
        using var answer = await program.PostAsync(new Uri("/digests", UriKind.Relative), body, Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(house.Digests.Off);
    }

    [Fact]
    public async Task One_click_of_a_mail_program_switches_off()
    {
        await using var house = await WebHouse.OpenAsync();

        Assert.Equal(HttpStatusCode.OK, await ClickAsync(house, house.Links.ForDigests(Ada), "One-Click"));
        Assert.Equal([Ada], house.Digests.Off);
    }

    [Theory]
    [InlineData("forged", "One-Click", HttpStatusCode.NotFound)]
    [InlineData(null, "Two-Clicks", HttpStatusCode.BadRequest)]
    public async Task Click_that_is_none_changes_nothing(string? token, string words, HttpStatusCode status)
    {
        await using var house = await WebHouse.OpenAsync();

        Assert.Equal(status, await ClickAsync(house, token ?? house.Links.ForDigests(Ada), words));
        Assert.Empty(house.Digests.Off);
    }

    [Fact]
    public async Task Link_for_another_purpose_opens_nothing()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();

        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync($"/digests?t={house.Links.ForPerson("ada")}")).Status);
    }

    private static string PathOf(WebHouse house) => $"/digests?t={house.Links.ForDigests(Ada)}";

    private static async Task<HttpStatusCode> ClickAsync(WebHouse house, string token, string words)
    {
        using var program = house.Program();
        using var body = new FormUrlEncodedContent([new("List-Unsubscribe", words)]);
        using var answer = await program.PostAsync(new Uri($"/digests/off?t={token}", UriKind.Relative), body, Cancel);
        return answer.StatusCode;
    }
}
