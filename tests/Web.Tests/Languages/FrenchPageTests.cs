using System.Net.Http.Headers;
using Web.Tests.Following;
using Web.Tests.House;
using Web.Tests.Records;
using Web.Tests.Review;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Policies;
using Workflow.Web.Languages;

namespace Web.Tests.Languages;

/// <summary>Every page in every state, as a French reader meets it: not a sentence of it is in English.</summary>
public sealed class FrenchPageTests
{
    private static readonly Language French = InstalledLanguages.Find("fr")!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/declare")]
    [InlineData("/nowhere")]
    [InlineData("/declare/sent?id=x")]
    [InlineData("/request?t=x")]
    [InlineData("/request/information?t=x")]
    [InlineData("/review?t=x")]
    [InlineData("/review/file?t=x")]
    public async Task Page_for_anybody_is_in_the_language_of_the_browser(string path)
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Program();
        using var ask = new HttpRequestMessage(HttpMethod.Get, path);
        ask.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue("fr-CA"));
        ask.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue("en", 0.5));

        var answer = await browser.SendAsync(ask, Cancel);

        await Foreign.AssertPageAsync(await answer.Content.ReadAsStringAsync(Cancel), French, path);
    }

    [Fact]
    public async Task Language_chosen_on_a_page_is_carried_on_by_its_links_and_forms()
    {
        await using var house = await WebHouse.OpenAsync();
        using var browser = house.Browser();

        var start = await browser.OpenAsync("/");
        var french = await browser.OpenAsync(start.Document.QuerySelector(".languages a[hreflang='fr']")!.GetAttribute("href")!);
        var form = await browser.OpenAsync(french.Document.QuerySelector("a.button")!.GetAttribute("href")!);
        var refused = await browser.SendAsync(form, [("email", "not an address"), ("from", "tomorrow"), ("tools[0].vendor", "Sketch Ltd")]);
        var sent = await browser.FollowAsync(await browser.SendAsync(refused, Typing.But(("from", ""))));

        foreach (var page in new[] { french, form, refused, sent })
        {
            await Foreign.AssertPageAsync(page.Html, French, page.Path);
        }
    }

    [Fact]
    public async Task Submitter_follows_a_request_in_their_language()
    {
        await using var house = await WebHouse.OpenAsync(language: "fr");
        using var browser = house.Browser();
        var request = await house.SubmitAsync();
        async Task ReadAsync(string page) =>
            await Foreign.AssertPageAsync((await browser.OpenAsync(house.Path(request, page))).Html, French, $"{page} {request.Status}");

        await ReadAsync("/request");
        await ReadAsync("/request/withdraw");
        await ReadAsync("/request/information");
        request = await house.AskAsync(request);
        await ReadAsync("/request");
        request = await house.DecideAsync(request, new Decision(DecisionKind.AskForInformation, "À qui est le port ?", []));
        await ReadAsync("/request");
        await ReadAsync("/request/information");
        await Foreign.AssertPageAsync(
            (await browser.SendAsync(await browser.OpenAsync(house.Path(request, "/request/information")))).Html, French, "an empty answer");
    }

    [Fact]
    public async Task Submitter_attaches_consents_in_their_language()
    {
        await using var house = await WebHouse.OpenAsync(language: "fr");
        using var browser = house.Browser();
        var request = await house.DepictingAsync(Approvals.WithConsent);

        var form = await browser.OpenAsync(house.Path(request, "/request/consent"));
        var refused = await browser.SendAsync(form);
        var status = await browser.OpenAsync(house.Path(request, "/request"));

        foreach (var page in new[] { form, refused, status })
        {
            await Foreign.AssertPageAsync(page.Html, French, page.Path);
        }
    }

    [Fact]
    public async Task Submitter_cares_for_an_approval_in_their_language()
    {
        await using var house = await WebHouse.OpenAsync(language: "fr");
        using var browser = house.Browser();
        var request = await house.ApprovedAsync(null, new Condition("Garder les instructions", new DateOnly(2026, 3, 20), "l’équipe décoration"));
        async Task ReadAsync(string page, string more = "") =>
            await Foreign.AssertPageAsync((await browser.OpenAsync(house.Path(request, page) + more)).Html, French, page);

        await ReadAsync("/request");
        await ReadAsync("/request/amend");
        await ReadAsync("/request/renew");
        await ReadAsync("/request/note", "&meets=1");
        await house.WakeAsync(request, TimeSpan.FromDays(181));
        await ReadAsync("/request");
    }

    [Fact]
    public async Task Submitter_completes_a_mail_in_their_language()
    {
        await using var house = await WebHouse.OpenAsync(language: "fr");
        using var browser = house.Browser();
        var request = await house.SubmitIncompleteAsync();

        foreach (var page in new[] { "/request", "/request/information" })
        {
            await Foreign.AssertPageAsync((await browser.OpenAsync(house.Path(request, page))).Html, French, page);
        }

        var refused = await browser.SendAsync(await browser.OpenAsync(house.Path(request, "/request/information")));
        await Foreign.AssertPageAsync(refused.Html, French, "an empty completion");
        var gone = await browser.FollowAsync(await browser.SendAsync(await browser.OpenAsync(house.Path(request, "/request/withdraw"))));
        await Foreign.AssertPageAsync(gone.Html, French, "a withdrawn request");
    }

    [Theory]
    [InlineData(DecisionKind.Approve)]
    [InlineData(DecisionKind.ApproveWithConditions)]
    [InlineData(DecisionKind.Reject)]
    public async Task Outcome_is_told_in_the_language_of_submitter_and_approver(DecisionKind kind)
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review, language: "fr");
        using var browser = site.Open();
        await site.DecideAsync(Cast.Ada, new Decision(kind, "Vu.", kind == DecisionKind.ApproveWithConditions ? [new Condition("Scène 14")] : []));

        await Foreign.AssertPageAsync((await browser.ReviewAsync(site.TokenOf(Cast.Ada))).Html, French, $"/review {kind}");
        var link = Uri.EscapeDataString(site.Links.ForSubmitter(site.Id, Cast.Sam.Email));
        await Foreign.AssertPageAsync((await browser.GetAsync($"/request?t={link}")).Html, French, $"/request {kind}");
        await Foreign.AssertPageAsync((await browser.GetAsync($"/request/withdraw?t={link}")).Html, French, $"/request/withdraw {kind}");
    }

    [Theory]
    [InlineData(Tier.Notify)]
    [InlineData(Tier.Review)]
    [InlineData(Tier.Written)]
    public async Task Approver_reads_and_is_refused_in_their_language(Tier tier)
    {
        await using var site = await ReviewSite.AskedAsync(tier, language: "fr");
        using var browser = site.Open();
        var shown = await browser.ReviewAsync(site.TokenOf(Cast.Ada));
        var nothing = await browser.PostAsync("/review");
        var wordless = await browser.DecideAsync("reject");
        var unconditional = await browser.DecideAsync("approve-with-conditions");
        var uncoded = await browser.DecideAsync("approve-with-conditions", ("conditions", tier == Tier.Written ? "Scène 14" : ""), ("code", "000000"));
        await site.DecideAsync(tier == Tier.Written ? Cast.Bob : Cast.Ada, new Decision(DecisionKind.AskForInformation, "Qui parle ?", []));
        var paused = await browser.ReviewAsync(site.TokenOf(Cast.Ada));

        foreach (var page in new[] { shown, nothing, wordless, unconditional, uncoded, paused })
        {
            await Foreign.AssertPageAsync(page.Html, French, $"/review {tier} {(int)page.Status}");
        }
    }

    [Theory]
    [InlineData("delegate")]
    [InlineData("recuse")]
    [InlineData("revoke")]
    [InlineData("consents")]
    public async Task Approver_acts_and_is_refused_in_their_language(string page)
    {
        await using var site = await ReviewSite.SubmittedAsync(language: "fr");
        await site.AssessAsync(Tier.Review, route => route with { Terms = route.Terms with { Consent = new ConsentDemand("creative", [ConsentKind.Use]) } });
        using var browser = site.Open();
        var seen = await browser.GetAsync($"/review/{page}?t={site.TokenOf(Cast.Ada)}");

        await Foreign.AssertPageAsync(seen.Html, French, $"{page} {(int)seen.Status}");
    }

    [Fact]
    public async Task Approver_takes_note_of_many_in_their_language()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Notify, language: "fr");
        await site.AskMoreAsync(Tier.Notify, "Planches d’ambiance");
        using var browser = site.Open();
        var shown = await browser.GetAsync($"/review/notices?t={site.Links.ForPerson("ada")}");
        var nothing = await browser.PostAsync("/review/notices");
        await site.DecideAsync(Cast.Ada, new Decision(DecisionKind.Reject, "Vu.", []));
        var done = await browser.PostAsync("/review/notices", ("take", "shown"));

        foreach (var page in new[] { shown, nothing, done })
        {
            await Foreign.AssertPageAsync(page.Html, French, $"/review/notices {(int)page.Status}");
        }
    }

    [Fact]
    public async Task Record_is_read_in_the_language_of_its_submitter()
    {
        await using var site = await RecordSite.WithRecordAsync();

        var mine = await site.Browser.GetStringAsync(RecordSite.Path + site.TokenQuery, Cancel);
        var form = await site.Browser.GetStringAsync("/records?lang=fr", Cancel);
        var anybodys = await site.Browser.GetStringAsync(RecordSite.Path + "?lang=fr", Cancel);

        Assert.Contains("<html lang=\"fr\"", mine, StringComparison.Ordinal);
        await Foreign.AssertPageAsync(mine, French, "one's own record");
        await Foreign.AssertPageAsync(anybodys, French, "a record");
        await Foreign.AssertPageAsync(form, French, "the form for a record");
    }
}
