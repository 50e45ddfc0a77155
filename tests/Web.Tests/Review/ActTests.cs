using System.Net;
using System.Text.RegularExpressions;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;

namespace Web.Tests.Review;

/// <summary>Handing on, stepping back, changing one's mind and revoking, by their pages.</summary>
public sealed partial class ActTests
{
    [Fact]
    public async Task Colleagues_offered_are_those_whom_the_process_would_take()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Written);
        using var browser = site.Open();

        var page = await browser.GetAsync($"/review/delegate?t={site.TokenOf(Cast.Ada)}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Cleo Marsh", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Bob Lindqvist", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"ada\"", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_handed_on_is_asked_of_the_other_and_the_page_says_to_whom()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        using var browser = site.Open();
        await browser.GetAsync($"/review/delegate?t={site.TokenOf(Cast.Ada)}");

        var posted = await browser.PostAsync("/review/delegate", ("to", "cleo"), ("comment", "You know the voice."));

        Assert.Equal(HttpStatusCode.SeeOther, posted.Status);
        var asked = (await site.StateAsync()).OpenAsks.Single();
        Assert.Equal(("cleo", Capacity.Delegate), (asked.Person.Id, asked.Candidate.Capacity));
        var after = await browser.GetAsync(posted.Location!);
        Assert.Equal(HttpStatusCode.OK, after.Status);
        Assert.Contains("You handed this on", after.Html, StringComparison.Ordinal);
        Assert.Contains("Handed the question on to Cleo Marsh.", after.Html, StringComparison.Ordinal);
        var theirs = await browser.ReviewAsync(site.Links.ForAsk(site.Id, asked.Number, "cleo"));
        Assert.Contains("Ada Okafor handed this on to you.", theirs.Html, StringComparison.Ordinal);
        Assert.Contains("You know the voice.", theirs.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_is_not_offered_is_not_taken_and_the_comment_stays()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        using var browser = site.Open();
        await browser.GetAsync($"/review/delegate?t={site.TokenOf(Cast.Ada)}");

        var page = await browser.PostAsync("/review/delegate", ("to", "mallory"), ("comment", "kept comment"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Choose to whom.", page.Html, StringComparison.Ordinal);
        Assert.Contains("kept comment", page.Html, StringComparison.Ordinal);
        Assert.Equal("ada", (await site.StateAsync()).OpenAsks.Single().Person.Id);
    }

    [Fact]
    public async Task Question_handed_on_as_often_as_allowed_is_not_offered_again()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        using var browser = site.Open();
        await site.DoAsync(s => new Command.DelegateTo(s, 1, Cast.Cleo, null), Approver(Cast.Ada));

        var page = await browser.GetAsync($"/review/delegate?t={site.Links.ForAsk(site.Id, 2, "cleo")}");

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("cannot be handed on again", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Written_question_is_handed_on_with_a_code_only()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Written);
        using var browser = site.Open();
        await browser.GetAsync($"/review/delegate?t={site.TokenOf(Cast.Ada)}");

        var without = await browser.PostAsync("/review/delegate", ("to", "cleo"));
        var mailed = await browser.PostAsync("/review/delegate", ("to", "cleo"), ("comment", "kept comment"), ("step", "code"));
        var with = await browser.PostAsync("/review/delegate", ("to", "cleo"), ("code", Code(site)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.Status);
        Assert.Contains("href=\"#code\"", without.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, mailed.Status);
        Assert.Contains("kept comment", mailed.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, with.Status);
        Assert.Equal(RetirementReason.Delegated, (await site.StateAsync()).Asks[0].Retired);
    }

    [Fact]
    public async Task Stepping_back_asks_the_next_person()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        using var browser = site.Open();
        await browser.GetAsync($"/review/recuse?t={site.TokenOf(Cast.Ada)}");

        var posted = await browser.PostAsync("/review/recuse", ("comment", "The lead is a friend."));

        Assert.Equal("cleo", (await site.StateAsync()).OpenAsks.Single().Person.Id);
        var after = await browser.GetAsync(posted.Location!);
        Assert.Contains("You stepped back from this", after.Html, StringComparison.Ordinal);
        Assert.Contains("The lead is a friend.", after.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Act_without_antiforgery_does_nothing_and_keeps_what_was_typed()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        using var browser = site.Open();

        var page = await browser.PostAsync("/review/recuse", ("t", site.TokenOf(Cast.Ada)), ("comment", "kept comment"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("kept comment", page.Html, StringComparison.Ordinal);
        Assert.True((await site.StateAsync()).Asks[0].IsOpen);
    }

    [Theory]
    [InlineData("delegate")]
    [InlineData("recuse")]
    [InlineData("revoke")]
    [InlineData("consents")]
    public async Task Link_of_somebody_else_opens_no_page(string page)
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        using var browser = site.Open();

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync($"/review/{page}?t={site.Links.ForAsk(site.Id, 1, "mallory")}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/review/{page}?t=x")).Status);
    }

    [Fact]
    public async Task Late_step_back_says_what_became_of_the_question()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        using var browser = site.Open();
        await site.DecideAsync(Cast.Ada, new Decision(DecisionKind.Approve, null, []));

        var page = await browser.GetAsync($"/review/recuse?t={site.TokenOf(Cast.Ada)}");

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("was approved on", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mind_is_changed_while_the_others_decide()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Written);
        using var browser = site.Open();
        await site.DecideAsync(Cast.Ada, new Decision(DecisionKind.Approve, "First thought.", []));
        var settled = await browser.ReviewAsync(site.TokenOf(Cast.Ada));

        var again = await browser.GetAsync(WebUtility.HtmlDecode(AgainHref().Match(settled.Html).Groups[1].Value));
        Assert.Contains("You approved this on", again.Html, StringComparison.Ordinal);
        await browser.PostAsync("/review/code");
        var posted = await browser.DecideAsync("reject", ("comment", "Second thought."), ("code", Code(site)));

        Assert.Equal(HttpStatusCode.SeeOther, posted.Status);
        Assert.Equal(OutcomeKind.Rejected, (await site.StateAsync()).Outcome?.Kind);
    }

    [Fact]
    public async Task Mind_cannot_be_changed_after_the_close()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        using var browser = site.Open();
        await site.DecideAsync(Cast.Ada, new Decision(DecisionKind.Approve, null, []));

        var page = await browser.GetAsync($"/review?t={site.TokenOf(Cast.Ada)}&again=yes");

        Assert.Contains("You approved this", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Approval_is_revoked_with_a_reason_by_who_gave_it()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        using var browser = site.Open();
        await site.DecideAsync(Cast.Ada, new Decision(DecisionKind.Approve, null, []));
        Assert.Contains("/review/revoke", (await browser.ReviewAsync(site.TokenOf(Cast.Ada))).Html, StringComparison.Ordinal);
        await browser.GetAsync($"/review/revoke?t={site.TokenOf(Cast.Ada)}");

        var wordless = await browser.PostAsync("/review/revoke");
        var posted = await browser.PostAsync("/review/revoke", ("comment", "The lead has changed her mind."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wordless.Status);
        Assert.Contains("Please say why", wordless.Html, StringComparison.Ordinal);
        Assert.Equal(Standing.Revoked, (await site.StateAsync()).Approval?.Standing);
        Assert.Contains("The lead has changed her mind.", (await browser.GetAsync(posted.Location!)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Written_approval_is_revoked_with_a_code_only()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Written);
        using var browser = site.Open();
        await site.DecideAsync(Cast.Ada, new Decision(DecisionKind.Approve, null, []));
        await site.DecideAsync(Cast.Bob, new Decision(DecisionKind.Approve, null, []));
        await browser.GetAsync($"/review/revoke?t={site.TokenOf(Cast.Bob)}");

        var page = await browser.PostAsync("/review/revoke", ("comment", "kept reason"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("kept reason", page.Html, StringComparison.Ordinal);
        Assert.Equal(Standing.InForce, (await site.StateAsync()).Approval?.Standing);
    }

    [Fact]
    public async Task Conditions_carry_their_day_and_owner()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        using var browser = site.Open();
        await browser.ReviewAsync(site.TokenOf(Cast.Ada));

        await browser.DecideAsync(
            "approve-with-conditions",
            ("conditions", "Only scene 14"), ("condition[1].text", "The lead hears it"), ("condition[1].due", "2026-05-01"), ("condition[1].owner", "Sound"));

        Assert.Equal(
            [new Condition("Only scene 14"), new Condition("The lead hears it", new DateOnly(2026, 5, 1), "Sound")],
            (await site.StateAsync()).Outcome!.Conditions);
    }

    [Fact]
    public async Task Condition_that_is_half_written_is_pointed_at_and_kept()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        using var browser = site.Open();
        await browser.ReviewAsync(site.TokenOf(Cast.Ada));

        var page = await browser.DecideAsync("approve-with-conditions", ("condition[0].due", "next week"), ("condition[0].owner", "kept owner"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("href=\"#condition-0--text\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"#condition-0--due\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("kept owner", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_names_the_answers_it_is_about()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        using var browser = site.Open();
        await browser.ReviewAsync(site.TokenOf(Cast.Ada));

        await browser.DecideAsync("ask-for-information", ("question", "Which plan?"), ("about", "tools"));

        Assert.Equal(["tools"], (await site.StateAsync()).Question!.Fields);
    }

    [Fact]
    public async Task Answer_shows_what_it_changed()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        using var browser = site.Open();
        await site.DecideAsync(Cast.Ada, new Decision(DecisionKind.AskForInformation, "Where is it shown?", []));
        await site.DoAsync(
            s => new Command.ProvideInformation(s, "Only in France.", Cast.Declaration with { Territory = "France" }, []),
            new Actor(ActorKind.Submitter, Cast.Sam.Email, Cast.Sam.Name, Authentication.MailedLink));
        await site.AssessAsync(Tier.Review);

        var page = await browser.ReviewAsync(site.TokenOf(Cast.Ada));

        Assert.Matches("<del[^>]*>Worldwide</del>", page.Html);
        Assert.Matches("<ins[^>]*>France</ins>", page.Html);
        Assert.DoesNotMatch("<del[^>]*>Vocalis", page.Html);
    }

    private static Actor Approver(Person person) => new(ActorKind.Approver, person.Id, person.Name, Authentication.MailedLinkAndCode);

    private static string Code(ReviewSite site) => Digits().Match(site.Mails.Sent[^1].Text).Groups[1].Value;

    [GeneratedRegex(@"^ +(\d{6})\r?$", RegexOptions.Multiline)]
    private static partial Regex Digits();

    [GeneratedRegex("href=\"(/review[^\"]+again=yes)\"")]
    private static partial Regex AgainHref();
}
