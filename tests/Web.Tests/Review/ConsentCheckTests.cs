using System.Net;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Policies;
using Workflow.Core.Requests;

namespace Web.Tests.Review;

public sealed class ConsentCheckTests
{
    private static readonly Attachment Paper = new("consent.pdf", "application/pdf", 3, new string('c', 64));

    [Fact]
    public async Task Seat_that_checks_sees_what_is_missing_and_every_document()
    {
        await using var site = await AskedAsync(Tier.Review);
        using var browser = site.Open();
        await AttachAsync(site);

        var review = await browser.ReviewAsync(site.TokenOf(Cast.Ada));
        var page = await browser.GetAsync($"/review/consents?t={site.TokenOf(Cast.Ada)}");

        Assert.Contains("/review/consents?t=", review.Html, StringComparison.Ordinal);
        Assert.Contains("Mara Quill (lead): consent to the use as declared", page.Html, StringComparison.Ordinal);
        Assert.Contains("Two lines in scene 14", page.Html, StringComparison.Ordinal);
        Assert.Contains("consent.pdf", page.Html, StringComparison.Ordinal);
        Assert.Contains("Not checked yet", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accepted_document_is_no_longer_missing()
    {
        await using var site = await AskedAsync(Tier.Review);
        using var browser = site.Open();
        await AttachAsync(site);
        await browser.GetAsync($"/review/consents?t={site.TokenOf(Cast.Ada)}");

        var posted = await browser.PostAsync("/review/consents", ("check-1", "accept"));

        Assert.Equal(HttpStatusCode.SeeOther, posted.Status);
        Assert.True((await site.StateAsync()).Consents[0].Check?.Accepted);
        Assert.Contains("Every consent that the policy demands is here and accepted.", (await browser.GetAsync(posted.Location!)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approval_that_lacks_a_consent_is_refused_in_the_words_of_the_page()
    {
        await using var site = await AskedAsync(Tier.Review);
        using var browser = site.Open();
        await browser.ReviewAsync(site.TokenOf(Cast.Ada));

        var page = await browser.PostAsync("/review", ("decision", "approve"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("here and accepted: Mara Quill (lead): consent to the use as declared", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_needs_its_comment()
    {
        await using var site = await AskedAsync(Tier.Review);
        using var browser = site.Open();
        await AttachAsync(site);
        await browser.GetAsync($"/review/consents?t={site.TokenOf(Cast.Ada)}");

        var page = await browser.PostAsync("/review/consents", ("check-1", "refuse"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("href=\"#comment-1\"", page.Html, StringComparison.Ordinal);
        Assert.Null((await site.StateAsync()).Consents[0].Check);
    }

    [Fact]
    public async Task Written_check_needs_a_code()
    {
        await using var site = await AskedAsync(Tier.Written);
        using var browser = site.Open();
        await AttachAsync(site);
        await browser.GetAsync($"/review/consents?t={site.TokenOf(Cast.Ada)}");

        var page = await browser.PostAsync("/review/consents", ("check-1", "accept"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("href=\"#code\"", page.Html, StringComparison.Ordinal);
        Assert.Null((await site.StateAsync()).Consents[0].Check);
    }

    [Fact]
    public async Task Another_seat_checks_nothing_and_gets_no_document()
    {
        await using var site = await AskedAsync(Tier.Written);
        site.Blobs.Content[Paper.Sha256] = [1];
        using var browser = site.Open();
        await AttachAsync(site);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync($"/review/consents?t={site.TokenOf(Cast.Bob)}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/review/file?t={site.TokenOf(Cast.Bob)}&sha256={Paper.Sha256}")).Status);
    }

    [Fact]
    public async Task Checking_goes_on_after_the_close_as_long_as_the_approval_lives()
    {
        await using var site = await AskedAsync(Tier.Review);
        site.Blobs.Content[Paper.Sha256] = [1];
        using var browser = site.Open();
        await AttachAsync(site);
        await site.DoAsync(s => new Command.CheckConsent(s, 1, 1, true, null), Approver);
        await site.DecideAsync(Cast.Ada, new Decision(DecisionKind.Approve, null, []));

        Assert.Contains("/review/consents?t=", (await browser.ReviewAsync(site.TokenOf(Cast.Ada))).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/review/consents?t={site.TokenOf(Cast.Ada)}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/review/file?t={site.TokenOf(Cast.Ada)}&sha256={Paper.Sha256}")).Status);

        await site.DoAsync(s => new Command.Revoke(s, 1, "Enough."), Approver);
        Assert.Equal(HttpStatusCode.Conflict, (await browser.GetAsync($"/review/consents?t={site.TokenOf(Cast.Ada)}")).Status);
    }

    private static Actor Approver => new(ActorKind.Approver, "ada", "Ada Okafor", Authentication.MailedLinkAndCode);

    private static async Task<ReviewSite> AskedAsync(Tier tier)
    {
        var site = await ReviewSite.SubmittedAsync();
        await site.AssessAsync(tier, route => route with { Terms = route.Terms with { Consent = new ConsentDemand("creative", [ConsentKind.Use]) } });
        return site;
    }

    private static Task AttachAsync(ReviewSite site) => site.DoAsync(
        s => new Command.AttachConsent(s, new ConsentEvidence(
            "Mara Quill (lead)", ConsentKind.Use, "Two lines in scene 14", "Mara Quill", new DateOnly(2026, 1, 1), null, Paper)),
        new Actor(ActorKind.Submitter, Cast.Sam.Email, Cast.Sam.Name, Authentication.MailedLink));
}
