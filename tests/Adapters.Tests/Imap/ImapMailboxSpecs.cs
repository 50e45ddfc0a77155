using System.Net.Sockets;
using MailKit.Net.Imap;
using MailKit.Security;
using Microsoft.Extensions.Options;
using Workflow.Adapters.Imap;
using Workflow.Adapters.Mail;
using Workflow.Core.Intake;
using Workflow.Core.Requests;

namespace Adapters.Tests.Imap;

/// <summary>Against Dovecot, with mails that came through a real SMTP server.</summary>
public sealed class ImapMailboxSpecs
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_mail_is_filed_where_its_fate_belongs_and_folders_are_made()
    {
        await using var box = await Letterbox.OpenAsync();
        box.Fate = subject => subject switch
        {
            "good" => new MailIntakeResult.Accepted(RequestId.ForIntake("x", 0), true, []),
            "unproven" => new MailIntakeResult.Quarantined("unproven"),
            _ => new MailIntakeResult.Refused("no", "no"),
        };
        await box.SendAsync("good", "unproven", "broken");

        Assert.True(await box.Run.RunAsync(Cancel));

        Assert.Equal((0, 1, 1, 1), (box.CountIn(), box.CountIn("Processed"), box.CountIn("Quarantine"), box.CountIn("Rejected")));
    }

    [Fact]
    public async Task Two_hundred_mails_are_taken_in_the_order_in_which_they_came()
    {
        await using var box = await Letterbox.OpenAsync();
        string[] subjects = [.. Enumerable.Range(1, 200).Select(n => $"mail {n}")];
        await box.SendAsync(subjects);

        await box.Run.RunAsync(Cancel);

        Assert.Equal(subjects, box.Taken);
        Assert.Equal(200, box.CountIn("Processed"));
    }

    [Fact]
    public async Task Mail_that_cannot_be_taken_in_stays_and_does_not_hold_up_the_others()
    {
        await using var box = await Letterbox.OpenAsync();
        box.Fate = subject => subject == "poison" ? throw new IOException("the store is away") : new MailIntakeResult.Noted("noted");
        await box.SendAsync("first", "poison", "last");

        Assert.False(await box.Run.RunAsync(Cancel));
        Assert.Equal(["first", "last"], box.Taken);
        Assert.Equal(1, box.CountIn());

        box.Fate = _ => new MailIntakeResult.Noted("noted");
        Assert.True(await box.Run.RunAsync(Cancel));
        Assert.Equal(["first", "last", "poison"], box.Taken);
        Assert.Equal(0, box.CountIn());
    }

    [Fact]
    public async Task Server_that_dies_between_taking_in_and_filing_gives_the_mail_again_and_loses_none()
    {
        await using var box = await Letterbox.OpenAsync();
        await box.SendAsync("one", "two", "three");
        box.AfterTaking = () => box.Taken.Count == 2 ? box.Server.KillImapAsync(Cancel) : Task.CompletedTask;

        await Assert.ThrowsAnyAsync<Exception>(() => box.Run.RunAsync(Cancel));
        await box.Server.StartImapAsync(Cancel);
        Assert.True(await box.Run.RunAsync(Cancel));

        // The second was taken in and not filed: the intake gives it the same request once more.
        Assert.Equal(["one", "two", "two", "three"], box.Taken);
        Assert.Equal(3, box.CountIn("Processed"));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(40)]
    [InlineData(150)]
    public async Task Server_killed_while_a_large_mail_is_fetched_loses_nothing_of_it(int milliseconds)
    {
        await using var box = await Letterbox.OpenAsync();
        var content = new string('x', 12_000_000);
        await box.SendLargeAsync("large", content);
        var waiting = await box.Mailbox.WaitingAsync(Cancel);

        var run = box.Run.RunAsync(Cancel);
        await Task.Delay(TimeSpan.FromMilliseconds(milliseconds), TimeProvider.System, Cancel);
        await box.Server.KillImapAsync(Cancel);
        await run.ContinueWith(_ => { }, Cancel, TaskContinuationOptions.None, TaskScheduler.Default);
        await box.Server.StartImapAsync(Cancel);
        while (!await TryRunAsync(box))
        {
            // The connection that died says so once.
        }

        Assert.Single(waiting);
        Assert.All(box.Lengths, length => Assert.True(length >= content.Length));
        Assert.NotEmpty(box.Taken);
        Assert.Equal((0, 1), (box.CountIn(), box.CountIn("Processed")));
    }

    [Fact]
    public async Task Server_that_dies_before_a_mail_is_fetched_is_connected_to_again()
    {
        await using var box = await Letterbox.OpenAsync();
        await box.SendAsync("one");
        var waiting = await box.Mailbox.WaitingAsync(Cancel);
        await box.Server.KillImapAsync(Cancel);

        await Assert.ThrowsAnyAsync<Exception>(() => box.Mailbox.OpenAsync(waiting[0], Cancel));
        await box.Server.StartImapAsync(Cancel);

        await using var raw = await box.Mailbox.OpenAsync(waiting[0], Cancel);
        Assert.NotNull(raw);
    }

    [Fact]
    public async Task Numbers_from_before_the_server_numbered_anew_name_no_mail()
    {
        await using var box = await Letterbox.OpenAsync();
        await box.SendAsync("one", "two");
        var before = await box.Mailbox.WaitingAsync(Cancel);
        await box.Server.KillImapAsync(Cancel);
        foreach (var index in Directory.EnumerateFiles(Path.Combine(box.Server.Mails, Letterbox.Address), "dovecot*")) File.Delete(index);
        // The new number is the second in which it is given.
        await Task.Delay(TimeSpan.FromSeconds(1.1), TimeProvider.System, Cancel);
        await box.Server.StartImapAsync(Cancel);
        await Assert.ThrowsAnyAsync<Exception>(() => box.Mailbox.WaitingAsync(Cancel));
        var after = await box.Mailbox.WaitingAsync(Cancel);

        Assert.Empty(before.Intersect(after));
        Assert.Null(await box.Mailbox.OpenAsync(before[0], Cancel));
        await box.Mailbox.FileAsync(before[0], MailFate.Rejected, Cancel);
        Assert.Equal(2, box.CountIn());
        Assert.True(await box.Run.RunAsync(Cancel));
        Assert.Equal(["one", "two"], box.Taken);
    }

    [Fact]
    public async Task Mail_that_arrives_while_idling_is_announced()
    {
        await using var box = await Letterbox.OpenAsync();
        await box.Run.RunAsync(Cancel);
        var watch = box.Mailbox.WatchAsync(TimeSpan.FromMinutes(10), Cancel);

        await box.SendAsync("news");

        await watch.WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System, Cancel);
        await box.Run.RunAsync(Cancel);
        Assert.Equal(["news"], box.Taken);
    }

    [Fact]
    public async Task Mail_that_came_before_the_watch_began_ends_it_at_once()
    {
        await using var box = await Letterbox.OpenAsync();
        await box.SendAsync("one");
        await box.Run.RunAsync(Cancel);
        await box.SendAsync("two");

        await box.Mailbox.WatchAsync(TimeSpan.FromMinutes(10), Cancel).WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System, Cancel);
    }

    [Fact]
    public async Task Mail_that_somebody_else_has_moved_away_is_passed_over()
    {
        await using var box = await Letterbox.OpenAsync();
        await box.SendAsync("one", "two");
        var waiting = await box.Mailbox.WaitingAsync(Cancel);
        await box.Mailbox.FileAsync(waiting[0], MailFate.Processed, Cancel);

        Assert.Null(await box.Mailbox.OpenAsync(waiting[0], Cancel));
        await box.Mailbox.FileAsync(waiting[0], MailFate.Processed, Cancel);
        Assert.Equal(1, box.CountIn("Processed"));
    }

    [Fact]
    public async Task Wrong_password_is_said_by_the_server_and_the_next_try_may_succeed()
    {
        await using var box = await Letterbox.OpenAsync();
        var options = new ImapOptions { Host = "127.0.0.1", Port = box.Server.Imap, Security = MailSecurity.None, User = Letterbox.Address, Password = "wrong" };
        using var session = new ImapSession(Options.Create(options));

        await Assert.ThrowsAsync<AuthenticationException>(() => session.UseAsync((_, inbox) => Task.FromResult(inbox.Count), Cancel));

        options.Password = MailServer.Password;
        Assert.Equal(0, await session.UseAsync((_, inbox) => Task.FromResult(inbox.Count), Cancel));
    }

    private static async Task<bool> TryRunAsync(Letterbox box)
    {
        try
        {
            return await box.Run.RunAsync(Cancel);
        }
        catch (Exception e) when (e is IOException or ImapProtocolException or SocketException)
        {
            return false;
        }
    }
}
