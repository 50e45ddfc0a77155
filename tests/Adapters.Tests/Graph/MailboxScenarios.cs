using Adapters.Tests.Graph.Double;
using Azure.Identity;
using Microsoft.Graph.Models.ODataErrors;
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
    public async Task Mail_goes_into_the_folder_of_its_fate()
    {
        await using var house = await OpenAsync();
        house.Receive("use");
        house.Receive("strange");
        house.Receive("bounce");

        await house.RunAsync();

        Assert.All(["Processed", "Quarantine", "Rejected"], name => Assert.Single(house.Mail.In(name)));
        house.AssertAllFiledOnce();
    }

    [Fact]
    public async Task Folder_that_is_not_there_is_made_once()
    {
        await using var house = await OpenAsync();
        for (var i = 0; i < 5; i++)
            house.Receive();

        await house.RunAsync();
        house.Receive();
        await house.RunAsync();

        Assert.Equal((1, 1), (house.Graph.Count(FindFolder), house.Mail.Folders("Processed")));
        house.AssertAllFiledOnce();
    }

    [Fact]
    public async Task Folder_of_another_name_is_used_as_it_is()
    {
        await using var house = await OpenAsync(new() { ["Graph:Folders:Processed"] = "Ana's uses" });
        house.Mail.Make("Ana's uses");
        house.Receive();

        await house.RunAsync();

        Assert.Equal(0, house.Graph.Count(MakeFolder));
        Assert.Single(house.Mail.In("Ana's uses"));
    }

    [Fact]
    public async Task Folder_that_somebody_else_makes_meanwhile_is_taken()
    {
        await using var house = await OpenAsync();
        house.Graph.Before(MakeFolder, () => house.Mail.Make("Processed"));
        house.Receive();

        Assert.True(await house.RunAsync());

        Assert.Equal(1, house.Mail.Folders("Processed"));
        house.AssertAllFiledOnce();
    }

    [Fact]
    public async Task Folder_whose_making_was_not_answered_is_found()
    {
        await using var house = await OpenAsync();
        house.Graph.Fail(MakeFolder, GraphFault.LostAnswer);
        house.Receive();

        await house.BreakAsync();
        await house.RunAsync();

        Assert.Equal(1, house.Mail.Folders("Processed"));
        house.AssertAllFiled();
    }

    [Fact]
    public async Task Folder_that_was_deleted_is_made_again()
    {
        await using var house = await OpenAsync();
        house.Mail.Delete(house.Receive());
        house.Receive();
        await house.RunAsync();
        house.Mail.Delete(house.Mail.In("Processed")[0]);
        house.Mail.DeleteFolder("Processed");
        house.Receive();

        Assert.True(await house.RunAsync());

        Assert.Single(house.Mail.In("Processed"));
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
    public async Task Move_whose_answer_is_lost_was_made()
    {
        await using var house = await OpenAsync();
        house.Receive();
        house.Receive();
        house.Graph.Fail(Move, GraphFault.LostAnswer);

        await house.BreakAsync();
        await house.RunAsync();

        house.AssertAllFiledOnce();
    }

    [Fact]
    public async Task Move_that_a_gateway_gave_up_on_was_made()
    {
        await using var house = await OpenAsync();
        house.Receive();
        house.Receive();
        house.Graph.Fail(Move, GraphFault.DoneBut(504));

        await house.BreakAsync();
        await house.RunAsync();

        house.AssertAllFiledOnce();
    }

    [Fact]
    public async Task Throttled_move_is_made_when_the_server_says()
    {
        await using var house = await OpenAsync();
        house.Receive();
        house.Graph.Fail(Move, GraphFault.Throttled("30"), GraphFault.Throttled("30"));

        Assert.True(await house.RunAsync());

        Assert.True(house.Graph.Now >= new DateTimeOffset(2026, 3, 2, 12, 1, 0, TimeSpan.Zero));
        house.AssertAllFiledOnce();
    }

    [Fact]
    public async Task Mailbox_throttled_for_long_is_left_alone_and_read_later()
    {
        await using var house = await OpenAsync();
        house.Receive();
        house.Receive();
        house.Graph.Fail(GetMime, GraphFault.Throttled("300"));

        await house.BreakAsync();
        var calls = house.Graph.Calls.Count;
        await house.BreakAsync();
        Assert.Equal(calls, house.Graph.Calls.Count);

        house.Installation.Clock.Advance(TimeSpan.FromMinutes(5));
        await house.RunAsync();
        house.AssertAllFiledOnce();
    }

    [Theory]
    [InlineData(410, "syncStateNotFound")]
    [InlineData(410, "resyncRequired")]
    [InlineData(400, "SyncStateInvalid")]
    public async Task Forgotten_link_means_a_look_at_the_whole_inbox(int status, string code)
    {
        await using var house = await OpenAsync();
        house.Receive();
        await house.RunAsync();
        house.Receive();
        house.Graph.Fail(Delta, GraphFault.Answer(status, code));

        Assert.True(await house.RunAsync());

        house.AssertAllFiledOnce();
    }

    [Fact]
    public async Task Link_forgotten_in_the_middle_of_a_round_means_a_look_at_the_whole_inbox()
    {
        await using var house = await OpenAsync();
        house.Receive();
        await house.RunAsync();
        house.Mail.PageSize = 2;
        for (var i = 0; i < 5; i++)
            house.Receive();
        house.Graph.Before(Delta, () => house.Graph.Before(Delta, house.Mail.ForgetChanges));

        Assert.True(await house.RunAsync());

        house.AssertAllFiledOnce();
    }

    [Fact]
    public async Task Inbox_that_cannot_be_read_at_all_fails_the_run_and_not_the_mail()
    {
        await using var house = await OpenAsync();
        house.Receive();
        house.Graph.FailAlways(Delta, GraphFault.Answer(410, "syncStateNotFound"));

        Assert.Equal(410, Assert.IsType<ODataError>(await house.BreakAsync()).ResponseStatusCode);

        house.Graph.Heal();
        await house.RunAsync();
        house.AssertAllFiledOnce();
    }

    [Fact]
    public async Task Service_away_for_a_while_costs_time_and_no_mail()
    {
        await using var house = await OpenAsync();
        house.Receive();
        house.Graph.FailAlways(Delta, GraphFault.Answer(503));
        await house.BreakAsync();
        house.Receive();
        await house.BreakAsync();

        house.Graph.Heal();
        await house.RunAsync();

        house.AssertAllFiledOnce();
    }

    [Fact]
    public async Task Page_whose_answer_is_lost_is_asked_for_again()
    {
        await using var house = await OpenAsync();
        house.Mail.PageSize = 1;
        house.Receive();
        house.Receive();
        house.Graph.Fail(Delta, GraphFault.LostAnswer, GraphFault.LostAnswer);

        Assert.True(await house.RunAsync());

        house.AssertAllFiledOnce();
    }

    [Fact]
    public async Task Mail_deleted_before_it_is_opened_is_no_matter()
    {
        await using var house = await OpenAsync();
        var gone = house.Receive();
        house.Receive();
        house.Graph.Before(GetMail, () => house.Mail.Delete(gone));

        Assert.True(await house.RunAsync());

        house.AssertAllFiledOnce();
    }

    [Fact]
    public async Task Mail_deleted_between_look_and_opening_is_no_matter()
    {
        await using var house = await OpenAsync();
        var gone = house.Receive();
        house.Receive();
        house.Graph.Before(GetMime, () => house.Mail.Delete(gone));

        Assert.True(await house.RunAsync());

        house.AssertAllFiledOnce();
    }

    [Fact]
    public async Task Mail_that_a_person_moves_before_it_is_opened_stays_where_it_is()
    {
        await using var house = await OpenAsync();
        var moved = house.Receive();
        var archive = house.Mail.Make("Archive");
        house.Graph.Before(GetMail, () => house.Mail.Put(moved, archive));

        Assert.True(await house.RunAsync());

        Assert.Empty(house.Ledger.Taken);
        Assert.Same(moved, Assert.Single(house.Mail.In("Archive")));
    }

    [Fact]
    public async Task Mail_deleted_while_it_is_taken_in_was_taken()
    {
        await using var house = await OpenAsync();
        var gone = house.Receive();
        house.Receive();
        house.Graph.Before(Move, () => house.Mail.Delete(gone));

        Assert.True(await house.RunAsync());

        Assert.Equal(2, house.Ledger.Taken.Count);
        Assert.Empty(house.Mail.In("Inbox"));
    }

    [Fact]
    public async Task Mail_that_a_person_puts_back_is_taken_again_as_the_same()
    {
        await using var house = await OpenAsync();
        var mail = house.Receive();
        await house.RunAsync();

        house.Mail.Put(mail, MailDouble.Inbox);
        await house.RunAsync();

        house.AssertAllFiled();
    }

    [Fact]
    public async Task Mail_that_came_twice_is_filed_twice_and_is_one_request()
    {
        await using var house = await OpenAsync();
        house.Receive("use", "same");
        house.Receive("use", "same");

        await house.RunAsync();

        Assert.Equal(2, house.Mail.In("Processed").Count);
        house.AssertAllFiled();
    }

    [Fact]
    public async Task Notification_that_came_twice_finds_nothing_the_second_time()
    {
        await using var house = await OpenAsync();
        house.Receive();

        await house.RunAsync();
        await house.RunAsync();

        house.AssertAllFiledOnce();
    }

    [Fact]
    public async Task Notification_that_never_came_is_made_up_for_by_the_sweep()
    {
        await using var house = await OpenAsync();
        await house.RunAsync();
        house.Receive();
        house.Installation.Clock.Advance(TimeSpan.FromMinutes(5));

        await house.RunAsync();

        house.AssertAllFiledOnce();
    }

    [Fact]
    public async Task Two_runs_in_one_process_file_each_mail_once()
    {
        await using var house = await OpenAsync();
        for (var i = 0; i < 8; i++)
            house.Receive();

        await house.Installation.RunAsync(cancellationToken => Task.WhenAll(house.TakeAsync(cancellationToken), house.TakeAsync(cancellationToken)));
        await house.RunAsync();

        Assert.Equal(1, house.Installation.Transport.MostAtOnce);
        house.AssertAllFiled();
    }

    [Fact]
    public async Task Two_processes_file_each_mail_once()
    {
        await using var house = await OpenAsync();
        await using var another = await house.AnotherAsync();
        for (var i = 0; i < 8; i++)
            house.Receive();

        await Task.WhenAll(house.RunAsync(), another.RunAsync());
        await house.RunAsync();

        house.AssertAllFiled();
        Assert.Equal(1, house.Mail.Folders("Processed"));
    }

    [Fact]
    public async Task Process_that_starts_anew_takes_only_what_still_waits()
    {
        await using var house = await OpenAsync();
        house.Receive();
        await house.RunAsync();
        house.Receive();

        await using var another = await house.AnotherAsync();
        await another.RunAsync();

        house.AssertAllFiledOnce();
    }

    [Fact]
    public async Task Link_of_another_cloud_is_not_followed()
    {
        await using var house = await OpenAsync();
        await house.Installation.Get<IDeltaLinks>().KeepAsync(
            MailDouble.Address, "https://graph.other.example/v1.0/users/x/messages/delta?$deltatoken=1", TestContext.Current.CancellationToken);
        house.Receive();

        Assert.True(await house.RunAsync());

        house.AssertAllFiledOnce();
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

    [Fact]
    public async Task Token_that_cannot_be_had_in_the_middle_of_a_run_costs_no_mail()
    {
        await using var house = await OpenAsync();
        house.Receive();
        house.Receive();
        house.Ledger.Meanwhile = _ =>
        {
            house.Installation.Clock.Advance(TimeSpan.FromHours(1));
            house.Installation.Credential.Failure = new CredentialUnavailableException("No managed identity is there.");
        };

        await house.BreakAsync();
        house.Ledger.Meanwhile = _ => { };
        house.Installation.Credential.Failure = null;
        await house.RunAsync();

        house.AssertAllFiled();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Stormy_day_loses_nothing(int seed)
    {
        await using var house = await OpenAsync();
        var random = new Random(seed);
        GraphFault[] faults = [GraphFault.LostAnswer, GraphFault.LostCall, GraphFault.Throttled("3"), GraphFault.Throttled(), GraphFault.Answer(503), GraphFault.DoneBut(504), GraphFault.Answer(410, "syncStateNotFound")];
        house.Mail.PageSize = 4;
        for (var round = 0; round < 12; round++)
        {
            for (var i = random.Next(5); i > 0; i--)
                house.Receive();
            foreach (var shape in (string[])[Delta, GetMail, GetMime, Move, FindFolder, MakeFolder])
            {
                if (random.Next(3) == 0)
                    house.Graph.Fail(shape, faults[random.Next(faults.Length)]);
            }

            try
            {
                await house.RunAsync();
            }
            catch (Exception e) when (e is ODataError or HttpRequestException)
            {
                // The next round goes on.
            }
        }

        house.Graph.Heal();
        await house.RunAsync();

        house.AssertAllFiled();
    }
}
