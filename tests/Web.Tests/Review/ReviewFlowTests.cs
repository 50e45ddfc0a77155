using System.Net;
using System.Text.RegularExpressions;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Classification.SecondReading;
using Workflow.Core.People;

namespace Web.Tests.Review;

public sealed partial class ReviewFlowTests
{
    [Fact]
    public async Task Page_shows_what_is_asked_with_its_evidence_marked_and_nothing_unencoded()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        using var browser = site.Open();

        var page = await browser.ReviewAsync(site.TokenOf(Cast.Ada));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("to <mark>clone the voice of the lead</mark> for two lines", page.Html, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;new&lt;/b&gt; lines", page.Html, StringComparison.Ordinal);
        Assert.Contains("Two lost lines &amp; a &lt;voice&gt;", page.Html, StringComparison.Ordinal);
        Assert.Contains("It recreates a real person", page.Html, StringComparison.Ordinal);
        Assert.Contains("Talent: digital replica", page.Html, StringComparison.Ordinal);
        Assert.Contains("<mark>Personal</mark>", page.Html, StringComparison.Ordinal);
        Assert.Contains("<mark>Unsure</mark>", page.Html, StringComparison.Ordinal);
        Assert.Contains("2 days left", page.Html, StringComparison.Ordinal);
        Assert.Contains("Cleo Marsh (deputy) is asked as well", page.Html, StringComparison.Ordinal);
        Assert.Contains("the request expires, and nothing is approved", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style=", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.True(page.Response.Headers.CacheControl?.NoStore);
        Assert.Equal("no-referrer", page.Response.Headers.GetValues("Referrer-Policy").Single());
    }

    [Theory]
    [InlineData(ModelOutcome.Answered, "It can only raise; what it found has a rule that begins with <span class=\"code\">model</span>.")]
    [InlineData(ModelOutcome.Unanswered, "gave no answer that can be used: the rules alone judged.")]
    [InlineData(ModelOutcome.Unusable, "gave no answer that can be used: the rules alone judged.")]
    public async Task Page_says_whether_a_model_read_it_as_well(ModelOutcome outcome, string words)
    {
        await using var site = await ReviewSite.SubmittedAsync();
        await site.AssessAsync(Tier.Review, model: new ModelStamp("reader <1>", "ai.studio.example", "1", outcome));
        using var browser = site.Open();

        var page = await browser.ReviewAsync(site.TokenOf(Cast.Ada));

        Assert.Contains("<span class=\"code\">reader &lt;1&gt;</span>", page.Html, StringComparison.Ordinal);
        Assert.Contains(words, page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_shows_the_policys_own_conditions_beside_the_decision()
    {
        await using var site = await ReviewSite.SubmittedAsync();
        await site.AssessAsync(Tier.Review, route => route with { Terms = route.Terms with { Conditions = [new Condition("Viewers are told <when> they first see it.")] } });
        using var browser = site.Open();

        var page = await browser.ReviewAsync(site.TokenOf(Cast.Ada));

        Assert.Contains("Whatever is allowed stands under these conditions of the policy", page.Html, StringComparison.Ordinal);
        Assert.Contains("Viewers are told &lt;when&gt; they first see it.", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_changes_nothing_however_often_and_by_whatever_method()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Written);
        using var browser = site.Open();
        var before = await site.StateAsync();

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/review?t={site.TokenOf(Cast.Ada)}&decision=approve&code=123456")).Status);
            Assert.Equal(HttpStatusCode.OK, (await browser.HeadAsync($"/review?t={site.TokenOf(Cast.Ada)}&decision=approve")).Status);
        }

        Assert.Equal(before.Version, (await site.StateAsync()).Version);
        Assert.Empty(site.Mails.Sent);
    }

    [Fact]
    public async Task Approval_is_taken_down_and_the_page_then_says_so()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        using var browser = site.Open();
        await browser.ReviewAsync(site.TokenOf(Cast.Ada));

        var posted = await browser.DecideAsync("approve", ("comment", "Fine by me."));

        Assert.Equal(HttpStatusCode.SeeOther, posted.Status);
        var state = await site.StateAsync();
        Assert.Equal(OutcomeKind.Approved, state.Outcome?.Kind);
        Assert.Equal(new Actor(ActorKind.Approver, "ada", "Ada Okafor", Authentication.MailedLink), state.Decisions.Single().By);
        Assert.Equal("Fine by me.", state.Decisions.Single().Decision.Comment);
        var after = await browser.GetAsync(posted.Location!);
        Assert.Equal(HttpStatusCode.OK, after.Status);
        Assert.Contains("You approved this", after.Html, StringComparison.Ordinal);
        Assert.Contains("Mon 2 Mar 2026, 10:00 (Paris time)", after.Html, StringComparison.Ordinal);
        Assert.Contains("It was approved.", after.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Conditions_are_taken_line_by_line()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        using var browser = site.Open();
        await browser.ReviewAsync(site.TokenOf(Cast.Ada));

        await browser.DecideAsync("approve-with-conditions", ("conditions", "- Only scene 14\r\n\r\n• The lead hears it first\r\n"));

        Assert.Equal(["Only scene 14", "The lead hears it first"], (await site.StateAsync()).Outcome!.Conditions.Select(c => c.Text));
    }

    [Fact]
    public async Task Conditions_that_are_missing_are_asked_for()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        using var browser = site.Open();
        await browser.ReviewAsync(site.TokenOf(Cast.Ada));

        var page = await browser.DecideAsync("approve-with-conditions", ("conditions", " \n - \n"), ("comment", "See there."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("href=\"#conditions\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("See there.", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejection_without_a_reason_is_refused_and_what_was_typed_is_kept()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        using var browser = site.Open();
        await browser.ReviewAsync(site.TokenOf(Cast.Ada));

        var page = await browser.DecideAsync("reject", ("conditions", "kept <conditions>"), ("question", "kept question"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Please give your reason in the comment.", page.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"#comment\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("kept &lt;conditions&gt;", page.Html, StringComparison.Ordinal);
        Assert.Contains("kept question", page.Html, StringComparison.Ordinal);
        Assert.Matches("value=\"reject\" checked", page.Html);
        Assert.Null((await site.StateAsync()).Outcome);
    }

    [Fact]
    public async Task Rejection_with_a_reason_closes_the_request()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        using var browser = site.Open();
        await browser.ReviewAsync(site.TokenOf(Cast.Ada));

        Assert.Equal(HttpStatusCode.SeeOther, (await browser.DecideAsync("reject", ("comment", "No consent."))).Status);

        Assert.Equal(OutcomeKind.Rejected, (await site.StateAsync()).Outcome?.Kind);
    }

    [Fact]
    public async Task No_choice_is_asked_for()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        using var browser = site.Open();
        await browser.ReviewAsync(site.TokenOf(Cast.Ada));

        var page = await browser.DecideAsync("escalate-everything");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Choose your decision.", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_stops_the_clock_and_its_answer_shows_on_the_page()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        using var browser = site.Open();
        await browser.ReviewAsync(site.TokenOf(Cast.Ada));

        var asked = await browser.DecideAsync("ask-for-information", ("question", "Has the lead consented?"));
        var waiting = await browser.GetAsync(asked.Location!);
        Assert.Equal(HttpStatusCode.OK, waiting.Status);
        Assert.Contains("Waiting for Sam Ferreira to answer a question.", waiting.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", waiting.Html, StringComparison.Ordinal);

        await site.AnswerAsync("Yes, in <writing>.");
        await site.AssessAsync(Tier.Review);
        var answered = await browser.ReviewAsync(site.TokenOf(Cast.Ada));
        Assert.Contains("Has the lead consented?", answered.Html, StringComparison.Ordinal);
        Assert.Contains("Yes, in &lt;writing&gt;.", answered.Html, StringComparison.Ordinal);
        Assert.Contains("<form", answered.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notice_is_acknowledged_not_approved()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Notify);
        using var browser = site.Open();

        var page = await browser.ReviewAsync(site.TokenOf(Cast.Ada));
        Assert.Contains(">Acknowledge<", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(">Approve<", page.Html, StringComparison.Ordinal);
        Assert.Contains("it counts as acknowledged", page.Html, StringComparison.Ordinal);

        var after = await browser.GetAsync((await browser.DecideAsync("approve")).Location!);
        Assert.Contains("You acknowledged this", after.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Double_click_decides_once_and_both_clicks_lead_to_the_decision()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        using var browser = site.Open();
        await browser.ReviewAsync(site.TokenOf(Cast.Ada));

        var clicks = await Task.WhenAll(browser.DecideAsync("approve"), browser.DecideAsync("approve"));

        Assert.All(clicks, c => Assert.Equal(HttpStatusCode.SeeOther, c.Status));
        Assert.Single((await site.StateAsync()).Decisions);
    }

    [Fact]
    public async Task Second_decision_on_a_used_link_is_gone()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        using var first = site.Open();
        using var second = site.Open();
        await first.ReviewAsync(site.TokenOf(Cast.Ada));
        await second.ReviewAsync(site.TokenOf(Cast.Ada));
        await first.DecideAsync("approve");

        var late = await second.DecideAsync("reject", ("comment", "Changed my mind."));

        Assert.Equal(HttpStatusCode.Gone, late.Status);
        Assert.Contains("You approved this", late.Html, StringComparison.Ordinal);
        Assert.Equal(OutcomeKind.Approved, (await site.StateAsync()).Outcome?.Kind);
    }

    [Fact]
    public async Task Late_link_says_who_decided_and_when()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Written);
        using var browser = site.Open();
        await site.DecideAsync(Cast.Ada, new Decision(DecisionKind.Reject, "No consent.", []));

        var page = await browser.ReviewAsync(site.TokenOf(Cast.Bob));

        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.Contains("It was rejected", page.Html, StringComparison.Ordinal);
        Assert.Contains("Ada Okafor", page.Html, StringComparison.Ordinal);
        Assert.Contains("Rejected on Mon 2 Mar 2026, 01:00 (Los Angeles time).", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("lost in the wind", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    public async Task Unreadable_link_is_not_found(string token)
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        using var browser = site.Open();

        var page = await browser.ReviewAsync(token);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("This link is not complete", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Expired_link_is_gone()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        using var browser = site.Open();
        var token = site.TokenOf(Cast.Ada);
        site.Clock.Advance(TimeSpan.FromDays(61));

        Assert.Equal(HttpStatusCode.Gone, (await browser.ReviewAsync(token)).Status);
    }

    [Fact]
    public async Task Foreign_persons_link_is_forbidden()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        using var browser = site.Open();

        var page = await browser.ReviewAsync(site.Links.ForAsk(site.Id, 1, "mallory"));

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.DoesNotContain("Lantern", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_without_antiforgery_decides_nothing_and_keeps_what_was_typed()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        using var browser = site.Open();

        var page = await browser.DecideAsync("approve", ("t", site.TokenOf(Cast.Ada)), ("comment", "kept comment"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("kept comment", page.Html, StringComparison.Ordinal);
        Assert.Empty((await site.StateAsync()).Decisions);
    }

    [Fact]
    public async Task Post_that_is_no_form_is_refused()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        using var browser = site.Open();
        using var http = new HttpClient { BaseAddress = browser.Address };
        using var content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        var response = await http.PostAsync(new Uri("/review", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task Comment_that_is_too_long_is_refused_with_its_limit()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        using var browser = site.Open();
        await browser.ReviewAsync(site.TokenOf(Cast.Ada));

        var page = await browser.DecideAsync("approve", ("comment", new string('x', 20_001)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("20000", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_is_a_download_whatever_it_claims_to_be()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        site.Blobs.Content[Cast.Script.Sha256] = "<script>"u8.ToArray();
        using var browser = site.Open();
        var page = await browser.ReviewAsync(site.TokenOf(Cast.Ada));
        var href = WebUtility.HtmlDecode(FileHref().Match(page.Html).Groups[1].Value);

        var file = await browser.GetAsync(href);

        Assert.Equal("<script>", file.Html);
        Assert.Equal("application/octet-stream", file.Response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", file.Response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("scene 14txt.exe", file.Response.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        Assert.Equal("nosniff", file.Response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task File_of_another_request_or_with_another_link_is_not_given()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        site.Blobs.Content[new string('b', 64)] = [1];
        site.Blobs.Content[Cast.Script.Sha256] = [1];
        using var browser = site.Open();

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/review/file?t={site.TokenOf(Cast.Ada)}&sha256={new string('b', 64)}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/review/file?sha256={Cast.Script.Sha256}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/review/file?t={site.Links.ForSubmitter(site.Id, "sam@crew.example")}&sha256={Cast.Script.Sha256}")).Status);
    }

    [Fact]
    public async Task File_is_no_longer_given_once_the_ask_is_settled()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        site.Blobs.Content[Cast.Script.Sha256] = [1];
        using var browser = site.Open();
        await site.DecideAsync(Cast.Ada, new Decision(DecisionKind.Approve, null, []));

        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync($"/review/file?t={site.TokenOf(Cast.Ada)}&sha256={Cast.Script.Sha256}")).Status);
    }

    [GeneratedRegex("href=\"(/review/file[^\"]+)\"")]
    private static partial Regex FileHref();
}
