using Adapters.Tests.Graph.Double;
using Workflow.Adapters.Graph.Mail;
using Workflow.Core.Ports;
using static Adapters.Tests.Graph.MailboxHouse;

namespace Adapters.Tests.Graph;

/// <summary>Taking mails in: no mail lost, none taken twice, whatever Graph does.</summary>
public sealed class MailboxScenarios
{
    [Fact]
    public async Task Mails_are_taken_oldest_first()
    {
        await using var house = await OpenAsync();
        house.Receive("second", "b", TimeSpan.FromMinutes(2));
        house.Receive("first", "a", TimeSpan.FromMinutes(3));
        house.Receive("third", "c", TimeSpan.FromMinutes(1));

        Assert.True(await house.RunAsync());

        Assert.Equal(["a@studio.example", "b@studio.example", "c@studio.example"], house.Ledger.Taken);
        house.AssertAllFiledOnce();
    }

    [Fact]
    public async Task No_more_is_asked_for_than_is_needed()
    {
        await using var house = await OpenAsync();
        house.Receive();

        await house.RunAsync();

        var delta = house.Graph.Calls.First(call => call.Shape == Delta);
        Assert.Equal("id,receivedDateTime", delta.Query["$select"].ToString(), ignoreCase: true);
        Assert.Contains("odata.maxpagesize=100", delta.Headers["Prefer"].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_on_several_pages_are_all_taken()
    {
        await using var house = await OpenAsync();
        house.Mail.PageSize = 3;
        for (var i = 0; i < 10; i++)
            house.Receive();

        await house.RunAsync();

        Assert.Equal(4, house.Graph.Count(Delta));
        house.AssertAllFiledOnce();
    }

    [Fact]
    public async Task Mail_that_comes_between_two_pages_is_taken_next_time()
    {
        await using var house = await OpenAsync();
        house.Mail.PageSize = 2;
        for (var i = 0; i < 3; i++)
            house.Receive();
        house.Ledger.Meanwhile = subject =>
        {
            if (subject == "use")
                house.Receive("late");
            house.Ledger.Meanwhile = _ => { };
        };

        await house.RunAsync();
        Assert.Single(house.Mail.In("Inbox"));

        await house.RunAsync();
        house.AssertAllFiledOnce();
    }

    [Fact]
    public async Task Mail_that_is_deleted_between_two_pages_is_not_missed()
    {
        await using var house = await OpenAsync();
        house.Mail.PageSize = 2;
        List<MailEntry> mails = [house.Receive(), house.Receive(), house.Receive()];
        await house.RunAsync();
        mails.AddRange([house.Receive(), house.Receive(), house.Receive()]);
        house.Graph.Before(Delta, () => house.Mail.Delete(mails[4]));

        Assert.True(await house.RunAsync());

        Assert.Equal(5, house.Ledger.Taken.Count);
        Assert.Empty(house.Mail.In("Inbox"));
    }

    [Fact]
    public async Task Next_look_asks_only_for_what_changed()
    {
        await using var house = await OpenAsync();
        house.Receive();
        await house.RunAsync();
        await house.RunAsync();
        var before = house.Graph.Calls.Count;

        await house.RunAsync();

        var call = Assert.Single(house.Graph.Calls.Skip(before));
        Assert.True(call.Query.ContainsKey("$deltatoken"));
        house.AssertAllFiledOnce();
    }

    [Fact]
    public async Task Mail_that_cannot_be_taken_in_is_tried_again_and_holds_up_nobody()
    {
        await using var house = await OpenAsync();
        house.Receive("use");
        house.Receive("sick");
        house.Receive("use");
        house.Ledger.Fails.Add("sick");

        Assert.False(await house.RunAsync());
        Assert.Equal(2, house.Mail.In("Processed").Count);
        Assert.False(await house.RunAsync());
        house.Ledger.Fails.Clear();
        Assert.True(await house.RunAsync());

        house.AssertAllFiledOnce();
    }

    [Fact]
    public async Task Link_goes_on_only_when_every_mail_was_filed()
    {
        await using var house = await OpenAsync();
        var links = house.Installation.Get<IDeltaLinks>();
        house.Receive("use");
        house.Receive("sick");
        house.Ledger.Fails.Add("sick");

        await house.RunAsync();
        Assert.Null(await links.FindAsync(MailDouble.Address, TestContext.Current.CancellationToken));

        house.Ledger.Fails.Clear();
        await house.RunAsync();
        Assert.NotNull(await links.FindAsync(MailDouble.Address, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Mail_taken_in_but_not_filed_is_taken_in_again_as_the_same()
    {
        await using var house = await OpenAsync();
        house.Receive();
        house.Graph.Fail(Move, GraphFault.LostCall);

        await house.BreakAsync();
        await using var another = await house.AnotherAsync();
        await another.RunAsync();

        Assert.Equal(2, house.Ledger.Taken.Count);
        house.AssertAllFiled();
    }

    [Fact]
    public async Task Huge_mail_is_not_read_further_than_the_intake_wants()
    {
        await using var house = await OpenAsync();
        house.Mail.Receive([.. "Message-ID: <huge@studio.example>\r\nSubject: use\r\n\r\n"u8, .. new byte[48 * 1024 * 1024]]);
        var mailbox = house.Installation.Get<IMailbox>();

        var read = await house.Installation.RunAsync(async cancellationToken =>
        {
            var mail = Assert.Single(await mailbox.WaitingAsync(cancellationToken));
            await using var raw = await mailbox.OpenAsync(mail, cancellationToken);
            var count = await raw!.ReadAtLeastAsync(new byte[100_000], 100_000, cancellationToken: cancellationToken);
            await mailbox.FileAsync(mail, Workflow.Core.Intake.MailFate.Rejected, cancellationToken);
            return count;
        });

        Assert.Equal(100_000, read);
        Assert.Single(house.Mail.In("Rejected"));
    }
}
