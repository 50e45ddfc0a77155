using Adapters.Tests.Graph.Double;
using Azure.Identity;
using Microsoft.Graph.Models.ODataErrors;
using Workflow.Adapters.Graph.Mail;
using static Adapters.Tests.Graph.MailboxHouse;

namespace Adapters.Tests.Graph;

/// <summary>Taking mails in while Graph throttles, fails, forgets or is away: it costs time and no mail.</summary>
public sealed class MailboxOutageScenarios
{
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
