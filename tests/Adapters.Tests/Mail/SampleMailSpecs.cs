using System.Text.Json;
using CsCheck;
using Workflow.Core.Intake;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Adapters.Tests.Mail;

public class SampleMailSpecs
{
    private static readonly string[] Missed = ["incomplete"];

    public static TheoryData<string> Mails => [.. MailSamples.Names];

    public static TheoryData<string> Forms => [.. Directory.EnumerateFiles(MailSamples.Folder, "*.json").Select(p => Path.GetFileName(p))];

    [Theory]
    [MemberData(nameof(Mails))]
    public async Task Mail_becomes_what_its_name_says(string name)
    {
        var reading = await MailSamples.ReadAsync(MailSamples.Bytes(name));
        var fate = name.Split('-')[1];
        if (fate == "noted")
        {
            Assert.IsType<MailReading.Automatic>(reading);
            return;
        }

        if (fate == "refused")
        {
            Assert.IsNotType<MailReading.Read>(reading);
            return;
        }

        var mail = Assert.IsType<MailReading.Read>(reading).Mail;
        Assert.Equal(fate != "quarantined", mail.Sender.Passed);

        var read = DeclarationReader.Read(MailDraft.Of(mail, MailSamples.Productions), complete: false);
        Assert.Empty(read.Problems);
        Assert.Equal(Missed.Contains(fate), read.Declaration!.Missing().Count > 0);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Form_becomes_what_its_name_says(string name)
    {
        var draft = JsonSerializer.Deserialize<DeclarationDraft>(MailSamples.Bytes(name), JsonSerializerOptions.Web)!;
        var reading = DeclarationReader.Read(draft, complete: true);

        Assert.Equal(name.Contains("refused", StringComparison.Ordinal) ? 8 : 0, reading.Problems.Count);
    }

    [Fact]
    public async Task Html_mail_in_an_old_charset_is_understood()
    {
        var declaration = await DeclaredAsync("03-notify-ambiances-html.eml");

        Assert.Equal("Les Marées Noires", declaration.Production);
        Assert.Equal(new Tool("Pinceau Pro", "Atelier Numérique", "Entreprise"), Assert.Single(declaration.Tools));
        Assert.Equal(new PrincipleAnswers(Answer.Yes, Answer.Yes, Answer.Yes, Answer.Yes, Answer.Yes), declaration.Principles);
        Assert.DoesNotContain("téléphone", declaration.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_of_the_quoted_mail_are_not_the_senders()
    {
        var declaration = await DeclaredAsync("13-review-information-crowd.eml");

        Assert.Equal((Answer.Yes, Answer.Yes, Answer.Unsure), (declaration.Principles.P1, declaration.Principles.P2, declaration.Principles.P3));
        Assert.DoesNotContain("Hi Maya", declaration.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hedged_answers_stay_open()
    {
        var declaration = await DeclaredAsync("17-incomplete-wild-tracks.eml");

        Assert.Equal(["production", "use", "finalDeliverable", "p2", "p3", "p4", "p5"], declaration.Missing());
        Assert.Contains("Production: Lantern Coast (season 2)", declaration.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Consent_comes_with_the_mail()
    {
        var mail = Assert.IsType<MailReading.Read>(await MailSamples.ReadAsync(MailSamples.Bytes("08-written-approved-rajeunissement.eml"))).Mail;

        Assert.Equal(("accord-adele-roussel.pdf", "application/pdf"), Assert.Single(mail.Files) switch { var f => (f.Name, f.MediaType) });
        Assert.Equal("%PDF"u8.ToArray(), mail.Files[0].Content[..4].ToArray());
    }

    [Fact]
    public async Task Mutated_mail_never_makes_the_reader_throw()
    {
        var samples = MailSamples.Names.Select(MailSamples.Bytes).ToArray();
        var mutation = Gen.Select(Gen.Int[0, samples.Length - 1], Gen.Select(Gen.Double.Unit, Gen.Int[0, 5], Gen.Byte).Array[1, 30]);

        await mutation.SampleAsync(async (which, edits) =>
        {
            var bytes = new List<byte>(samples[which]);
            foreach (var (where, how, what) in edits) Edit(bytes, (int)(where * (bytes.Count - 1)), how, what);

            if (await MailSamples.ReadAsync([.. bytes]) is MailReading.Read { Mail: var mail })
            {
                DeclarationReader.Read(MailDraft.Of(mail, MailSamples.Productions), complete: false);
            }
        }, iter: 3_000);
    }

    private static void Edit(List<byte> bytes, int at, int how, byte what)
    {
        var length = Math.Min(what, bytes.Count - at);
        switch (how)
        {
            case 0: bytes[at] = what; break;
            case 1: bytes.Insert(at, what); break;
            case 2: bytes.RemoveRange(at, Math.Min(length, bytes.Count - 1)); break;
            case 3: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
            case 4: bytes.InsertRange(at, "\r\n--=_part-07-0\r\nContent-Type: message/rfc822\r\n\r\n"u8); break;
            default: bytes.InsertRange(at, "=?utf-7?b?K0FP?= \"<(@;:,\\"u8); break;
        }
    }

    private static async Task<Declaration> DeclaredAsync(string name)
    {
        var mail = Assert.IsType<MailReading.Read>(await MailSamples.ReadAsync(MailSamples.Bytes(name))).Mail;
        return DeclarationReader.Read(MailDraft.Of(mail, MailSamples.Productions), complete: false).Declaration!;
    }
}
