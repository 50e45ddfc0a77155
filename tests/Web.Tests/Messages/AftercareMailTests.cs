using System.Text.RegularExpressions;
using Web.Tests.Languages;
using Web.Tests.Review;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Policies;
using Workflow.Core.Ports;
using Workflow.Web.Languages;

namespace Web.Tests.Messages;

/// <summary>What submitters are told about an approval that they have, to the letter: <c>Mails/</c> holds what somebody has read.</summary>
public sealed partial class AftercareMailTests
{
    private static readonly Actor Sam = new(ActorKind.Submitter, Cast.Sam.Email, Cast.Sam.Name, Authentication.MailedLink);
    private static readonly Actor Ada = new(ActorKind.Approver, Cast.Ada.Id, Cast.Ada.Name, Authentication.MailedLinkAndCode);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static MatrixTheoryData<string, Notice> Mails => new(
        ["en", "fr"],
        [
            Notice.DeadlineMoved, Notice.ConsentRefused, Notice.AmendmentReceived, Notice.Revoked, Notice.Suspended,
            Notice.Reinstated, Notice.ExpiryAhead, Notice.Lapsed, Notice.ObligationOverdue,
        ]);

    [Theory]
    [MemberData(nameof(Mails))]
    public async Task Mail_says_it_to_the_letter(string language, Notice notice)
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review, mail: Disclosure.Full, language: language);
        await BringAsync(site, notice);

        var mail = await TellAsync(site, notice);

        if (InstalledLanguages.Find(language) is { Tag: not "en" } foreign)
        {
            Foreign.AssertWords(mail.Subject + "\n" + mail.Text, foreign, notice.ToString());
        }

        AssertGolden($"{language}/{notice}", Still(mail));
    }

    [Theory]
    [InlineData(Notice.ConsentRefused)]
    [InlineData(Notice.Revoked)]
    [InlineData(Notice.ObligationOverdue)]
    public async Task Mail_cleared_for_a_notice_says_nothing_that_people_wrote(Notice notice)
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review, mail: Disclosure.Notice);
        await BringAsync(site, notice);

        var mail = await TellAsync(site, notice);

        Assert.All(["lost lines", "Lantern", "page is missing", "licence", "prompts"], word =>
        {
            Assert.DoesNotContain(word, mail.Subject, StringComparison.Ordinal);
            Assert.DoesNotContain(word, mail.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(word, mail.Html, StringComparison.Ordinal);
        });
    }

    private static Task BringAsync(ReviewSite site, Notice notice) => notice switch
    {
        Notice.DeadlineMoved => site.DecideAsync(Cast.Ada, new Decision(DecisionKind.AskForInformation, "?", [])),
        Notice.ConsentRefused => RefuseAsync(site),
        Notice.AmendmentReceived => AmendAsync(site),
        Notice.Revoked => RevokeAsync(site),
        Notice.Lapsed => LapseAsync(site),
        _ => ApproveAsync(site, notice),
    };

    private static async Task ApproveAsync(ReviewSite site, Notice notice)
    {
        await site.DecideAsync(Cast.Ada, new Decision(
            DecisionKind.ApproveWithConditions, null, [new Condition("Keep the prompts", new DateOnly(2026, 3, 20)), new Condition("Only scene 14")]));
        if (notice == Notice.ObligationOverdue)
        {
            site.Clock.Advance(TimeSpan.FromDays(30));
        }
    }

    private static Task RefuseAsync(ReviewSite site) => site.DoAsync(
        s => new Command.AttachConsent(s, new ConsentEvidence(
            "Mara Quill (lead)", ConsentKind.Use, "Two lines.", "Mara Quill", new DateOnly(2026, 3, 1), null, Cast.Script)),
        Sam);

    private static async Task AmendAsync(ReviewSite site)
    {
        await ApproveAsync(site, Notice.AmendmentReceived);
        var record = new EffectKey($"{site.Id}/9/record");
        await site.DoAsync(s => new Command.RecordDelivery(s, record, new Delivery(Delivery.RecordChannel, new string('b', 64), null)), Actor.System);
        await site.DoAsync(s => new Command.Amend(s, null, "The shoot moved."), Sam);
    }

    private static async Task RevokeAsync(ReviewSite site)
    {
        await ApproveAsync(site, Notice.Revoked);
        await site.DoAsync(s => new Command.Revoke(s, 1, "The licence was withdrawn."), Ada);
    }

    private static async Task LapseAsync(ReviewSite site)
    {
        await ApproveAsync(site, Notice.Lapsed);
        site.Clock.Advance(TimeSpan.FromDays(181));
        await site.DoAsync(s => new Command.Wake(s), Actor.System);
    }

    // Suspensions and checks need a policy that wants consents; the mail is written from the state alone.
    private static async Task<OutgoingMail> TellAsync(ReviewSite site, Notice notice)
    {
        var state = await site.StateAsync();
        if (notice == Notice.Suspended)
        {
            state = state with { Approval = state.Approval! with { Standing = Standing.Suspended, Suspensions = [SuspensionReason.ConsentEnded] } };
        }

        if (notice == Notice.ConsentRefused)
        {
            var check = new ConsentCheck(Ada, site.Clock.GetUtcNow(), Accepted: false, "The second page is missing.");
            state = state with { Consents = [state.Consents[0] with { Check = check }] };
        }

        await site.Messenger.DeliverAsync(state, KeyedEffect.For(site.Id, 9, new Effect.TellSubmitter(notice)), Cancel);
        return site.Mails.Sent[^1];
    }

    private static string Still(OutgoingMail mail) =>
        Token().Replace(RequestNumber().Replace($"{mail.Subject}\n\n{mail.Text}".ReplaceLineEndings("\n"), "GAI-7K3M-Q2XF"), "t=…");

    private static void AssertGolden(string name, string actual)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Messages", "Mails", $"{name}.txt");
        var expected = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        Assert.True(expected == actual, $"Messages/Mails/{name}.txt should be, once somebody has read it:\n<<<\n{actual}>>>");
    }

    [GeneratedRegex("GAI-[0-9A-Z]{4}-[0-9A-Z]{4}")]
    private static partial Regex RequestNumber();

    [GeneratedRegex(@"t=[\w-]+")]
    private static partial Regex Token();
}
