using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Web.Review.Notices;

namespace Web.Tests.Review.Notices;

/// <summary>What is listed, and what becomes of what is chosen, whichever channel it is chosen on.</summary>
public sealed class NoticeDeskTests
{
    private static readonly Actor Ada = new(ActorKind.Approver, "ada", "Ada Okafor", Authentication.MailedLink);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_waits_for_the_submitter_is_not_listed()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Notify);
        await site.DecideAsync(Cast.Ada, new Decision(DecisionKind.AskForInformation, "Which voice?", []));

        Assert.Empty((await site.Notices.OfAsync("ada", Cancel)).Items);
    }

    [Fact]
    public async Task What_was_handed_on_is_listed_for_the_other_alone()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Notify);
        await site.DoAsync(s => new Command.DelegateTo(s, 1, Cast.Cleo, null), Ada);

        Assert.Empty((await site.Notices.OfAsync("ada", Cancel)).Items);
        Assert.Equal(2, Assert.Single((await site.Notices.OfAsync("cleo", Cancel)).Items).Ask.Number);
    }

    [Fact]
    public async Task What_its_person_acknowledged_elsewhere_is_done_already()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Notify);
        var key = await KeyAsync(site);
        await site.DecideAsync(Cast.Ada, new Decision(DecisionKind.Approve, null, []));

        Assert.IsType<NoticeAnswer.Already>(await AcknowledgeAsync(site, key));
    }

    [Fact]
    public async Task What_its_person_rejected_stays_rejected()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Notify);
        var key = await KeyAsync(site);
        await site.DecideAsync(Cast.Ada, new Decision(DecisionKind.Reject, "Not on this show.", []));

        var answer = Assert.IsType<NoticeAnswer.Refused>(await AcknowledgeAsync(site, key));

        Assert.Equal("You have decided it.", answer.Why.ToString());
        Assert.Equal(OutcomeKind.Rejected, answer.Request!.Outcome?.Kind);
    }

    [Fact]
    public async Task What_its_person_handed_on_is_not_theirs_to_acknowledge()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Notify);
        var key = await KeyAsync(site);
        await site.DoAsync(s => new Command.DelegateTo(s, 1, Cast.Cleo, null), Ada);

        Assert.IsType<NoticeAnswer.Refused>(await AcknowledgeAsync(site, key));
        Assert.IsType<NoticeAnswer.Refused>(await AcknowledgeAsync(site, key with { Ask = 2 }));
        Assert.Null((await site.StateAsync()).Outcome);
    }

    [Fact]
    public async Task What_changed_since_it_was_shown_has_to_be_read_again()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Notify);
        var shown = await KeyAsync(site);
        await site.DecideAsync(Cast.Ada, new Decision(DecisionKind.AskForInformation, "Which voice?", []));
        await site.DoAsync(
            s => new Command.ProvideInformation(s, "Another one.", Cast.Declaration with { Description = "Another voice." }, []),
            new Actor(ActorKind.Submitter, Cast.Sam.Email, Cast.Sam.Name, Authentication.MailedLink));
        await site.AssessAsync(Tier.Notify);

        var stale = Assert.IsType<NoticeAnswer.Refused>(await AcknowledgeAsync(site, shown));
        var fresh = await AcknowledgeAsync(site, Assert.Single((await site.Notices.OfAsync("ada", Cancel)).Items).Key);

        Assert.Contains("It has changed since you were shown it", stale.Why.ToString(), StringComparison.Ordinal);
        Assert.IsType<NoticeAnswer.Acknowledged>(fresh);
    }

    [Fact]
    public async Task What_waits_for_the_submitter_is_refused_with_the_words_of_the_process()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Notify);
        var key = await KeyAsync(site);
        await site.DecideAsync(Cast.Ada, new Decision(DecisionKind.AskForInformation, "Which voice?", []));

        var answer = Assert.IsType<NoticeAnswer.Refused>(await AcknowledgeAsync(site, key));

        Assert.Contains("You can decide once that is done", answer.Why.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_left_acknowledges_nothing()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Notify);
        site.Directory.Left.Add("ada");

        var answer = Assert.IsType<NoticeAnswer.Refused>(await AcknowledgeAsync(site, await KeyAsync(site)));

        Assert.Null(answer.Request);
        Assert.True((await site.StateAsync()).Asks[0].IsOpen);
    }

    [Fact]
    public async Task Notice_chosen_twice_is_answered_once()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Notify);
        var key = await KeyAsync(site);

        Assert.Single(await site.Notices.AcknowledgeAsync("ada", Authentication.MailedLink, [key, key with { }], "post", Cancel));
    }

    private static async Task<NoticeKey> KeyAsync(ReviewSite site)
    {
        var request = await site.StateAsync();
        return new OpenNotice(request, request.Asks[0]).Key;
    }

    private static async Task<NoticeAnswer> AcknowledgeAsync(ReviewSite site, NoticeKey key) =>
        Assert.Single(await site.Notices.AcknowledgeAsync("ada", Authentication.MailedLink, [key], "post", Cancel));
}
