using LocalHost.Serving;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Workflow.Core.Ports;

namespace LocalHost.Tests.Intake;

/// <summary>The whole server over a plain mail server: declared by mail, answered by mail.</summary>
public sealed class MailboxSpecs : IDisposable
{
    private const string Intake = "ai-use@streamer.example";
    private const string Submitter = "maya.okonjo@tidewater-art.example";

    private readonly string _data = Directory.CreateTempSubdirectory("mailbox").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task Declaration_by_mail_becomes_one_request_and_its_sender_gets_a_mail_with_the_number()
    {
        await using var mail = await InstalledMailServer.StartAsync();
        await using var app = await StartAsync(mail);

        await SendAsync(mail, Sample("01-notify-moodboard.eml"), Sample("01-notify-moodboard.eml"));
        await WhenAsync(() => mail.FilesOf(Intake, "Processed").Count == 2);

        var request = Assert.Single((await app.Services.GetRequiredService<ISummaries>().ListAsync(new SummaryQuery(), 10, null, Ct)).Items);
        await WhenAsync(() => mail.FilesOf(Submitter).Count > 0);
        using var answer = await MimeMessage.LoadAsync(mail.FilesOf(Submitter)[0], Ct);
        Assert.Contains($"{request.Id}", answer.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_whose_sender_is_not_proven_and_mail_that_says_nothing_are_put_apart()
    {
        await using var mail = await InstalledMailServer.StartAsync();
        await using var app = await StartAsync(mail);

        await SendAsync(mail, Sample("18-quarantined-spoof.eml"), "From: maya@crew.example\r\nMessage-ID: <empty@crew.example>\r\n\r\n"u8.ToArray());

        await WhenAsync(() => mail.FilesOf(Intake, "Quarantine").Count == 1 && mail.FilesOf(Intake, "Rejected").Count == 1);
        Assert.Single(await app.Services.GetRequiredService<IQuarantine>().ListAsync(Ct));
    }

    [Fact]
    public async Task Mail_server_that_is_away_for_a_while_costs_no_mail()
    {
        await using var mail = await InstalledMailServer.StartAsync();
        await using var app = await StartAsync(mail);
        await SendAsync(mail, Sample("01-notify-moodboard.eml"));
        await WhenAsync(() => mail.FilesOf(Intake, "Processed").Count == 1);

        await mail.KillImapAsync(Ct);
        await SendAsync(mail, Sample("03-notify-ambiances-html.eml"));
        await mail.StartImapAsync(Ct);

        await WhenAsync(() => mail.FilesOf(Intake, "Processed").Count == 2);
    }

    private async Task<WebApplication> StartAsync(MailServer mail)
    {
        var address = $"http://127.0.0.1:{FreePort.Find()}";
        var app = LocalServer.Build(new Dictionary<string, string?>
        {
            ["Urls"] = address,
            ["Site:BaseUrl"] = address,
            ["Storage:Path"] = _data,
            ["Mail:From"] = $"Approvals <{Intake}>",
            ["Mail:Receiver"] = "mx.streamer.example",
            ["Mail:Smtp:Host"] = "127.0.0.1",
            ["Mail:Smtp:Port"] = $"{mail.Smtp}",
            ["Mail:Smtp:Security"] = "None",
            ["Mail:Imap:Host"] = "127.0.0.1",
            ["Mail:Imap:Port"] = $"{mail.Imap}",
            ["Mail:Imap:Security"] = "None",
            ["Mail:Imap:User"] = Intake,
            ["Mail:Imap:Password"] = MailServer.Password,
            ["Mail:Imap:Every"] = "00:00:02",
            ["Logging:LogLevel:Default"] = "None",
        });
        await app.StartAsync(Ct);
        return app;
    }

    // As it came, byte by byte: the results of the receiving server stand in it already.
    private static async Task SendAsync(MailServer server, params byte[][] mails)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync("127.0.0.1", server.Smtp, SecureSocketOptions.None, Ct);
        foreach (var mail in mails)
        {
            using var message = await MimeMessage.LoadAsync(new MemoryStream(mail), Ct);
            await client.SendAsync(Wire, message, MailboxAddress.Parse(Submitter), [MailboxAddress.Parse(Intake)], Ct);
        }

        await client.DisconnectAsync(quit: true, Ct);
    }

    private static FormatOptions Wire { get; } = FormatOptions.Default;

    private static byte[] Sample(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", name));

    private static async Task WhenAsync(Func<bool> so)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        while (!so())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, limit.Token);
        }
    }
}
