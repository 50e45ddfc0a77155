using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;

namespace Web.Tests.Admin;

public sealed partial class AdminEndpointTests
{
    [Fact]
    public async Task Nothing_of_the_admins_is_open_to_strangers()
    {
        await using var site = await AdminSite.StartAsync();
        var guarded = site.Endpoints.Where(e => IsAdmins(e) && e.RoutePattern.RawText != "/manage/sign-in").ToList();

        Assert.Equal(15, guarded.Count);
        foreach (var endpoint in guarded)
        {
            foreach (var method in Methods(endpoint))
            {
                using var response = await SendAsync(site, endpoint, method);
                var expected = endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal) ? HttpStatusCode.Unauthorized : HttpStatusCode.SeeOther;
                Assert.True(expected == response.StatusCode, $"{method} {endpoint.RoutePattern.RawText} answered {response.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task No_form_of_the_admins_works_without_its_token()
    {
        await using var site = await AdminSite.StartAsync();
        using var entered = await site.SignInAsync();

        foreach (var endpoint in site.Endpoints.Where(e => IsAdmins(e) && Methods(e).Contains("POST")))
        {
            using var response = await SendAsync(site, endpoint, "POST");
            Assert.True(response.StatusCode == HttpStatusCode.BadRequest, $"{endpoint.RoutePattern.RawText} answered {response.StatusCode}");
        }
    }

    [Fact]
    public async Task No_page_of_the_admins_decides()
    {
        await using var site = await AdminSite.StartAsync();

        Assert.DoesNotContain(site.Endpoints.Where(IsAdmins), e => e.RoutePattern.RawText!.Contains("deci", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false, HttpStatusCode.NotFound)]
    [InlineData(true, HttpStatusCode.OK)]
    public async Task The_mailbox_exists_in_development_alone(bool development, HttpStatusCode expected)
    {
        await using var site = await AdminSite.StartAsync(development: development);

        using var response = await site.GetAsync("/dev/mailbox");

        Assert.Equal(expected, response.StatusCode);
    }

    private static bool IsAdmins(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText is { } path && (path.StartsWith("/manage", StringComparison.Ordinal) || path.StartsWith("/api/admin", StringComparison.Ordinal));

    private static IReadOnlyList<string> Methods(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods;

    private static Task<HttpResponseMessage> SendAsync(AdminSite site, RouteEndpoint endpoint, string method)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), Parameter().Replace(endpoint.RoutePattern.RawText!, "x"));
        if (method == "POST")
            request.Content = new FormUrlEncodedContent([new("reason", "because"), new("do", "discard"), new("key", AdminSite.Key), new("name", "Gwen")]);

        return site.Browser.SendAsync(request, TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("{[^}]+}")]
    private static partial Regex Parameter();
}
