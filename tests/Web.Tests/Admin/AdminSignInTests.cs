using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Workflow.Web.Admin;

namespace Web.Tests.Admin;

public sealed class AdminSignInTests
{
    [Fact]
    public async Task Pages_without_a_configured_key_are_closed_and_say_how_to_open_them()
    {
        await using var site = await AdminSite.StartAsync(key: null);

        foreach (var path in new[] { "/manage", "/manage/sign-in", "/api/admin/requests" })
        {
            using var response = await site.GetAsync(path);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.Contains("Admin:Key", await site.TextAsync(path), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_short_key_stops_the_start()
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => AdminSite.StartAsync(key: "short"));

        Assert.Contains("Admin:Key", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("short", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_sends_strangers_to_sign_in_and_the_right_key_brings_them_back()
    {
        await using var site = await AdminSite.StartAsync();

        using var turned = await site.GetAsync("/manage/dead-letters");
        var signIn = turned.Headers.Location!.OriginalString;
        Assert.Equal(HttpStatusCode.SeeOther, turned.StatusCode);

        using var entered = await site.SignInAsync(page: signIn);
        Assert.Equal("/manage/dead-letters", entered.Headers.Location?.OriginalString);
        using var shown = await site.GetAsync("/manage/dead-letters");
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
    }

    [Fact]
    public async Task A_wrong_key_signs_nobody_in_and_keeps_the_name()
    {
        await using var site = await AdminSite.StartAsync();

        using var response = await site.SignInAsync(key: "wrong", name: "Gwen Archer");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("value=\"Gwen Archer\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var page = await site.GetAsync("/manage");
        Assert.Equal(HttpStatusCode.SeeOther, page.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u200b\u202e")]
    public async Task A_name_that_nobody_can_read_is_refused(string name)
    {
        await using var site = await AdminSite.StartAsync();

        using var response = await site.SignInAsync(name: name);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Too_many_wrong_keys_have_to_wait_and_even_the_right_one_with_them()
    {
        await using var site = await AdminSite.StartAsync();
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await site.SignInAsync(key: "wrong");
            Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
        }

        using var early = await site.SignInAsync();
        Assert.Equal(HttpStatusCode.TooManyRequests, early.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(1), early.Headers.RetryAfter?.Delta);

        site.Time.Advance(TimeSpan.FromSeconds(1));
        using var later = await site.SignInAsync();
        Assert.Equal(HttpStatusCode.SeeOther, later.StatusCode);
    }

    [Fact]
    public void The_wait_doubles_up_to_a_minute()
    {
        var time = new FakeTimeProvider();
        var throttle = new AdminThrottle(time);
        var waits = new List<double>();
        for (var i = 1; i <= 14; i++)
        {
            throttle.Try(() => null);
            var wait = i < 5 ? TimeSpan.Zero : throttle.Try(() => AdminRole.Admin).Wait;
            time.Advance(wait);
            waits.Add(wait.TotalSeconds);
        }

        Assert.Equal([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60], waits);
    }

    [Fact]
    public async Task The_cookie_can_be_read_by_no_script_and_sent_by_no_other_site()
    {
        await using var site = await AdminSite.StartAsync();

        using var response = await site.SignInAsync();

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"), c => c.StartsWith("approvals-admin=", StringComparison.Ordinal));
        Assert.Contains("; samesite=strict", cookie, StringComparison.Ordinal);
        Assert.Contains("; httponly", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain(AdminSite.Key, cookie, StringComparison.Ordinal);
    }

    [Fact]
    public void The_cookie_over_https_is_bound_to_the_host()
    {
        var http = new DefaultHttpContext();
        http.Request.Scheme = "https";

        Session(AdminSite.Key).Begin(http, "Gwen Archer", AdminRole.Admin);

        var cookie = http.Response.Headers.SetCookie.ToString();
        Assert.StartsWith("__Host-approvals-admin=", cookie, StringComparison.Ordinal);
        Assert.Contains("; secure", cookie, StringComparison.Ordinal);
        Assert.Contains("; path=/", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_ends_after_eight_hours()
    {
        await using var site = await AdminSite.StartAsync();
        using var entered = await site.SignInAsync();

        site.Time.Advance(TimeSpan.FromHours(8) - TimeSpan.FromSeconds(1));
        using var inTime = await site.GetAsync("/manage");
        site.Time.Advance(TimeSpan.FromSeconds(1));
        using var tooLate = await site.GetAsync("/manage");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.SeeOther), (inTime.StatusCode, tooLate.StatusCode));
    }

    [Fact]
    public void A_session_ends_when_the_key_changes()
    {
        var protection = new EphemeralDataProtectionProvider();
        var before = new DefaultHttpContext();
        Session(AdminSite.Key, protection).Begin(before, "Gwen Archer", AdminRole.Auditor);
        var after = new DefaultHttpContext();
        after.Request.Headers.Cookie = before.Response.Headers.SetCookie.ToString().Split(';')[0];

        Assert.Equal(new SignedIn("Gwen Archer", AdminRole.Auditor), Session(AdminSite.Key, protection).Find(after));
        Assert.Null(Session("another-key-of-more-than-32-characters", protection).Find(after));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("%00")]
    [InlineData("QUJD")]
    public async Task A_forged_cookie_signs_nobody_in(string value)
    {
        await using var site = await AdminSite.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/manage");
        request.Headers.Add("Cookie", $"approvals-admin={value}");

        using var response = await site.Client().SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
    }

    [Fact]
    public async Task Signing_out_takes_the_cookie_back()
    {
        await using var site = await AdminSite.StartAsync();
        using var entered = await site.SignInAsync();

        using var left = await site.PostAsync("/manage/sign-out", "/manage/sign-out");

        Assert.Equal("/manage/sign-in", left.Headers.Location?.OriginalString);
        using var page = await site.GetAsync("/manage");
        Assert.Equal(HttpStatusCode.SeeOther, page.StatusCode);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("/management")]
    public async Task Signing_in_leads_nowhere_else(string back)
    {
        await using var site = await AdminSite.StartAsync();

        using var response = await site.SignInAsync(page: $"/manage/sign-in?return={Uri.EscapeDataString(back)}");

        Assert.Equal("/manage", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_program_proves_itself_with_the_key_in_a_header()
    {
        await using var site = await AdminSite.StartAsync();

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(site, "Bearer", AdminSite.Key));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(site, "Bearer", "wrong"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(site, "Basic", AdminSite.Key));
    }

    [Fact]
    public async Task Guessing_in_a_header_is_slowed_down_too()
    {
        await using var site = await AdminSite.StartAsync();
        for (var i = 0; i < 5; i++)
        {
            await StatusAsync(site, "Bearer", "wrong");
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(site, "Bearer", AdminSite.Key));
    }

    private static async Task<HttpStatusCode> StatusAsync(AdminSite site, string scheme, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/admin/requests");
        request.Headers.Authorization = new AuthenticationHeaderValue(scheme, key);
        using var response = await site.Browser.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private static AdminSession Session(string key, IDataProtectionProvider? protection = null) => new(
        protection ?? new EphemeralDataProtectionProvider(), Options.Create(new AdminOptions { Key = key }), new FakeTimeProvider(AdminSite.Now));
}
