using System.Text.RegularExpressions;
using Web.Tests.Review;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Policies;
using Workflow.Core.Ports;
using Workflow.Web.Languages;

namespace Web.Tests.Languages;

/// <summary>What a French crew gets by mail, to the letter: the files in <c>Mails/</c> are what a native speaker has read.</summary>
public sealed partial class FrenchMailTests
{
    private static readonly Language French = InstalledLanguages.Find("fr")!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => ["ask", "ask-written", "reminder", "received", "question", "question-reminder", "approved", "expired", "rejected", "record", "settled", "unfilled", "code", "handed-on", "stand-in", "delegate-decided", "more-time", "consent-to-check", "revoked-by-another", "suspended-to-checker", "ask-notices"];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Mail_is_in_french_to_the_letter(string name)
    {
        var mail = await MailAsync(name);

        Assert.Equal("fr", mail.Language);
        Assert.Contains("<html lang=\"fr\" dir=\"ltr\">", mail.Html, StringComparison.Ordinal);
        Foreign.AssertWords(mail.Subject + "\n" + mail.Text, French, name);
        await Foreign.AssertPageAsync(mail.Html, French, name);
        AssertGolden(name, Still(mail));
    }

    private static async Task<OutgoingMail> MailAsync(string name)
    {
        await using var site = await ReviewSite.AskedAsync(
            name is "ask-written" or "code" or "settled" ? Tier.Written : name is "ask-notices" ? Tier.Notify : Tier.Review, mail: Disclosure.Full, language: "fr");
        switch (name)
        {
            case "ask" or "ask-written":
                return await TellAsync(site, new Effect.PutAsk(1));
            case "ask-notices":
                await site.AskMoreAsync(Tier.Notify, "Planches d’ambiance");
                return await TellAsync(site, new Effect.PutAsk(1));
            case "reminder":
                site.Clock.Advance(TimeSpan.FromHours(26));
                return await TellAsync(site, new Effect.Remind(1));
            case "received":
                return await TellAsync(site, new Effect.TellSubmitter(Notice.Received));
            case "question" or "question-reminder":
                await site.DecideAsync(Cast.Ada, new Decision(DecisionKind.AskForInformation, "La comédienne principale est-elle d’accord ?", []));
                return await TellAsync(site, new Effect.TellSubmitter(name == "question" ? Notice.InformationNeeded : Notice.InformationReminder));
            case "approved" or "record":
                await site.DecideAsync(Cast.Ada, new Decision(DecisionKind.ApproveWithConditions, null, [new Condition("Uniquement la scène 14"), new Condition("La comédienne écoute avant")]));
                return await TellAsync(site, new Effect.TellSubmitter(name == "record" ? Notice.RecordReady : Notice.Closed));
            case "rejected":
                await site.DecideAsync(Cast.Ada, new Decision(DecisionKind.Reject, "Pas de consentement.", []));
                return await TellAsync(site, new Effect.TellSubmitter(Notice.Closed));
            case "expired":
                await ExpireAsync(site);
                return await TellAsync(site, new Effect.TellSubmitter(Notice.Closed));
            case "settled":
                var put = site.Store.Effects.Single(e => e.Effect is Effect.PutAsk { Ask: 2 });
                await site.DoAsync(s => new Command.RecordDelivery(s, put.Key, new Delivery("mail", "x@approvals.example", null)), Actor.System);
                await site.DecideAsync(Cast.Ada, new Decision(DecisionKind.Reject, "Pas de consentement.", []));
                return await TellAsync(site, new Effect.RetireAsk(2));
            case "handed-on" or "delegate-decided":
                await site.DoAsync(s => new Command.DelegateTo(s, 1, Cast.Cleo with { Language = "fr" }, "Tu connais cette voix."), As(Cast.Ada));
                if (name == "handed-on")
                {
                    return await TellAsync(site, new Effect.PutAsk(2));
                }

                await site.DoAsync(s => new Command.Decide(s, 2, new Decision(DecisionKind.Approve, null, [])), As(Cast.Cleo));
                return await TellAsync(site, new Effect.TellApprover(1, ApproverNotice.DelegateDecided));
            case "stand-in":
                await site.DoAsync(s => new Command.NoteAbsence(s, null, "ada", Cast.Monday.AddDays(14)), Actor.System);
                return await TellAsync(site, new Effect.PutAsk(2));
            case "more-time":
                return await TellAsync(site, new Effect.TellApprover(1, ApproverNotice.DeadlineMoved));
            case "consent-to-check":
                return await TellAsync(site, new Effect.TellApprover(1, ApproverNotice.ConsentAttached));
            case "suspended-to-checker":
                return await TellAsync(site, new Effect.TellApprover(1, ApproverNotice.Suspended));
            case "revoked-by-another":
                await site.DecideAsync(Cast.Ada, new Decision(DecisionKind.Approve, null, []));
                await site.DoAsync(s => new Command.Revoke(s, 1, "La comédienne a changé d’avis."), As(Cast.Ada));
                return await TellAsync(site, new Effect.TellApprover(1, ApproverNotice.Revoked));
            case "unfilled":
                return await TellAsync(site, new Effect.TellAdmins(Alert.SeatUnfilled, "creative"));
            default:
                using (var browser = site.Open())
                {
                    await browser.ReviewAsync(site.TokenOf(Cast.Ada));
                    await browser.PostAsync("/review/code");
                }

                return site.Mails.Sent[^1];
        }
    }

    private static Actor As(Person person) => new(ActorKind.Approver, person.Id, person.Name, Authentication.MailedLinkAndCode);

    private static async Task ExpireAsync(ReviewSite site)
    {
        for (var state = await site.StateAsync(); state.Outcome is null; state = await site.StateAsync())
        {
            site.Clock.Advance(TimeSpan.FromDays(4));
            await site.DoAsync(s => new Command.Wake(s), Actor.System);
        }
    }

    private static async Task<OutgoingMail> TellAsync(ReviewSite site, Effect effect)
    {
        await site.Messenger.DeliverAsync(await site.StateAsync(), KeyedEffect.For(site.Id, 9, effect), Cancel);
        return site.Mails.Sent[^1];
    }

    // Ids, tokens and codes are drawn anew each time.
    private static string Still(OutgoingMail mail) => Code().Replace(
        Token().Replace(RequestNumber().Replace($"{mail.Subject}\n\n{mail.Text}".ReplaceLineEndings("\n"), "GAI-7K3M-Q2XF"), "t=…"), "    123456");

    private static void AssertGolden(string name, string actual)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Languages", "Mails", $"{name}.txt");
        var expected = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        Assert.True(expected == actual, $"Languages/Mails/{name}.txt should be, once somebody has read it:\n<<<\n{actual}>>>");
    }

    [GeneratedRegex("GAI-[0-9A-Z]{4}-[0-9A-Z]{4}")]
    private static partial Regex RequestNumber();

    [GeneratedRegex(@"t=[\w-]+")]
    private static partial Regex Token();

    [GeneratedRegex(@"(?m)^    \d{6}$")]
    private static partial Regex Code();
}
