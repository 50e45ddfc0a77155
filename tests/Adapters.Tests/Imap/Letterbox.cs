using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using MimeKit;
using Workflow.Adapters.Imap;
using Workflow.Adapters.Mail;
using Workflow.Core.Intake;

namespace Adapters.Tests.Imap;

/// <summary>An intake mailbox on a real server, with an intake that a test plays.</summary>
internal sealed class Letterbox : IAsyncDisposable
{
    public const string Address = "intake@studio.example";

    private readonly ImapSession _session;

    private Letterbox(MailServer server)
    {
        Server = server;
        var options = Options.Create(new ImapOptions
        {
            Host = "127.0.0.1",
            Port = server.Imap,
            Security = MailSecurity.None,
            User = Address,
            Password = MailServer.Password,
            TimeoutSeconds = 20,
        });
        _session = new ImapSession(options);
        Mailbox = new ImapMailbox(_session, options, TimeProvider.System);
        Run = new MailboxRun(Mailbox, TakeAsync, NullLogger<MailboxRun>.Instance);
    }

    public MailServer Server { get; }

    public ImapMailbox Mailbox { get; }

    public MailboxRun Run { get; }

    /// <summary>The subjects of what was taken in, in order.</summary>
    public List<string> Taken { get; } = [];

    /// <summary>What the intake makes of a subject; it may throw.</summary>
    public Func<string, MailIntakeResult> Fate { get; set; } = _ => new MailIntakeResult.Noted("noted");

    /// <summary>What else happens once a mail was taken in, before it is filed.</summary>
    public Func<Task> AfterTaking { get; set; } = () => Task.CompletedTask;

    public static async Task<Letterbox> OpenAsync() => new(await InstalledMailServer.StartAsync());

    /// <summary>How many bytes each of them had.</summary>
    public List<long> Lengths { get; } = [];

    public Task SendLargeAsync(string subject, string content) => SendToAsync(Address, content, subject);

    public Task SendAsync(params string[] subjects) => SendToAsync(Address, "What is intended.", subjects);

    public async Task SendToAsync(string to, string text, params string[] subjects)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync("127.0.0.1", Server.Smtp, SecureSocketOptions.None, TestContext.Current.CancellationToken);
        foreach (var subject in subjects)
        {
            using var mail = new MimeMessage { Subject = subject, Body = new TextPart("plain") { Text = text } };
            mail.From.Add(new MailboxAddress("Ana", "ana@crew.example"));
            mail.To.Add(new MailboxAddress("", to));
            await client.SendAsync(mail, TestContext.Current.CancellationToken);
        }

        await client.DisconnectAsync(quit: true, TestContext.Current.CancellationToken);
    }

    public int CountIn(string folder = "") => Server.FilesOf(Address, folder).Count;

    public async ValueTask DisposeAsync()
    {
        _session.Dispose();
        await Server.DisposeAsync();
    }

    private async Task<MailIntakeResult> TakeAsync(Stream raw, CancellationToken cancellationToken)
    {
        Lengths.Add(raw.Length);
        using var mail = await MimeMessage.LoadAsync(raw, cancellationToken);
        var result = Fate(mail.Subject!);
        Taken.Add(mail.Subject!);
        await AfterTaking();
        return result;
    }
}
