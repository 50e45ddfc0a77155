using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Workflow.Web.Admin;

namespace Web.Tests.Admin;

public sealed class AuditorTests
{
    [Fact]
    public async Task An_auditor_signs_in_sees_the_list_and_signs_out()
    {
        await using var site = await AdminSite.StartAsync();
        await site.Stories.SubmitAsync(AdminSite.Now.AddHours(-1), "New one");

        using var entered = await site.SignInAsync(AdminSite.AuditorKey);
        var list = await site.TextAsync("/manage");
        using var left = await site.PostAsync("/manage/sign-out", "/manage/sign-out");
        using var after = await site.GetAsync("/manage");

        Assert.Equal(HttpStatusCode.SeeOther, entered.StatusCode);
        Assert.Contains("New one", list, StringComparison.Ordinal);
        Assert.Equal("/manage/sign-in", left.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.SeeOther, after.StatusCode);
    }

    [Fact]
    public async Task An_auditor_changes_nothing_with_a_form_of_ours()
    {
        await using var site = await AdminSite.StartAsync();
        using var entered = await site.SignInAsync(AdminSite.AuditorKey);

        using var answer = await site.PostAsync("/manage/sign-out", "/manage/dead-letters/retry", ("key", "GAI-A100-000P/1/record"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData(AdminSite.Key, HttpStatusCode.OK)]
    [InlineData(AdminSite.AuditorKey, HttpStatusCode.Forbidden)]
    [InlineData("somebody-s-guess-of-enough-characters", HttpStatusCode.Unauthorized)]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    public async Task A_program_acts_with_the_admin_s_key_alone(string? key, HttpStatusCode expected)
    {
        await using var site = await AdminSite.StartAsync();

        Assert.Equal(expected, await ActAsync(site, key));
    }

    [Fact]
    public async Task A_browser_that_is_signed_in_cannot_be_made_to_act_as_a_program()
    {
        await using var site = await AdminSite.StartAsync();
        using var entered = await site.SignInAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, await ActAsync(site, null));
    }

    [Theory]
    [InlineData("short")]
    [InlineData(AdminSite.Key)]
    public void An_auditor_s_key_that_is_short_or_the_admin_s_is_refused_by_name(string auditorKey)
    {
        using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Admin:Key"] = AdminSite.Key,
                ["Admin:AuditorKey"] = auditorKey,
            }).Build())
            .AddAdmin()
            .BuildServiceProvider();

        var refusal = Assert.Throws<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate);

        Assert.Contains("Admin:AuditorKey", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> ActAsync(AdminSite site, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/act", UriKind.Relative));
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        using var response = await site.Browser.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
