using System.Net;
using Workflow.Core.Approval;

namespace Web.Tests.Admin;

public sealed class AdminDeadLettersTests
{
    [Fact]
    public async Task A_dead_letter_shows_its_error_and_a_retry_brings_it_back()
    {
        await using var site = await AdminSite.StartAsync();
        using var entered = await site.SignInAsync();
        var id = await site.Stories.SubmitAsync(AdminSite.Now.AddDays(-1), "Smoke plates");
        var key = site.Store.Waiting(id, "submitter-Received");
        await site.Stories.DeliverAsync(id, AdminSite.Now.AddHours(-1), "submitter-Received", "554 no such user");
        site.Store.Kill(key, "554 no such user");

        var before = await site.TextAsync("/manage/dead-letters");
        using var response = await site.PostAsync("/manage/dead-letters", "/manage/dead-letters/retry", ("key", key.Value), ("reason", "The mailbox is there again."));

        Assert.Contains("554 no such user", before, StringComparison.Ordinal);
        Assert.Contains("12 times", before, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        var item = (await site.Store.OfAsync(id, TestContext.Current.CancellationToken)).Single(i => i.Effect.Key == key);
        Assert.Equal((false, AdminSite.Now), (item.IsDead, item.NextAt));
        Assert.Contains("An admin had it tried again", await site.TextAsync($"/manage/requests/{id}"), StringComparison.Ordinal);
        Assert.Contains("The mailbox is there again.", await site.TextAsync($"/manage/requests/{id}"), StringComparison.Ordinal);
        Assert.Contains("Gwen Archer", await site.TextAsync($"/manage/requests/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_retry_without_a_reason_changes_nothing_and_asks_for_one()
    {
        await using var site = await AdminSite.StartAsync();
        using var entered = await site.SignInAsync();
        var id = await site.Stories.SubmitAsync(AdminSite.Now.AddDays(-1), "Smoke plates");
        var key = site.Store.Waiting(id, "submitter-Received");
        await site.Stories.DeliverAsync(id, AdminSite.Now.AddHours(-1), "submitter-Received", "554 no such user");
        site.Store.Kill(key, "554 no such user");

        using var response = await site.PostAsync("/manage/dead-letters", "/manage/dead-letters/retry", ("key", key.Value), ("reason", " "));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains("Please say why", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.True((await site.Store.OfAsync(id, TestContext.Current.CancellationToken)).Single(i => i.Effect.Key == key).IsDead);
    }

    [Fact]
    public async Task A_letter_that_is_not_dead_cannot_be_retried()
    {
        await using var site = await AdminSite.StartAsync();
        using var entered = await site.SignInAsync();
        var id = await site.Stories.SubmitAsync(AdminSite.Now.AddDays(-1), "Smoke plates");
        site.Store.Kill(site.Store.Waiting(id, "classify-1"), "no policy");
        var alive = site.Store.Waiting(id, "submitter-Received");

        using var response = await site.PostAsync("/manage/dead-letters", "/manage/dead-letters/retry", ("key", new EffectKey(alive.Value).Value));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
