using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Data.Sqlite;
using MimeKit;

namespace EndToEnd.Crash;

/// <summary>A mail is taken in and filed in two steps that no transaction joins. Kill the server between them.</summary>
public sealed class MailKillSpecs : IDisposable
{
    private const string Intake = "ai-use@streamer.example";
    private const string Submitter = "maya.okonjo@tidewater-art.example";

    private readonly string _data = Directory.CreateTempSubdirectory("approvals-mail-kill-").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task Server_killed_between_taking_a_mail_in_and_filing_it_makes_one_request_of_it()
    {
        await using var mail = await InstalledMailServer.StartAsync();
        await SendAsync(mail);
        await using (var proxy = new HoldingProxy(mail.Imap, "UID MOVE"))
        using (var server = await ServerProcess.StartAsync(_data, Settings(mail, proxy.Port), Ct))
        {
            await proxy.Held.WaitAsync(TimeSpan.FromMinutes(2), TimeProvider.System, Ct);
            server.Kill();
        }

        var taken = Assert.Single(Requests());
        Assert.Single(mail.FilesOf(Intake));

        using var again = await ServerProcess.StartAsync(_data, Settings(mail, mail.Imap), Ct);
        await WhenFiledAsync(mail);

        Assert.Equal(taken, Assert.Single(Requests()));
        Assert.Empty(mail.FilesOf(Intake));
    }

    private static Dictionary<string, string> Settings(MailServer mail, int imap) => new()
    {
        ["Mail__From"] = $"Approvals <{Intake}>",
        ["Mail__Receiver"] = "mx.streamer.example",
        ["Mail__Smtp__Host"] = "127.0.0.1",
        ["Mail__Smtp__Port"] = $"{mail.Smtp}",
        ["Mail__Smtp__Security"] = "None",
        ["Mail__Imap__Host"] = "127.0.0.1",
        ["Mail__Imap__Port"] = $"{imap}",
        ["Mail__Imap__Security"] = "None",
        ["Mail__Imap__User"] = Intake,
        ["Mail__Imap__Password"] = MailServer.Password,
        ["Mail__Imap__Every"] = "00:00:02",
        ["Logging__LogLevel__Default"] = "Warning",
    };

    // The results of the receiving server stand in it already.
    private static async Task SendAsync(MailServer server)
    {
        using var message = await MimeMessage.LoadAsync(Path.Combine(AppContext.BaseDirectory, "samples", "01-notify-moodboard.eml"), Ct);
        using var client = new SmtpClient();
        await client.ConnectAsync("127.0.0.1", server.Smtp, SecureSocketOptions.None, Ct);
        await client.SendAsync(message, MailboxAddress.Parse(Submitter), [MailboxAddress.Parse(Intake)], Ct);
        await client.DisconnectAsync(quit: true, Ct);
    }

    private static async Task WhenFiledAsync(MailServer mail)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        while (mail.FilesOf(Intake, "Processed").Count == 0)
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, limit.Token);
    }

    private List<string> Requests()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_data, "approvals.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT DISTINCT request FROM events";
        using var reader = command.ExecuteReader();
        var requests = new List<string>();
        while (reader.Read())
            requests.Add(reader.GetString(0));
        return requests;
    }
}
