using System.Net;
using Web.Tests.House;
using Workflow.Web.Pages;

namespace Web.Tests.Pages;

/// <summary>What holds for every page, whoever wrote it.</summary>
public sealed class EveryPageTests
{
    public static TheoryData<string> Paths =>
        ["/", "/declare", "/nowhere", "/declare/sent?id=x", "/request?t=x", "/request", "/request/information", "/request/withdraw", "/request/consent", "/request/note"];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Page_carries_the_security_headers(string path)
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();

        var page = await browser.OpenAsync(await PathAsync(house, path));

        var headers = page.Response.Headers;
        Assert.Equal(SecurityHeaders.ContentSecurityPolicy, Assert.Single(headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(headers.GetValues("Referrer-Policy")));
        Assert.True(headers.CacheControl!.NoStore);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Page_has_no_script_no_inline_style_and_nothing_from_elsewhere(string path)
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();

        var page = await browser.OpenAsync(await PathAsync(house, path));

        Assert.Empty(page.Document.QuerySelectorAll("script, style, [style], iframe, object, embed, base"));
        Assert.All(page.Document.All.SelectMany(e => e.Attributes), a => Assert.False(a.Name.StartsWith("on", StringComparison.Ordinal), a.Name));
        Assert.All(
            page.Document.QuerySelectorAll("[href], [src], [action]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src") ?? e.GetAttribute("action")!),
            address => Assert.True(address[0] is '/' or '#' && !address.StartsWith("//", StringComparison.Ordinal), address));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Page_has_what_assistive_technology_needs(string path)
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();

        var page = await browser.OpenAsync(await PathAsync(house, path));

        Assert.Equal("en", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.Document.QuerySelectorAll("h1"));
        Assert.NotNull(page.Document.QuerySelector("a.skip[href='#main']"));
        Assert.NotEmpty(page.Document.Title!);
        var ids = page.Document.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
        var referred = page.Document.QuerySelectorAll("[for], [aria-labelledby], [aria-describedby]")
            .SelectMany(e => new[] { e.GetAttribute("for"), e.GetAttribute("aria-labelledby"), e.GetAttribute("aria-describedby") })
            .OfType<string>()
            .SelectMany(r => r.Split(' '));
        Assert.All(referred, id => Assert.Contains(id, ids));
    }

    [Fact]
    public async Task Head_answers_like_get_without_a_body()
    {
        await using var house = await WebHouse.OpenAsync();
        using var client = house.Program();
        using var request = new HttpRequestMessage(HttpMethod.Head, "/declare");

        var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/declare")]
    [InlineData("/review")]
    public async Task Form_in_an_encoding_that_is_refused_is_400(string path)
    {
        await using var house = await WebHouse.OpenAsync();
        using var client = house.Program();
        using var form = new ByteArrayContent("a=1"u8.ToArray());
        form.Headers.Add("Content-Type", "application/x-www-form-urlencoded; charset=utf-7");

        var response = await client.PostAsync(new Uri(path, UriKind.Relative), form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Stylesheet_is_cached_under_its_hash_only()
    {
        await using var house = await WebHouse.OpenAsync();
        using var client = house.Program();

        var named = await client.GetAsync(new Uri(Assets.Stylesheet, UriKind.Relative), TestContext.Current.CancellationToken);
        var bare = await client.GetAsync(new Uri("/assets/site.css?v=older", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("text/css", named.Content.Headers.ContentType!.MediaType);
        Assert.Equal(TimeSpan.FromDays(365), named.Headers.CacheControl!.MaxAge);
        Assert.Null(bare.Headers.CacheControl!.MaxAge);
    }

    private static async Task<string> PathAsync(WebHouse house, string path) =>
        path.StartsWith("/request", StringComparison.Ordinal) && !path.Contains('?', StringComparison.Ordinal)
            ? house.Path(await house.QuestionAsync("Whose harbour is it?"), path)
            : path;
}
