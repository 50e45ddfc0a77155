using System.Net;
using System.Text.Json;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Policies;

namespace Web.Tests.Admin;

public sealed class AdminRegisterTests
{
    private const string Production = "?production=The%20Lantern%20Coast";

    [Fact]
    public async Task The_register_offers_the_productions()
    {
        await using var site = await SignedInAsync();

        Assert.Contains("/manage/register?production=The%20Lantern%20Coast", await site.TextAsync("/manage/register"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_register_tells_what_holds_on_which_conditions()
    {
        await using var site = await SignedInAsync();
        var id = await AdminPowersTests.ApprovedAsync(site);
        await site.Stories.MeetAsync(id, AdminSite.Now.AddDays(-1), 1, "Shown on Tuesday.");

        var page = await site.TextAsync($"/manage/register{Production}");

        Assert.Contains("Smoke plates", page, StringComparison.Ordinal);
        Assert.Contains("In force", page, StringComparison.Ordinal);
        Assert.Contains("Show the plates to the fire officer.", page, StringComparison.Ordinal);
        Assert.Contains("met 2026-11-17", page, StringComparison.Ordinal);
        Assert.Contains("Plume, Plume Labs", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_never_allowed_is_not_in_the_register()
    {
        await using var site = await SignedInAsync();
        var at = AdminSite.Now.AddDays(-3);
        var id = await site.Stories.SubmitAsync(at, "A face for the ghost");
        await site.Stories.AssessAsync(id, at, Tier.Review, new Seat("legal", "Legal"));
        await site.Stories.StaffAsync(id, at, ("legal", [Stories.Ada]));
        await site.Stories.DecideAsync(id, at.AddHours(1), 1, Stories.Ada, DecisionKind.Reject, "No.");

        var page = await site.TextAsync($"/manage/register{Production}");

        Assert.DoesNotContain("A face for the ghost", page, StringComparison.Ordinal);
        Assert.Contains("Nothing has been approved in this production yet.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_belongs_to_another_production_is_not_in_the_register()
    {
        await using var site = await SignedInAsync();
        await AdminPowersTests.ApprovedAsync(site, "Rain on glass", "The Paper Orchard");

        Assert.DoesNotContain("Rain on glass", await site.TextAsync($"/manage/register{Production}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revoked_approval_stays_in_the_register_as_revoked()
    {
        await using var site = await SignedInAsync();
        var id = await AdminPowersTests.ApprovedAsync(site);
        await site.Stories.RevokeAsync(id, AdminSite.Now.AddDays(-1), 1, Stories.Ada, "The plates were not ours.");

        using var json = JsonDocument.Parse(await site.TextAsync($"/manage/register.json{Production}"));

        var entry = Assert.Single(json.RootElement.GetProperty("entries").EnumerateArray());
        Assert.Equal("revoked", entry.GetProperty("standing").GetString());
        Assert.Equal("The plates were not ours.", entry.GetProperty("revokedFor").GetString());
    }

    [Fact]
    public async Task The_document_for_programs_tells_conditions_that_are_not_met()
    {
        await using var site = await SignedInAsync();
        var id = await AdminPowersTests.ApprovedAsync(site);

        using var json = JsonDocument.Parse(await site.TextAsync($"/manage/register.json{Production}"));

        var entry = Assert.Single(json.RootElement.GetProperty("entries").EnumerateArray());
        Assert.Equal(id.ToString(), entry.GetProperty("request").GetString());
        var condition = Assert.Single(entry.GetProperty("conditions").EnumerateArray());
        Assert.Equal(1, condition.GetProperty("number").GetInt32());
        Assert.False(condition.TryGetProperty("metAt", out _));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"https://evil.example\")", "\"'=HYPERLINK(\"\"https://evil.example\"\")\"")]
    [InlineData("+1 shot", "\"'+1 shot\"")]
    [InlineData("-1 shot", "\"'-1 shot\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("A + B = C", "\"A + B = C\"")]
    public async Task A_spreadsheet_never_gets_a_formula(string title, string cell)
    {
        await using var site = await SignedInAsync();
        await AdminPowersTests.ApprovedAsync(site, title);

        using var response = await site.GetAsync($"/manage/register.csv{Production}");

        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        var sheet = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains($",{cell},", sheet, StringComparison.Ordinal);
        Assert.StartsWith("\"Request\",", sheet.TrimStart('\uFEFF'), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/manage/register.csv")]
    [InlineData("/manage/register.json?production=%20")]
    public async Task A_download_without_a_production_is_refused(string path)
    {
        await using var site = await SignedInAsync();

        using var response = await site.GetAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task An_auditor_downloads_the_register()
    {
        await using var site = await AdminSite.StartAsync();
        using var entered = await site.SignInAsync(AdminSite.AuditorKey);

        using var response = await site.GetAsync($"/manage/register.csv{Production}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private static async Task<AdminSite> SignedInAsync()
    {
        var site = await AdminSite.StartAsync();
        using var entered = await site.SignInAsync();
        return site;
    }
}
