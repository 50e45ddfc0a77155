using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging.Abstractions;
using Web.Tests.House;
using Web.Tests.Languages;
using Web.Tests.Review;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Policies;
using Workflow.Core.Ports;
using Workflow.Web.Digests;
using Workflow.Web.Languages;

namespace Web.Tests.Digests;

/// <summary>Who gets which digest when, and what it says, to the letter: the files in <c>Mails/</c>.</summary>
public sealed partial class DigestSpecs
{
    // Ada works from nine in Paris, and the office of the tests from nine in UTC; Cast.Monday is ten in Paris.
    private static readonly TimeSpan TuesdayMorning = TimeSpan.FromHours(23.5);
    private static readonly TimeSpan NextMonday = TimeSpan.FromDays(7);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Approver_gets_one_as_the_working_day_begins_while_something_waits()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        site.Clock.Advance(TuesdayMorning);

        await Mailing(site).SendAsync(Cancel);

        var mail = Assert.Single(site.Mails.Sent);
        Assert.Equal("ada@studio.example", mail.ToAddress);
        Assert.Contains($"{site.Id}", mail.Text, StringComparison.Ordinal);
        Assert.NotNull(mail.Unsubscribe);
    }

    [Theory]
    [InlineData(22.5)] // half past eight in Paris
    [InlineData(29)] // the afternoon
    [InlineData(5 * 24)] // Saturday
    public async Task Nobody_gets_one_at_another_time(double hours)
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        site.Clock.Advance(TimeSpan.FromHours(hours));

        Assert.Equal(0, await Mailing(site).SendAsync(Cancel));
    }

    [Fact]
    public async Task Approver_who_has_decided_gets_none()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        await site.DecideAsync(Cast.Ada, new Decision(DecisionKind.Approve, null, []));
        site.Clock.Advance(TuesdayMorning);

        Assert.Equal(0, await Mailing(site).SendAsync(Cancel));
    }

    [Fact]
    public async Task Same_digest_has_the_same_message_id_and_once_handed_over_is_not_sent_again()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        site.Clock.Advance(TuesdayMorning);
        var log = new MemoryMailLog();
        await Mailing(site, log).SendAsync(Cancel);
        var sent = site.Mails.Sent.Single();

        await log.NoteAsync(new SentMail(sent.MessageId, null, null, sent.ToAddress, site.Clock.GetUtcNow(), null, Handed: true), Cancel);
        site.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, await Mailing(site, log).SendAsync(Cancel));

        Assert.Equal(1, await Mailing(site, new MemoryMailLog()).SendAsync(Cancel));
        Assert.Equal(sent.MessageId, site.Mails.Sent[^1].MessageId);
    }

    [Fact]
    public async Task Who_switched_digests_off_gets_none()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        site.Clock.Advance(TuesdayMorning);

        Assert.Equal(0, await Mailing(site, choices: new MemoryDigestChoices { Off = { "ada@studio.example" } }).SendAsync(Cancel));
    }

    [Fact]
    public async Task Mail_server_that_is_down_is_tried_again_in_the_next_run()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review);
        site.Clock.Advance(TuesdayMorning);
        site.Mails.IsDown = true;
        Assert.Equal(0, await Mailing(site).SendAsync(Cancel));

        site.Mails.IsDown = false;
        site.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await Mailing(site).SendAsync(Cancel));
    }

    [Fact]
    public async Task What_needs_written_approval_is_named_by_its_number_alone()
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Written, mail: Disclosure.Full);
        site.Clock.Advance(TuesdayMorning);

        await Mailing(site).SendAsync(Cancel);

        var mail = site.Mails.Sent.First(m => m.ToAddress == "ada@studio.example");
        Assert.Contains($"{site.Id}", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Two lost lines", mail.Text + mail.Html + mail.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("Lantern", mail.Text + mail.Html + mail.Subject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Daily_digest_says_what_waits_in_the_readers_language(string language)
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review, language: language);
        await site.AskMoreAsync(Tier.Review, language == "fr" ? "Planches d’ambiance" : "Mood boards");
        site.Clock.Advance(TuesdayMorning);

        await Mailing(site).SendAsync(Cancel);

        await AssertGoldenAsync(language, "daily", site.Mails.Sent.Single(m => m.ToAddress == "ada@studio.example"));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Weekly_digest_tells_the_submitter_where_everything_stands(string language)
    {
        await using var site = await ReviewSite.AskedAsync(Tier.Review, language: language);
        await site.DecideAsync(Cast.Ada, new Decision(DecisionKind.AskForInformation, language == "fr" ? "Qui a donné son accord ?" : "Who has agreed?", []));
        await site.AskMoreAsync(Tier.Review, language == "fr" ? "Planches d’ambiance" : "Mood boards");
        site.Clock.Advance(NextMonday);

        await Mailing(site).SendAsync(Cancel);

        await AssertGoldenAsync(language, "weekly", site.Mails.Sent.Single(m => m.ToAddress == "sam@crew.example"));
    }

    private static DigestMailing Mailing(ReviewSite site, MemoryMailLog? log = null, MemoryDigestChoices? choices = null) => new(
        site.Service<DigestRound>(), site.Service<DigestPost>(), choices ?? new(), log ?? new(), site.Clock, NullLogger<DigestMailing>.Instance);

    private static async Task AssertGoldenAsync(string language, string name, OutgoingMail mail)
    {
        if (InstalledLanguages.Find(language) is { Tag: "fr" } french)
        {
            Foreign.AssertWords(mail.Subject + "\n" + mail.Text, french, name);
            await Foreign.AssertPageAsync(mail.Html, french, name);
        }

        var actual = Drawn().Replace($"{mail.Subject}\n\n{mail.Text}".ReplaceLineEndings("\n"), m => m.Value[0] == 't' ? "t=…" : "GAI-7K3M-Q2XF");
        var file = Path.Combine(AppContext.BaseDirectory, "Digests", "Mails", $"{name}.{language}.txt");
        var expected = File.Exists(file) ? (await File.ReadAllTextAsync(file, Cancel)).ReplaceLineEndings("\n") : "";
        Assert.True(expected == actual, $"Digests/Mails/{name}.{language}.txt should be, once somebody has read it:\n<<<\n{actual}>>>");
    }

    // Ids and tokens are drawn anew each time.
    [GeneratedRegex(@"GAI-[0-9A-Z]{4}-[0-9A-Z]{4}|t=[\w-]+")]
    private static partial Regex Drawn();
}
