using System.IO.Compression;
using System.Text;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Adapters.Tests.Mail;

public class MimeMailReaderSpecs
{
    private const string Plain = "Subject: Posters\nContent-Type: text/plain; charset=utf-8";

    [Fact]
    public async Task Mail_is_read_free_of_mime()
    {
        var mail = await MailSamples.MailAsync("Message-ID: <1@studio.example>\nSubject: =?utf-8?q?Caf=C3=A9?=\nContent-Type: text/plain; charset=utf-8", "Été\n");

        Assert.Equal(("1@studio.example", "Ana Roy", "ana@studio.example", "Café", "Été"), (mail.MessageId, mail.SenderName, mail.SenderAddress, mail.Subject, mail.Text));
        Assert.True(mail.Sender.Passed);
        Assert.Empty(mail.Files);
    }

    [Theory]
    [InlineData("windows-1252", "4oCcRXTDqeKAnQ==")]
    [InlineData("iso-8859-15", "RXTpIKQ=")]
    [InlineData("shift_jis", "ibqJyQ==")]
    [InlineData("utf-7", "K0FPay0=")]
    [InlineData("no-such-charset", "RXTp")]
    public async Task Any_charset_is_read(string charset, string base64) => Assert.NotEqual("", (await MailSamples.MailAsync(
        $"Subject: x\nContent-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: base64", base64)).Text);

    [Fact]
    public async Task Euro_sign_of_latin_9_is_one() => Assert.Equal("Eté €", (await MailSamples.MailAsync(
        "Subject: x\nContent-Type: text/plain; charset=iso-8859-15\nContent-Transfer-Encoding: base64", "RXTpIKQ=")).Text);

    [Fact]
    public async Task Flowed_lines_are_joined() => Assert.Equal("one two", (await MailSamples.MailAsync(
        "Subject: x\nContent-Type: text/plain; format=flowed", "one \ntwo\n")).Text);

    [Theory]
    [InlineData("We want to paint a harbour.", "<p>We want to paint a <b>harbour</b>.</p>", "We want to paint a harbour.")]
    [InlineData("View online.", "<p>We want to paint a harbour at dusk, and then another one in the rain.</p>", "We want to paint a harbour at dusk, and then another one in the rain.")]
    [InlineData(" ", "<p>Harbour</p>", "Harbour")]
    [InlineData("Harbour", "<p></p>", "Harbour")]
    public async Task Alternative_that_says_more_is_read(string plain, string html, string text) => Assert.Equal(text, (await MailSamples.MailAsync(
        "Subject: x\nContent-Type: multipart/alternative; boundary=b",
        $"--b\nContent-Type: text/plain\n\n{plain}\n--b\nContent-Type: text/html\n\n{html}\n--b--\n")).Text);

    [Fact]
    public async Task File_within_an_alternative_is_kept()
    {
        var mail = await MailSamples.MailAsync(
            "Subject: x\nContent-Type: multipart/alternative; boundary=b",
            "--b\nContent-Type: text/plain\n\nHarbour\n--b\nContent-Type: multipart/mixed; boundary=c\n\n"
            + "--c\nContent-Type: text/html\n\n<p>Harbour</p>\n--c\nContent-Type: application/pdf; name=a.pdf\n\n%PDF\n--c--\n--b--\n");

        Assert.Equal("Harbour", mail.Text);
        Assert.Equal("a.pdf", Assert.Single(mail.Files).Name);
    }

