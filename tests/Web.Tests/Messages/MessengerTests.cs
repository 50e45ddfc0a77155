using Web.Tests.Review;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Policies;
using Workflow.Core.Ports;

namespace Web.Tests.Messages;

public sealed class MessengerTests
{
    private static readonly string[] Guarded = ["clone the voice", "lost in the wind", "Mara Quill", "Vocalis", "secret ending"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ask_names_request_title_time_and_a_link_that_opens_the_persons_own_page()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        using var browser = site.Open();

        var mail = await MailAsync(site, new Effect.PutAsk(1));

        Assert.Equal("ada@studio.example", mail.ToAddress);
        Assert.Equal($"{site.Id}: Please decide: Two lost lines & a <voice>", mail.Subject);
        Assert.Contains("Please answer by: Wed 4 Mar 2026, 10:00 (Paris time)", mail.Text, StringComparison.Ordinal);
        Assert.Contains("You decide as creative.", mail.Text, StringComparison.Ordinal);
        var link = new Uri(mail.Text.Split("\r\n").Single(l => l.StartsWith("https://approvals.example/review?t=", StringComparison.Ordinal)));
        Assert.Equal(System.Net.HttpStatusCode.OK, (await browser.GetAsync(link.PathAndQuery)).Status);
    }

    [Fact]
    public async Task Both_forms_say_the_same_and_html_in_what_was_declared_stays_text()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review, mail: Disclosure.Full);

        var mail = await MailAsync(site, new Effect.PutAsk(1));

        Assert.Contains("The <b>new</b> lines are in scene 14", mail.Text, StringComparison.Ordinal);
        Assert.Contains("The &lt;b&gt;new&lt;/b&gt; lines are in scene 14", mail.Html, StringComparison.Ordinal);
        Assert.Contains("It recreates a real person", mail.Text, StringComparison.Ordinal);
        Assert.Contains("It recreates a real person", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_mail_loads_anything_from_elsewhere()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);

        var mail = await MailAsync(site, new Effect.PutAsk(1));

        foreach (var forbidden in new[] { "<img", "<script", "<link", "url(", "@import", "src=" })
            Assert.DoesNotContain(forbidden, mail.Html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Mail_cleared_for_a_summary_names_title_and_findings_and_nothing_that_people_wrote()
    {
        var mails = await LifeAsync(Tier.Review, Disclosure.Summary);

        Assert.Contains("It recreates a real person", mails[0].Text, StringComparison.Ordinal);
        Assert.All(mails, mail => AssertSilent(mail, Guarded));
    }

    [Theory]
    [InlineData(Tier.Notify)]
    [InlineData(Tier.Review)]
    [InlineData(Tier.Written)]
    public async Task Mail_cleared_for_a_notice_names_the_request_and_nothing_it_is_about(Tier tier)
    {
        var mails = await LifeAsync(tier, Disclosure.Notice);

        Assert.All(mails, mail => AssertSilent(mail, [.. Guarded, "lost lines", "Lantern", "recreates", "secure"]));
    }

    [Fact]
    public async Task Written_tier_is_a_notice_even_where_everything_else_is_cleared()
    {
        var mails = await LifeAsync(Tier.Written, Disclosure.Full);

        Assert.All(mails, mail => AssertSilent(mail, [.. Guarded, "lost lines", "Lantern", "recreates", "secure"]));
    }

    [Fact]
    public async Task Policy_that_clears_nothing_for_mail_stops_the_mail()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review, mail: Disclosure.Nothing);

        await Assert.ThrowsAsync<InvalidOperationException>(() => DeliverAsync(site, new Effect.PutAsk(1)));
        Assert.Empty(site.Mails.Sent);
    }

    [Fact]
    public async Task Same_effect_twice_is_the_same_message_and_all_about_one_request_is_one_thread()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Written);

        var first = await MailAsync(site, new Effect.PutAsk(1), sequence: 7);
        var again = await MailAsync(site, new Effect.PutAsk(1), sequence: 7);
        var reminder = await MailAsync(site, new Effect.Remind(1), sequence: 8);
        var toBob = await MailAsync(site, new Effect.PutAsk(2), sequence: 7);

        Assert.Equal(first.MessageId, again.MessageId);
        Assert.NotEqual(first.MessageId, reminder.MessageId);
        Assert.NotEqual(first.MessageId, toBob.MessageId);
        Assert.Equal(first.References, reminder.References);
        Assert.NotEqual(first.References, toBob.References);
        Assert.Matches("^[0-9a-f]{40}@approvals\\.example$", first.MessageId);
    }

    [Fact]
    public async Task Delivery_names_channel_and_message()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);

        var delivery = await DeliverAsync(site, new Effect.PutAsk(1));

        Assert.Equal(new Delivery("mail", site.Mails.Sent[^1].MessageId, null), delivery);
    }

    [Fact]
    public async Task Title_with_line_breaks_adds_no_header()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review, Cast.Declaration with { Title = "Lines\r\nBcc: all@crew.example" });

        Assert.Equal($"{site.Id}: Please decide: Lines Bcc: all@crew.example", (await MailAsync(site, new Effect.PutAsk(1))).Subject);
    }

    [Fact]
    public async Task Settled_ask_is_called_off_kindly_if_it_had_reached_its_person()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Written);
        var put = site.Store.Effects.Single(e => e.Effect is Effect.PutAsk { Ask: 2 });
        await site.DoAsync(s => new Command.RecordDelivery(s, put.Key, new Delivery("mail", "x@approvals.example", null)), Workflow.Core.People.Actor.System);
        await site.DecideAsync(Cast.Ada, new Decision(DecisionKind.Reject, "No consent.", []));

        var mail = await MailAsync(site, new Effect.RetireAsk(2));

        Assert.Equal("bob@studio.example", mail.ToAddress);
        Assert.Contains("You need not answer any more. It was rejected", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settled_ask_that_never_reached_its_person_is_not_called_off()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Written);
        await site.DecideAsync(Cast.Ada, new Decision(DecisionKind.Reject, "No consent.", []));

        Assert.Equal(new Delivery("none", null, null), await DeliverAsync(site, new Effect.RetireAsk(2)));
        Assert.Empty(site.Mails.Sent);
    }

    [Fact]
    public async Task Submitter_reads_outcome_conditions_and_validity()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review, mail: Disclosure.Full);
        await site.DecideAsync(Cast.Ada, new Decision(DecisionKind.ApproveWithConditions, null, [new Condition("Only scene 14"), new Condition("The lead hears it first")]));

        var mail = await MailAsync(site, new Effect.TellSubmitter(Notice.Closed));

        Assert.Equal("sam@crew.example", mail.ToAddress);
        Assert.Equal($"{site.Id}: Approved: Two lost lines & a <voice>", mail.Subject);
        Assert.Contains("- Only scene 14\r\n- The lead hears it first", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Valid until: Sat 29 Aug 2026, 10:00 (London time)", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submitter_reads_the_question_and_until_when_to_answer()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review, mail: Disclosure.Full);
        await site.DecideAsync(Cast.Ada, new Decision(DecisionKind.AskForInformation, "Has the lead\nconsented?", []));

        var mail = await MailAsync(site, new Effect.TellSubmitter(Notice.InformationNeeded));

        Assert.Contains("> Has the lead\r\n> consented?", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Please answer by: ", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submitter_is_told_each_missing_field_by_the_name_people_read()
    {
        await using var site = await ReviewSite.SubmittedAsync(Cast.Declaration with { Use = null, Principles = Cast.Declaration.Principles with { P2 = null } });

        var mail = await MailAsync(site, new Effect.TellSubmitter(Notice.CompletionNeeded));

        Assert.Contains("- Where it ends up\r\n- Nothing is kept or trained on", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Admin_reads_which_seat_is_empty_and_what_to_do()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Written);

        var mail = await MailAsync(site, new Effect.TellAdmins(Alert.SeatUnfilled, "legal"));

        Assert.Equal("root@studio.example", mail.ToAddress);
        Assert.Contains("Nobody can fill the seat Legal", mail.Subject, StringComparison.Ordinal);
        Assert.Contains($"https://approvals.example/manage/requests/{site.Id}", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notice_that_waits_alone_is_asked_about_by_its_own_link()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        await site.AskMoreAsync(Tier.Notify, "Mood boards");

        var mail = await MailAsync(site, new Effect.PutAsk(1));

        Assert.DoesNotContain("/review/notices", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notice_among_others_leads_to_all_of_them_too()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Notify, mail: Disclosure.Notice);
        await site.AskMoreAsync(Tier.Notify, "Mood boards");
        using var browser = site.Open();

        var mail = await MailAsync(site, new Effect.PutAsk(1));

        Assert.Contains("Take note of your 2 notices together:\r\nhttps://", mail.Text, StringComparison.Ordinal);
        Assert.Contains(">Take note of your 2 notices together</a>", mail.Html, StringComparison.Ordinal);
        var link = new Uri(mail.Text.Split("\r\n").Single(l => l.StartsWith("https://approvals.example/review/notices?t=", StringComparison.Ordinal)));
        var page = await browser.GetAsync(link.PathAndQuery);
        Assert.Contains("Mood boards", page.Html, StringComparison.Ordinal);
        Assert.Contains("Two lost lines", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_that_needs_judgement_is_asked_about_by_its_own_link()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Notify);
        await site.AskMoreAsync(Tier.Notify, "Mood boards");
        await site.AskMoreAsync(Tier.Review, "A judgement apart");

        Assert.DoesNotContain("/review/notices", (await MailAsync(site, new Effect.PutAsk(1))).Text, StringComparison.Ordinal);
    }

    private static Task<Delivery> DeliverAsync(ReviewSite site, Effect effect, int sequence = 9) =>
        DeliverAsync(site, KeyedEffect.For(site.Id, sequence, effect));

    private static async Task<Delivery> DeliverAsync(ReviewSite site, KeyedEffect effect) =>
        await site.Messenger.DeliverAsync(await site.StateAsync(), effect, Cancel);

    private static async Task<OutgoingMail> MailAsync(ReviewSite site, Effect effect, int sequence = 9)
    {
        await DeliverAsync(site, effect, sequence);
        return site.Mails.Sent[^1];
    }

    // Every mail of a request that is asked about, questioned, approved under a condition and recorded.
    private static async Task<IReadOnlyList<OutgoingMail>> LifeAsync(Tier tier, Disclosure mail)
    {
        await using var site = await ReviewSite.AskedAsync(tier, mail: mail);
        List<OutgoingMail> mails =
        [
            await MailAsync(site, new Effect.PutAsk(1)),
            await MailAsync(site, new Effect.Remind(1)),
            await MailAsync(site, new Effect.TellSubmitter(Notice.Received)),
            await MailAsync(site, new Effect.TellAdmins(Alert.Stalled, "Deciding")),
        ];
        await site.DecideAsync(Cast.Ada, new Decision(DecisionKind.AskForInformation, "Is the secret ending in it?", []));
        mails.Add(await MailAsync(site, new Effect.TellSubmitter(Notice.InformationNeeded)));
        mails.Add(await MailAsync(site, new Effect.TellSubmitter(Notice.InformationReminder)));
        await site.AnswerAsync("The secret ending is not in it.");
        await site.AssessAsync(tier);
        await site.DecideAsync(Cast.Ada, new Decision(DecisionKind.ApproveWithConditions, null, [new Condition("Never the secret ending")]));
        if (tier == Tier.Written)
            await site.DecideAsync(Cast.Bob, new Decision(DecisionKind.Approve, "The secret ending stays out.", []));
        mails.Add(await MailAsync(site, new Effect.TellSubmitter(Notice.Closed)));
        mails.Add(await MailAsync(site, new Effect.TellSubmitter(Notice.RecordReady)));
        return mails;
    }

    private static void AssertSilent(OutgoingMail mail, IReadOnlyList<string> guarded)
    {
        foreach (var word in guarded)
        {
            Assert.DoesNotContain(word, mail.Subject, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(word, mail.Text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(word, mail.Html, StringComparison.OrdinalIgnoreCase);
        }
    }
}
