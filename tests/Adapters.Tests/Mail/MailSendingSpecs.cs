using System.Net;
using System.Net.Sockets;
using System.Text;
using Adapters.Tests.Graph;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using Workflow.Adapters.Mail;
using Workflow.Core.Ports;

namespace Adapters.Tests.Mail;

public sealed class MailSendingSpecs : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly string _folder = Directory.CreateTempSubdirectory("outbox").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Mail_says_the_same_in_text_and_html()
    {
        using var message = Build(Mail());

        Assert.Equal(("the text", "<p>the html</p>"), (message.TextBody?.Trim(), message.HtmlBody?.Trim()));
        Assert.Equal("GAI-1/3/ask-1@approvals.example", message.MessageId);
        Assert.Equal(["a@approvals.example", "b@approvals.example"], message.References);
        Assert.Equal("b@approvals.example", message.InReplyTo);
        Assert.Equal("auto-generated", message.Headers[HeaderId.AutoSubmitted]);
        Assert.Equal("fr", message.Headers["Content-Language"]);
        Assert.Equal(Now, message.Date);
    }

    [Theory]
    [InlineData("Hi\r\nBcc: all@studio.example")]
    [InlineData("Hi\nBcc: all@studio.example\n\n<p>body")]
    [InlineData("Hi\u2028Bcc: all@studio.example")]
    [InlineData("=?utf-8?q?Hi=0D=0ABcc:_all@studio.example?=")]
    public void Nothing_typed_can_become_a_header(string typed)
    {
        using var built = Build(Mail() with { Subject = typed, ToName = typed, Language = typed });
        var wire = new MemoryStream();
        built.WriteTo(wire, Ct);
        wire.Position = 0;
        using var message = MimeMessage.Load(wire, Ct);

        Assert.Equal("ana@studio.example", Assert.Single(message.GetRecipients()).Address);
        Assert.Empty(message.Bcc);
        Assert.DoesNotContain('\n', message.Subject!);
    }

    [Theory]
    [InlineData("ana@studio.example\r\nBcc: b@studio.example")]
    [InlineData("ana@studio.example, b@studio.example")]
    public void Mail_to_no_proper_address_is_not_built(string address) =>
        Assert.Throws<ArgumentException>(() => Build(Mail() with { ToAddress = address }));

    [Fact]
    public void Mail_of_no_proper_id_is_not_built() =>
        Assert.Throws<ArgumentException>(() => Build(Mail() with { MessageId = "1@a>\r\nBcc: <b@c.example" }));

    [Fact]
    public void Lines_are_short_enough_for_every_server()
    {
        using var message = Build(Mail() with { Html = $"<p>{new string('é', 50_000)}</p>", Subject = new string('é', 300) });
        var wire = new MemoryStream();
        message.WriteTo(wire, Ct);

        Assert.All(Encoding.Latin1.GetString(wire.ToArray()).Split('\n'), line => Assert.True(line.Length <= 998));
    }

    [Fact]
    public async Task Mail_sent_twice_is_one_file()
    {
        using var services = Services();
        var sender = services.GetRequiredService<IMailSender>();
        await sender.SendAsync(Mail(), Ct);
        await sender.SendAsync(Mail(), Ct);
        await sender.SendAsync(Mail() with { MessageId = "GAI_1/3/ask-1@approvals.example" }, Ct);

        Assert.Equal(2, Directory.GetFiles(_folder).Length);
        Assert.All(Directory.GetFiles(_folder), path => Assert.EndsWith(".eml", path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mailbox_shows_what_was_written()
    {
        using var services = Services();
        await services.GetRequiredService<IMailSender>().SendAsync(Mail(), Ct);
        var mailbox = services.GetRequiredService<IDevMailbox>();

        var head = Assert.Single(await mailbox.ListAsync(Ct));
        Assert.Equal((Now, "ana@studio.example", "Posters – à voir"), (head.At, head.To, head.Subject));
        var mail = await mailbox.ReadAsync(head.Id, Ct);
        Assert.Equal(("<p>the html</p>", "the text"), (mail!.Html.Trim(), mail.Text.Trim()));
        Assert.Contains(mail.Headers, h => h.Key == "Auto-Submitted");
    }

    [Theory]
    [InlineData("../outbox")]
    [InlineData("..")]
    [InlineData("nothing")]
    [InlineData("")]
    public async Task Mailbox_reads_nothing_else(string id)
    {
        using var services = Services();
        Assert.Null(await services.GetRequiredService<IDevMailbox>().ReadAsync(id, Ct));
    }

    [Fact]
    public async Task Mailbox_of_a_folder_not_yet_made_is_empty()
    {
        using var services = Services(folder: Path.Combine(_folder, "later"));
        Assert.Empty(await services.GetRequiredService<IDevMailbox>().ListAsync(Ct));
    }

    [Fact]
    public async Task Mail_is_handed_to_the_configured_server()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var talk = ReceiveAsync(server, accept: true);
        using var services = Services(SmtpTo(server));

        await services.GetRequiredService<IMailSender>().SendAsync(Mail(), Ct);

        var heard = await talk;
        Assert.Contains("RCPT TO:<ana@studio.example>", heard, StringComparison.Ordinal);
        Assert.Contains("Message-Id: <GAI-1/3/ask-1@approvals.example>", heard, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Mail_that_the_server_does_not_take_throws()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var talk = ReceiveAsync(server, accept: false);
        using var services = Services(SmtpTo(server));

        await Assert.ThrowsAsync<AddressRefusedException>(() => services.GetRequiredService<IMailSender>().SendAsync(Mail(), Ct));
        await talk;
    }

    [Theory]
    [InlineData("Mail:From", "nobody")]
    [InlineData("Mail:Receiver", " ")]
    [InlineData("Mail:Smtp:Port", "0")]
    [InlineData("Mail:Smtp:TimeoutSeconds", "0")]
    public void Wrong_setting_is_named(string setting, string value)
    {
        using var services = Services(new() { [setting] = value });
        var failure = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<MailOptions>>().Value);
        Assert.Contains(setting, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Password_never_travels_readably()
    {
        using var services = Services(new() { ["Mail:Smtp:User"] = "u", ["Mail:Smtp:Password"] = "p", ["Mail:Smtp:Security"] = "None" });
        var failure = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<MailOptions>>().Value);
        Assert.Contains("Mail:Smtp:Security", failure.Message, StringComparison.Ordinal);
    }

    private static MimeMessage Build(OutgoingMail mail)
    {
        var options = Options.Create(new MailOptions());
        using var signer = new MailSigner(options);
        return new OutgoingMime(options, signer, new FakeTimeProvider(Now)).Build(mail);
    }

    private static OutgoingMail Mail() => new(
        "GAI-1/3/ask-1@approvals.example", "Ana Roy", "ana@studio.example", "Posters – à voir", "<p>the html</p>", "the text",
        ["a@approvals.example", "b@approvals.example"], "fr");

    private static Dictionary<string, string?> SmtpTo(TcpListener server) => new()
    {
        ["Mail:Smtp:Host"] = "127.0.0.1",
        ["Mail:Smtp:Port"] = $"{((IPEndPoint)server.LocalEndpoint).Port}",
        ["Mail:Smtp:Security"] = "None",
    };

    private ServiceProvider Services(Dictionary<string, string?>? settings = null, string? folder = null) => new ServiceCollection()
        .AddLogging()
        .AddSingleton<IMailLog>(new MemoryMailLog())
        .AddSingleton<TimeProvider>(new FakeTimeProvider(Now))
        .AddMail(new ConfigurationBuilder().AddInMemoryCollection(settings ?? []).Build(), folder ?? _folder)
        .BuildServiceProvider();

    private static async Task<string> ReceiveAsync(TcpListener server, bool accept)
    {
        using var client = await server.AcceptTcpClientAsync(Ct);
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.Latin1) { AutoFlush = true, NewLine = "\r\n" };
        var heard = new StringBuilder();
        var inData = false;

        await writer.WriteLineAsync("220 here");
        while (await reader.ReadLineAsync(Ct) is { } line)
        {
            heard.AppendLine(line);
            if (inData && line != ".") continue;

            inData = line == "DATA";
            await writer.WriteLineAsync(line switch
            {
                "DATA" => "354 go on",
                "QUIT" => "221 bye",
                _ when line.StartsWith("RCPT", StringComparison.Ordinal) && !accept => "550 no",
                _ => "250 ok",
            });
            if (line == "QUIT") break;
        }

        return heard.ToString();
    }
}
