using System.Net;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Requests;
using Workflow.Web.Review.Notices;

namespace Web.Tests.Review.Notices;

/// <summary>Taking note of many requests on one page.</summary>
public sealed class NoticePageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_shows_each_notice_of_the_person_and_ticks_none()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Notify);
        var first = site.Id;
        var second = await site.AskMoreAsync(Tier.Notify, "Mood boards <b>");
        await site.AskMoreAsync(Tier.Review, "A judgement apart");
        using var browser = site.Open();

        var page = await OpenAsync(browser, site, "ada");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        foreach (var shown in new[] { first.ToString(), second.ToString(), "Mood boards &lt;b&gt;", "The Lantern Coast", "Sam Ferreira", "clone the voice of the lead", "Mon 2 Mar 2026, 10:00 (Paris time)", "Wed 4 Mar 2026, 10:00 (Paris time)" })
            Assert.Contains(shown, page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("A judgement apart", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("checked", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_notice_leads_to_the_page_where_all_of_it_is_read()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Notify);
        using var browser = site.Open();

        var page = await OpenAsync(browser, site, "ada");

        var link = page.Html.Split("<a href=\"")[^1].Split('"')[0];
        var review = await browser.GetAsync(WebUtility.HtmlDecode(link));
        Assert.Equal(HttpStatusCode.OK, review.Status);
        Assert.Contains("decision-form", review.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_changes_nothing()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Notify);
        using var browser = site.Open();
        var before = await site.StateAsync();
        var address = $"{Address(site, "ada")}&take=shown&notice={Key(before)}&shown={Key(before)}";

        await browser.GetAsync(address);
        await browser.HeadAsync(address);

        Assert.Equal(before.Version, (await site.StateAsync()).Version);
    }

    [Fact]
    public async Task What_is_ticked_is_taken_note_of_and_nothing_else()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Notify);
        var first = site.Id;
        var second = await site.AskMoreAsync(Tier.Notify, "Mood boards");
        using var browser = site.Open();
        await OpenAsync(browser, site, "ada");

        var done = await browser.PostAsync("/review/notices", ("notice", Key(await FindAsync(site, second))));

        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Contains("You took note of one notice", done.Html, StringComparison.Ordinal);
        Assert.Null((await FindAsync(site, first)).Outcome);
        var taken = await FindAsync(site, second);
        Assert.Equal(OutcomeKind.Acknowledged, taken.Outcome?.Kind);
        Assert.Equal(new Actor(ActorKind.Approver, "ada", "Ada Okafor", Authentication.MailedLink), taken.Decisions.Single().By);
    }

    [Fact]
    public async Task One_click_takes_note_of_all_shown_and_of_none_that_came_since()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Notify);
        var first = site.Id;
        var second = await site.AskMoreAsync(Tier.Notify, "Mood boards");
        using var browser = site.Open();
        await OpenAsync(browser, site, "ada");
        var since = await site.AskMoreAsync(Tier.Notify, "Came since");

        var done = await browser.PostAsync("/review/notices", ("take", "shown"));

        Assert.Contains("You took note of 2 notices", done.Html, StringComparison.Ordinal);
        Assert.Equal(OutcomeKind.Acknowledged, (await FindAsync(site, first)).Outcome?.Kind);
        Assert.Equal(OutcomeKind.Acknowledged, (await FindAsync(site, second)).Outcome?.Kind);
        Assert.Null((await FindAsync(site, since)).Outcome);
    }

    [Fact]
    public async Task Nothing_ticked_is_asked_for()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Notify);
        using var browser = site.Open();
        await OpenAsync(browser, site, "ada");

        var page = await browser.PostAsync("/review/notices");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("href=\"#notice\">Tick at least one.", page.Html, StringComparison.Ordinal);
        Assert.True((await site.StateAsync()).Asks[0].IsOpen);
    }

    [Fact]
    public async Task Post_without_antiforgery_does_nothing_and_keeps_the_ticks()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Notify);
        using var browser = site.Open();
        var key = Key(await site.StateAsync());

        var page = await browser.PostAsync("/review/notices", ("t", site.Links.ForPerson("ada")), ("notice", key), ("shown", key));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains($"value=\"{key}\" checked", page.Html, StringComparison.Ordinal);
        Assert.True((await site.StateAsync()).Asks[0].IsOpen);
    }

    [Fact]
    public async Task Same_post_twice_changes_nothing_and_says_the_same()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Notify);
        using var browser = site.Open();
        await OpenAsync(browser, site, "ada");

        var once = await browser.PostAsync("/review/notices", ("take", "shown"));
        var version = (await site.StateAsync()).Version;
        var twice = await browser.PostAsync("/review/notices", ("take", "shown"));

        Assert.Equal(version, (await site.StateAsync()).Version);
        Assert.Equal((once.Status, once.Html), (twice.Status, twice.Html));
    }

    [Fact]
    public async Task Forged_choice_of_a_review_of_the_same_person_decides_nothing()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Notify);
        using var browser = site.Open();
        await OpenAsync(browser, site, "ada");
        await site.AskMoreAsync(Tier.Review, "A judgement apart");
        var before = await site.StateAsync();

        var done = await browser.PostAsync("/review/notices", ("notice", Key(before)));

        Assert.Equal(HttpStatusCode.Conflict, done.Status);
        Assert.Contains("it needs a decision of its own", done.Html, StringComparison.Ordinal);
        Assert.Equal(before.Version, (await site.StateAsync()).Version);
    }

    [Fact]
    public async Task Forged_choice_of_somebody_elses_notice_decides_nothing_and_shows_nothing_of_it()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Notify);
        using var browser = site.Open();
        await OpenAsync(browser, site, "ada");
        await site.AskMoreAsync(Tier.Notify, "Not for Cleo's eyes");
        var before = await site.StateAsync();

        var done = await browser.PostAsync("/review/notices", ("t", site.Links.ForPerson("cleo")), ("notice", Key(before)));

        Assert.Equal(HttpStatusCode.Conflict, done.Status);
        Assert.Contains("You are not asked about this request.", done.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("eyes", done.Html, StringComparison.Ordinal);
        Assert.Equal(before.Version, (await site.StateAsync()).Version);
    }

    [Fact]
    public async Task Forged_choice_of_what_there_is_not_is_refused()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Notify);
        using var browser = site.Open();
        await OpenAsync(browser, site, "ada");

        var request = await browser.PostAsync("/review/notices", ("notice", new NoticeKey(RequestId.FromBits(42), 1, 1).ToString()));
        var ask = await browser.PostAsync("/review/notices", ("notice", new NoticeKey(site.Id, 9, 1).ToString()));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (request.Status, ask.Status));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1/1/1")]
    [InlineData("GAI-7K3M-Q2XF")]
    [InlineData("GAI-7K3M-Q2XF/-1/1")]
    public async Task Choice_that_names_nothing_is_none(string notice)
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Notify);
        using var browser = site.Open();
        await OpenAsync(browser, site, "ada");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.PostAsync("/review/notices", ("notice", notice))).Status);
    }

    [Fact]
    public async Task What_was_settled_meanwhile_says_why_and_the_others_are_taken_note_of()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Notify);
        var first = site.Id;
        var second = await site.AskMoreAsync(Tier.Notify, "Withdrawn meanwhile");
        using var browser = site.Open();
        await OpenAsync(browser, site, "ada");
        await site.DoAsync(s => new Command.Withdraw(s, "We draw it ourselves."), new Actor(ActorKind.Submitter, Cast.Sam.Email, Cast.Sam.Name, Authentication.MailedLink));

        var done = await browser.PostAsync("/review/notices", ("take", "shown"));

        Assert.Equal(HttpStatusCode.OK, done.Status);
        Assert.Contains("It was withdrawn by the submitter.", done.Html, StringComparison.Ordinal);
        Assert.Equal(OutcomeKind.Acknowledged, (await FindAsync(site, first)).Outcome?.Kind);
        Assert.Equal(OutcomeKind.Withdrawn, (await FindAsync(site, second)).Outcome?.Kind);
    }

    [Fact]
    public async Task Link_opens_no_page_for_who_has_left()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Notify);
        using var browser = site.Open();
        await OpenAsync(browser, site, "ada");
        site.Directory.Left.Add("ada");

        var shown = await OpenAsync(browser, site, "ada");
        var posted = await browser.PostAsync("/review/notices", ("take", "shown"));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (shown.Status, posted.Status));
        Assert.DoesNotContain("Lantern", shown.Html, StringComparison.Ordinal);
        Assert.True((await site.StateAsync()).Asks[0].IsOpen);
    }

    [Fact]
    public async Task Links_of_another_kind_cut_off_or_too_old_open_nothing()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Notify);
        using var browser = site.Open();
        var token = site.Links.ForPerson("ada");

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/review/notices?t={site.TokenOf(Cast.Ada)}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/review?t={token}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/review/notices?t={token[..^9]}")).Status);
        site.Clock.Advance(TimeSpan.FromDays(60));
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync($"/review/notices?t={token}")).Status);
    }

    [Fact]
    public async Task Where_nothing_waits_the_page_says_so()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        using var browser = site.Open();

        var page = await OpenAsync(browser, site, "ada");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("No notice waits for you now.", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_a_page_holds_is_said()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Notify);
        for (var i = 0; i < NoticeDesk.Most; i++)
            await site.AskMoreAsync(Tier.Notify, $"Board {i}");
        using var browser = site.Open();

        var page = await OpenAsync(browser, site, "ada");
        var done = await browser.PostAsync("/review/notices", ("take", "shown"));

        Assert.Contains("More wait for you than are shown here.", page.Html, StringComparison.Ordinal);
        Assert.Contains($"You took note of {NoticeDesk.Most} notices", done.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("More wait", (await OpenAsync(browser, site, "ada")).Html, StringComparison.Ordinal);
    }

    private static string Address(ReviewSite site, string person) => $"/review/notices?t={Uri.EscapeDataString(site.Links.ForPerson(person))}";

    private static Task<Seen> OpenAsync(Browser browser, ReviewSite site, string person) => browser.GetAsync(Address(site, person));

    private static string Key(RequestState request) => new OpenNotice(request, request.Asks[0]).Key.ToString();

    private static async Task<RequestState> FindAsync(ReviewSite site, RequestId id) => (await site.Desk.FindAsync(id, Cancel))!;
}
