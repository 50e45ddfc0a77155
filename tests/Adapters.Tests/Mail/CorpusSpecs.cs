using Workflow.Core.Intake;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Adapters.Tests.Mail;

public class CorpusSpecs
{
    // What the issue demands, and what this corpus promises beyond it.
    private const string Traits =
        "outlook gmail apple thunderbird samsung k9 notes zimbra ticket-system phone web desktop "
        + "en fr es de pt it ko ja "
        + "reply forward header-block divider inline-answers disclaimer free-answers never-guessed contradiction wide-digits flowed delsp html alternative "
        + "tnef winmail nested-rfc822 nesting broken-boundary ten-thousand-recipients missing-headers charset wrong-charset iso-2022-jp gb18030 euc-kr shift_jis utf-7 "
        + "encoded-word files smime pgp hostile recipients "
        + "spoof quarantine folding duplicated-result display-name homoglyph punycode header-attack composite arc honest "
        + "bounce text-bounce delayed rfc822-headers postfix exim qmail sendmail exchange automatic out-of-office vacation sieve read-receipt feedback-report bulk program "
        + "loop list calendar refused";

    public static TheoryData<string> Mails => [.. Corpus.Names];

    [Theory]
    [MemberData(nameof(Mails))]
    public async Task Mail_is_understood_as_expected(string name)
    {
        var described = Corpus.Describe(name, await Corpus.ReadAsync(name));
        if (!Corpus.IsWriting) Assert.Equal(Corpus.Text(Corpus.Expected[name]!), Corpus.Text(described));
    }

    [Theory]
    [MemberData(nameof(Mails))]
    public async Task Mail_that_is_read_makes_a_declaration(string name)
    {
        if (await Corpus.ReadAsync(name) is not MailReading.Read { Mail: var mail }) return;

        Assert.Empty(DeclarationReader.Read(MailDraft.Of(mail, MailSamples.Productions), complete: false).Problems);
    }

    [Fact]
    public async Task Expectations_are_about_these_mails_and_no_others()
    {
        if (Corpus.IsWriting) await Corpus.WriteAsync();

        Assert.Equal(Corpus.Names, Corpus.Expected.Select(p => p.Key));
    }

    [Fact]
    public void Corpus_holds_enough_mails_of_every_kind()
    {
        Assert.True(Corpus.Names.Count >= 150, $"{Corpus.Names.Count} mails");
        Assert.Empty(Traits.Split(' ').Except(Corpus.Names.SelectMany(Corpus.TraitsOf)));
    }

    [Fact]
    public void Mails_are_small() => Assert.DoesNotContain(
        Corpus.Names, name => name != "recipients-ten-thousand" && new FileInfo(Path.Combine(Corpus.Folder, name + ".eml")).Length > 40_000);

    [Fact]
    public void Every_language_has_letters_replies_and_forwards() => Assert.All("en fr es de pt it ko ja".Split(' '), language => Assert.All(
        (string[])["reply", "forward", "disclaimer"],
        kind => Assert.Contains(Corpus.Names, name => Corpus.TraitsOf(name) is var traits && traits.Contains(language) && traits.Contains(kind))));
}
