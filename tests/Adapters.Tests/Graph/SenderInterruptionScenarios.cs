using Adapters.Tests.Graph.Double;
using Azure.Identity;
using Microsoft.Graph.Models.ODataErrors;
using static Adapters.Tests.Graph.SenderHouse;

namespace Adapters.Tests.Graph;

/// <summary>Sending mails that breaks off: the process dies, the answer is lost, the server says that it failed.</summary>
public sealed class SenderInterruptionScenarios
{
    [Fact]
    public async Task Draft_whose_making_was_not_answered_is_found_and_sent()
    {
        await using var house = await OpenAsync();
        house.Graph.Fail(Draft, GraphFault.LostAnswer);

        await house.BreakAsync();
        await house.SendAsync();

        Assert.Equal(1, house.Graph.Count(Draft));
        house.AssertSentOnce();
    }

    [Fact]
    public async Task Draft_that_was_never_made_is_made()
    {
        await using var house = await OpenAsync();
        house.Graph.Fail(Draft, GraphFault.LostCall);

        await house.BreakAsync();
        await house.SendAsync();

        house.AssertSentOnce();
    }

    [Fact]
    public async Task Draft_made_by_a_server_that_says_it_failed_is_found()
    {
        await using var house = await OpenAsync();
        house.Graph.Fail(Draft, GraphFault.DoneBut(503));

        await house.BreakAsync();
        await house.SendAsync();

        Assert.Equal(1, house.Graph.Count(Draft));
        house.AssertSentOnce();
    }

    [Fact]
    public async Task Process_that_dies_before_the_first_note_has_done_nothing()
    {
        await using var house = await OpenAsync();
        house.Log.Loses = _ => true;

        await house.BreakAsync();
        Assert.Empty(house.Graph.Calls);

        house.Log.Loses = _ => false;
        await house.SendAsync();
        house.AssertSentOnce();
    }

    [Fact]
    public async Task Process_that_dies_before_it_keeps_the_drafts_id_finds_the_draft()
    {
        await using var house = await OpenAsync();
        house.Log.Loses = entry => entry.Draft is not null;

        await house.BreakAsync();
        house.Log.Loses = _ => false;
        await house.SendAsync();

        Assert.Equal(1, house.Graph.Count(Draft));
        house.AssertSentOnce();
    }

    [Fact]
    public async Task Draft_that_was_not_sent_is_sent()
    {
        await using var house = await OpenAsync();
        house.Graph.Fail(Send, GraphFault.LostCall);

        await house.BreakAsync();
        await house.SendAsync();

        Assert.Equal(1, house.Graph.Count(Draft));
        house.AssertSentOnce();
    }

    [Fact]
    public async Task Sending_that_was_not_answered_is_seen()
    {
        await using var house = await OpenAsync();
        house.Graph.Fail(Send, GraphFault.LostAnswer);

        await house.BreakAsync();
        await house.SendAsync();

        Assert.Equal(1, house.Graph.Count(Send));
        house.AssertSentOnce();
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task Sending_that_a_server_says_failed_is_looked_up_before_it_is_repeated(int status)
    {
        await using var house = await OpenAsync();
        house.Graph.Fail(Send, GraphFault.DoneBut(status));

        await house.BreakAsync();
        await house.SendAsync();

        Assert.Equal(1, house.Graph.Count(Send));
        house.AssertSentOnce();
    }

    [Fact]
    public async Task Sending_that_is_never_answered_ends_and_is_looked_up()
    {
        await using var house = await OpenAsync();
        house.Graph.Fail(Send, GraphFault.Silence);

        Assert.IsType<TimeoutException>(await house.BreakAsync());
        await house.SendAsync();

        house.AssertSentOnce();
    }

    [Fact]
    public async Task Process_that_dies_after_sending_sees_that_it_was_sent()
    {
        await using var house = await OpenAsync();
        house.Log.Loses = entry => entry.Handed;

        await house.BreakAsync();
        house.Log.Loses = _ => false;
        await house.SendAsync();

        Assert.Equal(1, house.Graph.Count(Send));
        house.AssertSentOnce();
    }

    [Fact]
    public async Task Look_before_the_next_attempt_may_fail_too()
    {
        await using var house = await OpenAsync();
        house.Graph.Fail(Send, GraphFault.LostAnswer);
        house.Graph.FailAlways(Look, GraphFault.Answer(503));

        await house.BreakAsync();
        await house.BreakAsync();
        house.Graph.Heal();
        await house.SendAsync();

        Assert.Equal(1, house.Graph.Count(Send));
        house.AssertSentOnce();
    }

    [Fact]
    public async Task Token_that_cannot_be_had_between_draft_and_sending_costs_another_attempt()
    {
        await using var house = await OpenAsync();
        house.Log.Loses = entry =>
        {
            if (entry.Draft is not null)
            {
                house.Installation.Clock.Advance(TimeSpan.FromHours(1));
                house.Installation.Credential.Failure = new CredentialUnavailableException("No managed identity is there.");
            }

            return false;
        };

        Assert.IsType<CredentialUnavailableException>(await house.BreakAsync());
        house.Log.Loses = _ => false;
        house.Installation.Credential.Failure = null;
        await house.SendAsync();

        Assert.Equal(1, house.Graph.Count(Draft));
        house.AssertSentOnce();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Stormy_day_sends_each_mail_once(int seed)
    {
        await using var house = await OpenAsync();
        var random = new Random(seed);
        GraphFault[] faults = [GraphFault.LostAnswer, GraphFault.LostCall, GraphFault.Throttled("3"), GraphFault.Throttled(), GraphFault.Answer(503), GraphFault.DoneBut(504)];
        house.Log.Loses = _ => random.Next(10) == 0;
        for (var round = 0; round < 8; round++)
        {
            for (var number = 1; number <= 10; number++)
            {
                foreach (var shape in (string[])[Draft, Send, Look, Search])
                {
                    if (random.Next(3) == 0)
                        house.Graph.Fail(shape, faults[random.Next(faults.Length)]);
                }

                try
                {
                    await house.SendAsync(number);
                }
                catch (Exception e) when (e is ODataError or HttpRequestException or IOException)
                {
                    // The courier comes again.
                }
            }
        }

        house.Graph.Heal();
        house.Log.Loses = _ => false;
        for (var number = 1; number <= 10; number++)
            await house.SendAsync(number);

        Assert.All(Enumerable.Range(1, 10), house.AssertSentOnce);
    }
}
