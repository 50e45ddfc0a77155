using Adapters.Tests.Graph.Double;
using static Adapters.Tests.Graph.MailboxHouse;

namespace Adapters.Tests.Graph;

/// <summary>Taking mails in while people and other processes use the same mailbox.</summary>
public sealed class MailboxCompanyScenarios
{
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
}
