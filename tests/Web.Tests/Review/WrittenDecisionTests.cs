using System.Net;
using System.Text.RegularExpressions;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;

namespace Web.Tests.Review;

public sealed partial class WrittenDecisionTests
{
    [Fact]
    public async Task Code_from_the_mailbox_makes_the_decision_a_written_one()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Written);
        using var browser = site.Open();
        await browser.ReviewAsync(site.TokenOf(Cast.Ada));
        var mailed = await browser.PostAsync("/review/code", ("decision", "approve-with-conditions"), ("conditions", "Only scene 14"), ("comment", "kept comment"));
        Assert.Equal(HttpStatusCode.OK, mailed.Status);
        Assert.Contains("a…@studio.example", mailed.Html, StringComparison.Ordinal);
        Assert.Contains("Only scene 14", mailed.Html, StringComparison.Ordinal);
        Assert.Contains("kept comment", mailed.Html, StringComparison.Ordinal);

        var posted = await browser.DecideAsync("approve-with-conditions", ("conditions", "Only scene 14"), ("code", Code(site)));

        Assert.Equal(HttpStatusCode.SeeOther, posted.Status);
        var decided = (await site.StateAsync()).Decisions.Single();
        Assert.Equal(Authentication.MailedLinkAndCode, decided.By.Authentication);
        var after = await browser.GetAsync(posted.Location!);
        Assert.Contains("Waiting for Legal (Bob Lindqvist).", after.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_goes_to_the_asked_persons_mailbox_and_not_into_the_subject()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Written);
        using var browser = site.Open();
        await browser.ReviewAsync(site.TokenOf(Cast.Bob));
        await browser.PostAsync("/review/code");

        var mail = site.Mails.Sent.Single();
        Assert.Equal("bob@studio.example", mail.ToAddress);
        Assert.DoesNotContain(Code(site), mail.Subject, StringComparison.Ordinal);
        Assert.Contains(Code(site), mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_that_cannot_be_mailed_is_said_beside_its_field_and_what_was_typed_stays()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Written);
        using var browser = site.Open();
        await browser.ReviewAsync(site.TokenOf(Cast.Ada));
        site.Mails.IsDown = true;

        var page = await browser.PostAsync("/review/code", ("decision", "approve"), ("comment", "kept comment"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.Contains("The code could not be mailed", page.Html, StringComparison.Ordinal);
        Assert.Contains("kept comment", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("451 try later", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_that_nobody_confirmed_is_called_so_until_its_owner_has_answered()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Written);
        using var browser = site.Open();

        var before = await browser.ReviewAsync(site.TokenOf(Cast.Ada));
        await site.DecideAsync(Cast.Ada, new Decision(DecisionKind.AskForInformation, "Whose voice is it?", []));
        await site.AnswerAsync("A singer of ours.");
        var after = await browser.ReviewAsync(site.TokenOf(Cast.Ada));

        Assert.Contains("The address was typed in and is not confirmed", before.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("is not confirmed", after.Html, StringComparison.Ordinal);
        Assert.Contains("they have used the link mailed to this address", after.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decision_without_a_code_is_not_taken_and_stays_typed()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Written);
        using var browser = site.Open();
        await browser.ReviewAsync(site.TokenOf(Cast.Ada));

        var page = await browser.DecideAsync("approve", ("comment", "kept comment"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("href=\"#code\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("kept comment", page.Html, StringComparison.Ordinal);
        Assert.Empty((await site.StateAsync()).Decisions);
    }

    [Fact]
    public async Task Wrong_code_may_be_tried_again()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Written);
        using var browser = await WithCodeAsync(site);

        var wrong = await browser.DecideAsync("approve", ("code", Wrong(site)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("That is not the code", wrong.Html, StringComparison.Ordinal);
        Assert.DoesNotContain($"value=\"{Wrong(site)}\"", wrong.Html, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await browser.DecideAsync("approve", ("code", Code(site)))).Status);
    }

    [Fact]
    public async Task Five_wrong_codes_spend_the_right_one()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Written);
        using var browser = await WithCodeAsync(site);
        for (var i = 0; i < 5; i++)
            await browser.DecideAsync("approve", ("code", Wrong(site)));

        var page = await browser.DecideAsync("approve", ("code", Code(site)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Have a new one mailed", page.Html, StringComparison.Ordinal);
        Assert.Empty((await site.StateAsync()).Decisions);
    }

    [Fact]
    public async Task Slip_in_the_form_does_not_spend_the_code()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Written);
        using var browser = await WithCodeAsync(site);

        var slip = await browser.DecideAsync("reject", ("code", Code(site)));
        Assert.Contains("Please give your reason in the comment.", slip.Html, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await browser.DecideAsync("reject", ("comment", "No consent."), ("code", Code(site)))).Status);
    }

    [Fact]
    public async Task Somebody_elses_code_counts_for_nothing()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Written);
        using var ada = await WithCodeAsync(site);
        using var bob = site.Open();
        await bob.ReviewAsync(site.TokenOf(Cast.Bob));

        var page = await bob.DecideAsync("approve", ("code", Code(site)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Empty((await site.StateAsync()).Decisions);
    }

    [Fact]
    public async Task Second_code_within_a_minute_is_refused_and_says_so()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Written);
        using var browser = await WithCodeAsync(site);

        var page = await browser.PostAsync("/review/code", ("comment", "kept comment"));

        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.Contains("less than a minute ago", page.Html, StringComparison.Ordinal);
        Assert.Contains("kept comment", page.Html, StringComparison.Ordinal);
        Assert.Single(site.Mails.Sent);
    }

    [Fact]
    public async Task Code_is_mailed_to_nobody_without_antiforgery()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Written);
        using var browser = site.Open();

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/review/code", ("t", site.TokenOf(Cast.Ada)))).Status);

        Assert.Empty(site.Mails.Sent);
    }

    [Fact]
    public async Task Link_overtaken_by_new_facts_says_so()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Written);
        await site.DecideAsync(Cast.Bob, new Decision(DecisionKind.AskForInformation, "Who is in it?", []));
        await site.DoAsync(
            s => new Command.ProvideInformation(s, "Ada herself.", Cast.Declaration with { PeopleDepicted = ["Ada Okafor"] }, []),
            new Actor(ActorKind.Submitter, Cast.Sam.Email, Cast.Sam.Name, Authentication.MailedLink));
        await site.AssessAsync(Tier.Written);
        using var browser = site.Open();

        var page = await browser.ReviewAsync(site.TokenOf(Cast.Ada));

        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.Contains("New facts raised what is at stake", page.Html, StringComparison.Ordinal);
    }

    private static async Task<Browser> WithCodeAsync(ReviewSite site)
    {
        var browser = site.Open();
        await browser.ReviewAsync(site.TokenOf(Cast.Ada));
        await browser.PostAsync("/review/code");
        return browser;
    }

    private static string Code(ReviewSite site) => Digits().Match(site.Mails.Sent[^1].Text).Groups[1].Value;

    private static string Wrong(ReviewSite site) => Code(site) == "000000" ? "000001" : "000000";

    [GeneratedRegex(@"^ +(\d{6})\r?$", RegexOptions.Multiline)]
    private static partial Regex Digits();
}
