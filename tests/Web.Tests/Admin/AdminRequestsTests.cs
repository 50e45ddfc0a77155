using System.Net;
using System.Text.Json;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Policies;

namespace Web.Tests.Admin;

public sealed class AdminRequestsTests
{
    [Fact]
    public async Task A_vacancy_is_told_also_while_others_are_asked()
    {
        await using var site = await AdminSite.StartAsync();
        using var entered = await site.SignInAsync();
        var at = AdminSite.Now.AddHours(-2);
        var id = await site.Stories.SubmitAsync(at, "Smoke plates");
        await site.Stories.AssessAsync(id, at, Tier.Review, new Seat("legal", "Legal"), new Seat("creative", "Creative executive"));
        await site.Stories.StaffAsync(id, at, ("legal", [Stories.Ada]), ("creative", [Stories.Luc]));
        await site.Stories.RecuseAsync(id, at.AddHours(1), 1, Stories.Ada);

        Assert.Contains("Luc Morvan; an admin: nobody can fill legal", await site.TextAsync("/manage"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_longer_holds_is_labelled_and_can_be_listed()
    {
        await using var site = await AdminSite.StartAsync();
        using var entered = await site.SignInAsync();
        var revoked = await AdminPowersTests.ApprovedAsync(site, "Smoke plates");
        await AdminPowersTests.ApprovedAsync(site, "Rain on glass");
        await site.Stories.RevokeAsync(revoked, AdminSite.Now.AddHours(-1), 1, Stories.Ada, "The plates were not ours.");

        var list = await site.TextAsync("/manage?standing=revoked");

        Assert.Contains("""<span class="status bad">Revoked</span>""", list, StringComparison.Ordinal);
        Assert.Contains("Smoke plates", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Rain on glass", list, StringComparison.Ordinal);
    }

    private static readonly Seat Legal = new("legal", "Legal");

    [Fact]
    public async Task The_most_overdue_request_stands_on_top_and_says_since_when()
    {
        await using var site = await SignedInAsync();
        await AskedAsync(site, "Fresh smoke plates", daysAgo: 1);
        await AskedAsync(site, "Forgotten smoke plates", daysAgo: 8);

        var page = await site.TextAsync("/manage");

        Assert.Contains("overdue by 6 days", page, StringComparison.Ordinal);
        Assert.Contains("<strong>1</strong> overdue", page, StringComparison.Ordinal);
        Assert.Contains("<strong>2</strong> open", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("Forgotten", StringComparison.Ordinal) < page.IndexOf("Fresh", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_people_typed_is_text_and_never_markup()
    {
        await using var site = await SignedInAsync();
        await site.Stories.SubmitAsync(AdminSite.Now, "<script>alert(1)</script>", "<b>Bold</b>", "\"><img src=x>");

        var page = await site.TextAsync("/manage?q=%22%3E%3Cimg");

        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tier=written", "Written one")]
    [InlineData("status=submitted", "New one")]
    [InlineData("open=false", "Closed one")]
    [InlineData("q=written", "Written one")]
    public async Task A_filter_leaves_only_what_fits(string filter, string title)
    {
        await using var site = await SignedInAsync();
        await site.Stories.SubmitAsync(AdminSite.Now.AddHours(-1), "New one");
        await AskedAsync(site, "Written one", daysAgo: 1);
        var closed = await AskedAsync(site, "Closed one", daysAgo: 2, Tier.Review);
        await site.Stories.DecideAsync(closed, AdminSite.Now.AddDays(-1), 1, Stories.Ada, DecisionKind.Reject, "No.");

        var items = await ListAsync(site, filter);

        Assert.Equal([title], items.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("title").GetString()));
    }

    [Fact]
    public async Task A_list_of_an_approver_holds_what_waits_for_them_and_what_they_decided()
    {
        await using var site = await SignedInAsync();
        await site.Stories.SubmitAsync(AdminSite.Now.AddHours(-1), "Nobody asked");
        await AskedAsync(site, "Waits", daysAgo: 1);
        var closed = await AskedAsync(site, "Decided", daysAgo: 2, Tier.Review);
        await site.Stories.DecideAsync(closed, AdminSite.Now.AddDays(-1), 1, Stories.Ada, DecisionKind.Reject, "No.");

        var items = (await ListAsync(site, $"approver={Stories.Ada.Id}")).GetProperty("items");

        Assert.Equal(["Waits", "Decided"], items.EnumerateArray().Select(i => i.GetProperty("title").GetString()));
        Assert.Equal(Stories.Ada.Id, items[0].GetProperty("approvers")[0].GetString());
        Assert.Empty((await ListAsync(site, "approver=nobody")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_list_of_a_production_is_one_click_away_and_keeps_its_filter_on_the_next_page()
    {
        await using var site = await SignedInAsync();
        for (var i = 0; i < 60; i++)
            await site.Stories.SubmitAsync(AdminSite.Now.AddMinutes(-i), $"Plate {i}");
        var production = (await ListAsync(site, "")).GetProperty("items")[0].GetProperty("production").GetString()!;
        var address = $"/manage?production={Uri.EscapeDataString(production)}";

        Assert.Contains($"href=\"{address}\"", await site.TextAsync("/manage"), StringComparison.Ordinal);
        Assert.Contains($"href=\"{address}&amp;after=50\"", await site.TextAsync(address), StringComparison.Ordinal);
        Assert.Empty((await ListAsync(site, "production=another")).GetProperty("items").EnumerateArray());
    }

    [Theory]
    [InlineData("status=waiting")]
    [InlineData("tier=2")]
    [InlineData("open=maybe")]
    public async Task A_filter_that_does_not_exist_is_refused_by_name(string filter)
    {
        await using var site = await SignedInAsync();

        using var page = await site.GetAsync($"/manage?{filter}");
        using var json = await site.GetAsync($"/api/admin/requests?{filter}");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (page.StatusCode, json.StatusCode));
        Assert.Equal("application/problem+json", json.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(await json.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.True(problem.GetProperty("errors").TryGetProperty(filter.Split('=')[0], out _));
    }

    [Fact]
    public async Task Paging_shows_every_request_once()
    {
        await using var site = await SignedInAsync();
        for (var i = 0; i < 120; i++)
        {
            await site.Stories.SubmitAsync(AdminSite.Now.AddMinutes(-i), $"Plate {i}");
        }

        var titles = new List<string>();
        string? after = null;
        do
        {
            var page = await ListAsync(site, $"q=plate&after={after}");
            titles.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("title").GetString()!));
            after = page.TryGetProperty("next", out var next) ? next.GetString() : null;
        }
        while (after is not null);

        Assert.Equal(120, titles.Count);
        Assert.Equal(120, titles.Distinct().Count());
        Assert.Contains("href=\"/manage?q=plate&amp;after=50\"", await site.TextAsync("/manage?q=plate"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_for_programs_says_what_is_overdue()
    {
        await using var site = await SignedInAsync();
        var id = await AskedAsync(site, "Forgotten", daysAgo: 8);

        var row = (await ListAsync(site, "")).GetProperty("items")[0];

        Assert.Equal(id.ToString(), row.GetProperty("id").GetString());
        Assert.Equal("deciding", row.GetProperty("status").GetString());
        Assert.Equal("written", row.GetProperty("tier").GetString());
        Assert.Equal("Ada Ferris", row.GetProperty("waitingFor").GetString());
        Assert.True(row.GetProperty("overdue").GetBoolean());
        Assert.False(row.TryGetProperty("outcome", out _));
    }

    private static async Task<AdminSite> SignedInAsync()
    {
        var site = await AdminSite.StartAsync();
        using var entered = await site.SignInAsync();
        return site;
    }

    private static async Task<Workflow.Core.Requests.RequestId> AskedAsync(AdminSite site, string title, int daysAgo, Tier tier = Tier.Written)
    {
        var at = AdminSite.Now.AddDays(-daysAgo);
        var id = await site.Stories.SubmitAsync(at, title);
        await site.Stories.AssessAsync(id, at, tier, Legal);
        await site.Stories.StaffAsync(id, at, ("legal", [Stories.Ada]));
        return id;
    }

    private static async Task<JsonElement> ListAsync(AdminSite site, string query) =>
        JsonDocument.Parse(await site.TextAsync($"/api/admin/requests?{query}")).RootElement;
}