    [Fact]
    public async Task Forwarded_mail_is_kept_as_a_file_and_read_below_the_text()
    {
        var mail = await MailSamples.MailAsync(
            "Subject: x\nContent-Type: multipart/mixed; boundary=b",
            "--b\nContent-Type: text/plain\n\nSee below\n--b\nContent-Type: message/rfc822\n\nSubject: inner\n\nP1: yes\n--b--\n");

        Assert.Equal("See below\n\n---------- Forwarded message ----------\nSubject: inner\n\nP1: yes", mail.Text);
        Assert.Equal(("attachment-1.eml", "message/rfc822"), Assert.Single(mail.Files) switch { var f => (f.Name, f.MediaType) });
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\temp\\a.pdf", "a.pdf")]
    [InlineData("a\u202efdp.exe", "afdp.exe")]
    [InlineData("..", "attachment-1")]
    [InlineData("a<script>.png", "ascript.png")]
    public async Task File_name_is_one_harmless_line(string declared, string name) => Assert.Equal(name, Assert.Single((await MailSamples.MailAsync(
        "Subject: x\nContent-Type: multipart/mixed; boundary=b",
        $"--b\nContent-Type: image/png\nContent-Disposition: attachment; filename*=utf-8''{Uri.EscapeDataString(declared)}\n\nx\n--b--\n")).Files).Name);

    [Fact]
    public async Task Zip_bomb_is_kept_as_it_came()
    {
        var bomb = new MemoryStream();
        using (var zip = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        await using (var entry = zip.CreateEntry("zeros", CompressionLevel.Fastest).Open())
        {
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 64; i++) entry.Write(zeros);
        }

        var mail = await MailSamples.MailAsync(
            "Subject: x\nContent-Type: multipart/mixed; boundary=b",
            $"--b\nContent-Type: application/zip; name=bomb.zip\nContent-Transfer-Encoding: base64\n\n{Convert.ToBase64String(bomb.ToArray(), Base64FormattingOptions.InsertLineBreaks)}\n--b--\n");

        Assert.Equal(bomb.ToArray(), Assert.Single(mail.Files).Content.ToArray());
    }

    [Fact]
    public async Task Person_who_says_so_is_no_machine() =>
        Assert.IsType<MailReading.Read>(await MailSamples.ReadAsync("Auto-Submitted: no\nReturn-Path: <ana@studio.example>\nSubject: x", "text"));

    [Theory]
    [InlineData("")]
    [InlineData("From: \n")]
    [InlineData("From: Ana\n")]
    [InlineData("From: ana@studio.example, ben@studio.example\n")]
    [InlineData("From: Team: ana@studio.example;\n")]
    [InlineData("From: ana@studio.example\nFrom: ben@studio.example\n")]
    [InlineData("From: ana@studio.example <ben@studio.example>\n")]
    [InlineData("From: \"Ana\" <ana@studio.example> <ben@studio.example>\n")]
    [InlineData("From: <ana@localhost>\n")]
    public async Task Mail_without_exactly_one_author_is_refused(string from) =>
        Assert.IsType<MailReading.Refused>(await MailSamples.ReadAsync("Subject: x", "text", from));

    [Theory]
    [InlineData("From: Zoë Bàrd <zoe@studio.example>\n", "Zoë Bàrd")]
    [InlineData("From: =?utf-8?q?Zo=C3=AB?= <zoe@studio.example>\n", "Zoë")]
    [InlineData("From: \"Bàrd, Zoë\" <zoe@studio.example>\n", "Bàrd, Zoë")]
    [InlineData("From: zoe@studio.example\n", "zoe@studio.example")]
    [InlineData("From: =?utf-8?q?=E2=80=AEeoZ=0D=0ABcc=3A_x?= <zoe@studio.example>\n", "eoZ Bcc: x")]
    public async Task Name_of_the_author_is_one_clean_line(string from, string name) =>
        Assert.Equal(name, Assert.IsType<MailReading.Read>(await MailSamples.ReadAsync("Subject: x", "text", from)).Mail.SenderName);

    [Fact]
    public async Task Subject_cannot_smuggle_headers() => Assert.Equal("HiBcc: all@studio.example", (await MailSamples.MailAsync(
        "Subject: =?utf-8?q?Hi=0D=0ABcc:_all@studio.example?=", "text")).Subject);

    [Fact]
    public async Task Mail_that_says_nothing_is_refused() => await RefusedAsync("Subject: \nContent-Type: text/plain", " \n\u200b");

    [Fact]
    public async Task Mail_nested_too_deep_is_refused()
    {
        foreach (var depth in new[] { 21, 500, 5_000 })
        {
            var body = string.Concat(Enumerable.Range(1, depth - 1).Select(i => $"--b{i - 1}\nContent-Type: multipart/mixed; boundary=b{i}\n\n"));
            var reading = Assert.IsType<MailReading.Refused>(await MailSamples.ReadAsync("Subject: x\nContent-Type: multipart/mixed; boundary=b0", body));
            Assert.Contains("nested deeper than 20", reading.Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Mails_forwarded_in_mails_too_often_are_refused() =>
        await RefusedAsync("Subject: x\nContent-Type: message/rfc822", string.Concat(Enumerable.Repeat("Subject: x\nContent-Type: message/rfc822\n\n", 300)));

    [Fact]
    public async Task Mail_of_countless_parts_is_refused() => await RefusedAsync(
        "Subject: x\nContent-Type: multipart/mixed; boundary=b", string.Concat(Enumerable.Repeat("--b\n\nx\n", 200_000)));

    [Fact]
    public async Task Mail_of_countless_headers_is_refused() =>
        await RefusedAsync("Subject: x\n" + string.Concat(Enumerable.Repeat("X: y\n", 100_000)) + "Y: z", "text");

    [Fact]
    public async Task Ten_thousand_receivers_do_no_harm() => Assert.Equal("text", (await MailSamples.MailAsync(
        $"{Plain}\nTo: {string.Join(",\n ", Enumerable.Range(0, 10_000).Select(i => $"p{i}@studio.example"))}", "text")).Text);

    [Fact]
    public async Task Too_many_files_are_refused() => await RefusedAsync(
        "Subject: x\nContent-Type: multipart/mixed; boundary=b",
        string.Concat(Enumerable.Repeat("--b\nContent-Type: image/png\n\nx\n", DeclarationLimits.Attachments + 1)) + "--b--");

    [Fact]
    public async Task Too_large_files_are_refused() => await RefusedAsync(
        "Subject: x\nContent-Type: multipart/mixed; boundary=b",
        $"--b\nContent-Type: image/png\n\n{new string('x', (int)DeclarationLimits.AttachmentBytes + 10)}\n--b--");

    [Theory]
    [InlineData("")]
    [InlineData("no header at all")]
    [InlineData("{\"title\":\"x\"}")]
    public async Task What_is_no_mail_is_refused(string raw) => Assert.IsType<MailReading.Refused>(await MailSamples.ReadAsync(Encoding.UTF8.GetBytes(raw)));

    private static async Task RefusedAsync(string headers, string body)
    {
        var refused = Assert.IsType<MailReading.Refused>(await MailSamples.ReadAsync(headers, body));
        Assert.NotEqual("", refused.Remedy);
    }
}
