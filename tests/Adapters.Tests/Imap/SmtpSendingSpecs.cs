using Adapters.Tests.Graph;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Workflow.Adapters.Mail;
using Workflow.Core.Approval;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Adapters.Tests.Imap;

/// <summary>Sending through a real SMTP server into mailboxes that a real IMAP server shows.</summary>
public sealed class SmtpSendingSpecs
{
    private const string Reader = "ada@studio.example";

    private static readonly OutgoingMail Mail = new(
        "ask-1@approvals.example", "Ada", Reader, "Please decide", "<p>html</p>", "text", ["thread@approvals.example"], "en")
    {
        Request = RequestId.ForIntake("x", 0),
        Effect = new EffectKey("GAI/1/ask-1"),
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mail_arrives_with_its_id_and_thread()
    {
        await using var server = await InstalledMailServer.StartAsync();

        await Sender(server).SendAsync(Mail, Cancel);

        using var arrived = await MimeMessage.LoadAsync(server.FilesOf(Reader).Single(), Cancel);
        Assert.Equal((Mail.MessageId, "thread@approvals.example", "Please decide"), (arrived.MessageId, arrived.References.Single(), arrived.Subject));
    }

    [Fact]
    public async Task Same_message_id_leaves_once_and_the_log_says_what_it_was_about()
    {
        await using var server = await InstalledMailServer.StartAsync();
        var log = new MemoryMailLog();

        await Sender(server, log).SendAsync(Mail, Cancel);
        await Sender(server, log).SendAsync(Mail, Cancel);

        Assert.Single(server.FilesOf(Reader));
        var entry = await log.FindAsync(Mail.MessageId, Cancel);
        Assert.Equal((Mail.Request, Mail.Effect, Reader, true), (entry?.Request, entry?.Effect, entry?.To, entry?.Handed));
    }

    [Fact]
    public async Task Mail_that_the_server_refuses_counts_as_not_handed_over_and_may_be_tried_again()
    {
        await using var server = await InstalledMailServer.StartAsync();
        var log = new MemoryMailLog();

        await Assert.ThrowsAsync<AddressRefusedException>(() => Sender(server, log).SendAsync(Mail with { ToAddress = "unknown@studio.example" }, Cancel));
        Assert.False((await log.FindAsync(Mail.MessageId, Cancel))?.Handed);

        await Sender(server, log).SendAsync(Mail, Cancel);
        Assert.Single(server.FilesOf(Reader));
    }

    [Fact]
    public async Task Mail_that_comes_back_later_is_read_as_a_bounce_of_that_mail()
    {
        await using var server = await InstalledMailServer.StartAsync();
        await Sender(server).SendAsync(Mail with { ToAddress = "later-bounce@studio.example" }, Cancel);

        await using var raw = File.OpenRead(server.FilesOf("approvals@approvals.example").Single());
        var reading = await Services(server, new MemoryMailLog()).GetRequiredService<IMailReader>().ReadAsync(raw, Cancel);

        var report = Assert.IsType<MailReading.Bounced>(reading).Report;
        Assert.Contains(Mail.MessageId, report.MessageIds);
        Assert.True(report.IsFailure);
    }

    private static IMailSender Sender(MailServer server, MemoryMailLog? log = null) =>
        Services(server, log ?? new MemoryMailLog()).GetRequiredService<IMailSender>();

    private static ServiceProvider Services(MailServer server, MemoryMailLog log)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Mail:Smtp:Host"] = "127.0.0.1",
            ["Mail:Smtp:Port"] = $"{server.Smtp}",
            ["Mail:Smtp:Security"] = "None",
        }).Build();
        return new ServiceCollection().AddLogging().AddSingleton<IMailLog>(log).AddMail(configuration, "unused").BuildServiceProvider();
    }
}
