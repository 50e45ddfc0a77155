using System.Net;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Policies;
using Workflow.Core.Requests;

namespace Web.Tests.Admin;

public sealed class AdminPowersTests
{
    [Fact]
    public async Task A_seat_is_given_to_somebody_else_with_a_reason()
    {
        await using var site = await SignedInAsync();
        var id = await AskedAsync(site);

        using var response = await DoAsync(site, id, "reassign", ("seat", "legal"), ("person", "noor"), ("reason", "Ada is on leave."));

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        var page = await site.TextAsync($"/manage/requests/{id}");
        Assert.Contains("Put Noor Haddad on the seat Legal: “Ada is on leave.”", page, StringComparison.Ordinal);
        Assert.Contains("in place of ask 1", page, StringComparison.Ordinal);
        Assert.Contains("an admin put somebody else in their place", page, StringComparison.Ordinal);
        Assert.NotEqual(default, site.Store.Waiting(id, "ask-3"));
    }

    [Fact]
    public async Task Somebody_is_reminded_when_an_admin_says_so()
    {
        await using var site = await SignedInAsync();
        var id = await AskedAsync(site);

        using var response = await DoAsync(site, id, "nudge", ("ask", "2"), ("reason", "The shoot is tomorrow."));

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.NotEqual(default, site.Store.Waiting(id, "remind-2"));
        Assert.Contains("Had Luc Morvan (Creative executive) reminded: “The shoot is tomorrow.”", await site.TextAsync($"/manage/requests/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_asked_gets_more_time()
    {
        await using var site = await SignedInAsync();
        var id = await AskedAsync(site);

        using var response = await DoAsync(site, id, "extend", ("ask", "1"), ("hours", "9"), ("reason", "The contract came late."));

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Contains("Gave Ada Ferris (Legal) until Thu 19 Nov 2026, 15:00 (Paris time): “The contract came late.”", await site.TextAsync($"/manage/requests/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_submitter_gets_more_time_for_a_question()
    {
        await using var site = await SignedInAsync();
        var id = await AskedAsync(site);
        await site.Stories.DecideAsync(id, AdminSite.Now.AddHours(-1), 2, Stories.Luc, DecisionKind.AskForInformation, "Whose footage is it?");

        using var response = await DoAsync(site, id, "extend", ("ask", "submitter"), ("hours", "40"), ("reason", "They are on location."));

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Contains("Gave the submitter until", await site.TextAsync($"/manage/requests/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_judged_by_the_policy_in_force_with_a_reason()
    {
        await using var site = await SignedInAsync();
        var id = await AskedAsync(site);

        using var response = await DoAsync(site, id, "reassess", ("reason", "The guidance changed."));

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        var page = await site.TextAsync($"/manage/requests/{id}");
        Assert.Contains("Had it judged by test 1: “The guidance changed.”", page, StringComparison.Ordinal);
        Assert.Contains("It is being judged anew, by test 1.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_stands_in_the_history_and_changes_nothing()
    {
        await using var site = await SignedInAsync();
        var id = await AskedAsync(site);

        using var response = await DoAsync(site, id, "note", ("reason", "Talked to the line producer."));

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Contains("Noted: “Talked to the line producer.”", await site.TextAsync($"/manage/requests/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_done_without_a_reason_and_nothing_typed_is_lost()
    {
        await using var site = await SignedInAsync();
        var id = await AskedAsync(site);

        using var response = await DoAsync(site, id, "reassign", ("seat", "legal"), ("person", "noor"), ("reason", " "));

        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("""id="reassign-reason-error""", page, StringComparison.Ordinal);
        Assert.Contains("Please say why", page, StringComparison.Ordinal);
        Assert.Contains("""<option value="legal" selected""", page, StringComparison.Ordinal);
        Assert.Contains("""<option value="noor" selected""", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Put Noor Haddad", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reassign", "reassign-seat-error", "person", "noor")]
    [InlineData("reassign", "reassign-person-error", "seat", "legal")]
    [InlineData("nudge", "nudge-ask-error", "ask", "")]
    [InlineData("extend", "extend-ask-error", "hours", "8")]
    [InlineData("extend", "extend-hours-error", "ask", "1")]
    public async Task What_cannot_be_read_is_said_beside_its_field(string power, string error, string part, string value)
    {
        await using var site = await SignedInAsync();
        var id = await AskedAsync(site);

        using var response = await DoAsync(site, id, power, (part, value), ("reason", "Because."));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains($"id=\"{error}\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_process_refuses_is_said_in_its_words_beside_the_form()
    {
        await using var site = await SignedInAsync();
        var id = await AskedAsync(site);

        using var response = await DoAsync(site, id, "reassign", ("seat", "legal"), ("person", "luc"), ("reason", "He knows the case."));

        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Luc Morvan decides this request for another role.", page, StringComparison.Ordinal);
        Assert.Contains("He knows the case.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_came_too_late_is_answered_with_the_reason()
    {
        await using var site = await SignedInAsync();
        var id = await AskedAsync(site);
        await site.Stories.DecideAsync(id, AdminSite.Now.AddHours(-1), 1, Stories.Ada, DecisionKind.Reject, "No.");

        using var response = await DoAsync(site, id, "nudge", ("ask", "2"), ("reason", "The shoot is tomorrow."));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Nobody has to answer this question now.", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("decide")]
    [InlineData("approve")]
    public async Task There_is_no_other_power(string power)
    {
        await using var site = await SignedInAsync();
        var id = await AskedAsync(site);

        using var response = await DoAsync(site, id, power, ("ask", "1"), ("reason", "Because."));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task An_auditor_sees_no_form_and_is_refused()
    {
        await using var site = await AdminSite.StartAsync();
        using var entered = await site.SignInAsync(AdminSite.AuditorKey);
        var id = await AskedAsync(site);

        var page = await site.TextAsync($"/manage/requests/{id}");
        using var response = await site.PostAsync("/manage/sign-out", $"/manage/requests/{id}/note", ("note.reason", "I was here."));

        Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task The_inspector_shows_consents_versions_conditions_and_standing()
    {
        await using var site = await SignedInAsync();
        var id = await ApprovedAsync(site);
        await site.Stories.ConsentAsync(id, AdminSite.Now.AddHours(-5), "Ilse Brandt", new Attachment("consent.pdf", "application/pdf", 9, site.Mail.Put("agreed")));
        await site.Stories.MeetAsync(id, AdminSite.Now.AddHours(-4), 1, "Shown on Tuesday.");
        await site.Stories.RevokeAsync(id, AdminSite.Now.AddHours(-3), 1, Stories.Ada, "The plates were not ours.");

        var page = await site.TextAsync($"/manage/requests/{id}");

        Assert.Contains("consent to the use of <bdi>Ilse Brandt</bdi>", page, StringComparison.Ordinal);
        Assert.Contains("not checked yet", page, StringComparison.Ordinal);
        Assert.Contains("met 2026-11-18", page, StringComparison.Ordinal);
        Assert.Contains("""<span class="status bad">Revoked</span>""", page, StringComparison.Ordinal);
        Assert.Contains("“The plates were not ours.”", page, StringComparison.Ordinal);
        Assert.Contains("on condition 1", page, StringComparison.Ordinal);
    }

    internal static async Task<RequestId> ApprovedAsync(AdminSite site, string title = "Smoke plates", string production = "The Lantern Coast")
    {
        var at = AdminSite.Now.AddDays(-3);
        var id = await site.Stories.SubmitAsync(at, title, production);
        await site.Stories.AssessAsync(id, at, Tier.Review, new Seat("legal", "Legal"));
        await site.Stories.StaffAsync(id, at, ("legal", [Stories.Ada]));
        await site.Stories.DecideAsync(id, at.AddHours(1), 1, Stories.Ada, DecisionKind.ApproveWithConditions, null, "Show the plates to the fire officer.");
        return id;
    }

    private static async Task<RequestId> AskedAsync(AdminSite site)
    {
        var at = AdminSite.Now.AddHours(-2);
        var id = await site.Stories.SubmitAsync(at, "Smoke plates");
        await site.Stories.AssessAsync(id, at, Tier.Written, new Seat("legal", "Legal"), new Seat("creative", "Creative executive"));
        await site.Stories.StaffAsync(id, at, ("legal", [Stories.Ada]), ("creative", [Stories.Luc]));
        return id;
    }

    private static async Task<AdminSite> SignedInAsync()
    {
        var site = await AdminSite.StartAsync();
        using var entered = await site.SignInAsync();
        return site;
    }

    private static Task<HttpResponseMessage> DoAsync(AdminSite site, RequestId id, string power, params (string Part, string Value)[] typed) =>
        site.PostAsync($"/manage/requests/{id}", $"/manage/requests/{id}/{power}", [.. typed.Select(t => ($"{power}.{t.Part}", t.Value))]);
}
