using Adapters.Tests.Graph.Double;
using static Adapters.Tests.Graph.MailboxHouse;

namespace Adapters.Tests.Graph;

/// <summary>The folders that mails are moved to: found, made, and moved to once.</summary>
public sealed class MailboxFolderScenarios
{
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
}
