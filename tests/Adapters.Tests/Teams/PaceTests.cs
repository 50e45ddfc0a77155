using Microsoft.Extensions.Time.Testing;
using Workflow.Adapters.Teams;
using Workflow.Adapters.Teams.Connector;

namespace Adapters.Tests.Teams;

public sealed class PaceTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(Noon);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calls_of_one_chat_are_a_pause_apart_and_in_their_order()
    {
        var pace = new Pace(new TeamsOptions(), _clock);

        var calls = await RunAsync(Enumerable.Range(0, 5).Select(_ => CallAsync(pace, "a:1")));

        Assert.Equal(calls, calls.Order());
        Assert.All(calls.Index(), call => Assert.True(call.Item - Noon >= TimeSpan.FromSeconds(call.Index)));
    }

    [Fact]
    public async Task Calls_of_many_chats_are_spread_over_the_second()
    {
        var pace = new Pace(new TeamsOptions { CallsPerSecond = 10 }, _clock);

        var calls = await RunAsync(Enumerable.Range(0, 35).Select(i => CallAsync(pace, $"a:{i}")));

        Assert.All(calls.Order().Index(), call => Assert.True(call.Item - Noon >= TimeSpan.FromMilliseconds(100 * call.Index)));
    }

    [Fact]
    public async Task A_chat_with_much_to_say_does_not_hold_up_the_others()
    {
        var pace = new Pace(new TeamsOptions(), _clock);
        using var long1 = await pace.EnterAsync("a:1", Token);
        await long1.WaitAsync(Token);
        var waiting = pace.EnterAsync("a:1", Token);

        var other = await RunAsync([CallAsync(pace, "a:2")]);

        Assert.Single(other);
        Assert.False(waiting.IsCompleted);
        long1.Dispose();
        (await waiting).Dispose();
    }

    [Fact]
    public async Task Who_gives_up_waiting_leaves_the_place_to_the_next()
    {
        var pace = new Pace(new TeamsOptions(), _clock);
        using var first = await pace.EnterAsync("a:1", Token);
        using var impatience = new CancellationTokenSource();
        var second = pace.EnterAsync("a:1", impatience.Token);
        var third = pace.EnterAsync("a:1", Token);

        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.False(third.IsCompleted);

        first.Dispose();
        (await third).Dispose();
    }

    [Fact]
    public async Task More_than_can_wait_are_turned_away_until_somebody_leaves()
    {
        var pace = new Pace(new TeamsOptions(), _clock);
        var turns = await Task.WhenAll(Enumerable.Range(0, Pace.MostWaiting).Select(i => pace.EnterAsync($"a:{i}", Token)));

        await Assert.ThrowsAsync<HttpRequestException>(() => pace.EnterAsync("a:1", Token));

        turns[1].Dispose();
        (await pace.EnterAsync("a:1", Token)).Dispose();
    }

    private async Task<DateTimeOffset> CallAsync(Pace pace, string chat)
    {
        using var turn = await pace.EnterAsync(chat, Token);
        await turn.WaitAsync(Token);
        return _clock.GetUtcNow();
    }

    private async Task<DateTimeOffset[]> RunAsync(IEnumerable<Task<DateTimeOffset>> calls)
    {
        var all = Task.WhenAll(calls);
        while (!all.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
        }

        return await all;
    }
}
