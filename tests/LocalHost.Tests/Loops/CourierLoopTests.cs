using System.Collections.Concurrent;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Workflow.Core.Approval;
using Workflow.Core.Requests;
using static LocalHost.Tests.Loops.LoopFixture;

namespace LocalHost.Tests.Loops;

public sealed class CourierLoopTests
{
    private static readonly Effect[] Several =
        [new Effect.Classify(1), new Effect.TellSubmitter(Notice.Received), new Effect.PutAsk(1), new Effect.Remind(1)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<Effect> Effects =>
    [
        new Effect.Classify(1), new Effect.FindPeople(0), new Effect.PutAsk(1), new Effect.Remind(1), new Effect.RetireAsk(1), new Effect.IssueRecord(), new Effect.UpdateCards(),
        new Effect.TellSubmitter(Notice.Received), new Effect.TellApprover(1, ApproverNotice.DelegateDecided), new Effect.TellAdmins(Alert.Stalled, "legal"),
    ];

    [Theory]
    [MemberData(nameof(Effects))]
    public async Task Every_kind_of_effect_is_carried(Effect effect)
    {
        await using var loops = new LoopFixture();
        await loops.CauseAsync(Id(1), null, effect);

        await loops.StartAsync();
        await loops.IdleAsync();

        Assert.Equal([(Id(1), effect)], loops.Carrier.Attempts);
    }

    [Fact]
    public void No_kind_of_effect_is_left_out() => Assert.Equal(
        typeof(Effect).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(Effect))).Select(t => t.Name).Order(),
        Effects.Select(row => row.Data.GetType().Name).Order());

    [Fact]
    public async Task Effects_of_one_request_are_carried_one_after_another_in_order()
    {
        await using var loops = new LoopFixture();
        var at = new ConcurrentDictionary<RequestId, int>();
        loops.Carrier.OnCarry = async (id, _, _) =>
        {
            Assert.Equal(1, at.AddOrUpdate(id, 1, (_, n) => n + 1));
            await Task.Yield();
            at.AddOrUpdate(id, 0, (_, n) => n - 1);
        };
        for (var i = 1; i <= 20; i++)
            await loops.CauseAsync(Id(i), null, Several);

        await loops.StartAsync();
        await loops.IdleAsync();

        Assert.Equal(20 * Several.Length, loops.Carrier.Attempts.Count);
        foreach (var request in loops.Carrier.Attempts.GroupBy(a => a.Id))
            Assert.Equal(Several, request.Select(a => a.Effect));
        Assert.DoesNotContain(loops.Logs.Lines, line => line.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task Requests_are_served_in_parallel_up_to_the_bound()
    {
        await using var loops = new LoopFixture(("Courier:Parallelism", "3"));
        var inside = 0;
        var most = 0;
        var release = new TaskCompletionSource();
        var three = new TaskCompletionSource();
        loops.Carrier.OnCarry = async (_, _, _) =>
        {
            var now = Interlocked.Increment(ref inside);
            InterlockedMax(ref most, now);
            if (now == 3)
                three.TrySetResult();
            await release.Task;
            Interlocked.Decrement(ref inside);
        };
        for (var i = 1; i <= 10; i++)
            await loops.CauseAsync(Id(i), null, new Effect.Classify(1));

        await loops.StartAsync();
        await three.Task.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Token);
        release.SetResult();
        await loops.IdleAsync();

        Assert.Equal(3, most);
        Assert.Equal(10, loops.Carrier.Attempts.Count);
    }

    [Fact]
    public async Task A_slow_effect_keeps_no_other_request_waiting()
    {
        await using var loops = new LoopFixture();
        var release = new TaskCompletionSource();
        loops.Carrier.OnCarry = (id, _, _) => id == Id(1) ? release.Task : Task.CompletedTask;
        await loops.CauseAsync(Id(1), null, new Effect.PutAsk(1));
        await loops.StartAsync();

        await loops.CauseAsync(Id(2), null, new Effect.PutAsk(1));
        while ((await loops.Outbox.OfAsync(Id(2), Token)).Count > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, Token);

        Assert.Single(await loops.Outbox.OfAsync(Id(1), Token));
        release.SetResult();
        await loops.IdleAsync();
    }

    [Fact]
    public async Task What_failed_is_tried_again_later_and_later_until_it_is_done()
    {
        await using var loops = new LoopFixture(("Courier:FirstDelay", "00:00:02"));
        var failures = 3;
        loops.Carrier.OnCarry = (_, _, _) => failures-- > 0 ? throw new IOException() : Task.CompletedTask;
        await loops.CauseAsync(Id(1), null, new Effect.PutAsk(1));
        await loops.StartAsync();

        foreach (var bound in new[] { 2, 4, 8 })
        {
            await loops.IdleAsync();
            var item = Assert.Single(await loops.Outbox.OfAsync(Id(1), Token));
            Assert.InRange(item.NextAt, loops.Clock.GetUtcNow(), loops.Clock.GetUtcNow().AddSeconds(bound));
            loops.Clock.SetUtcNow(item.NextAt);
        }

        await loops.IdleAsync();
        Assert.Empty(await loops.Outbox.OfAsync(Id(1), Token));
        Assert.Equal(4, loops.Carrier.Attempts.Count);
    }

    [Fact]
    public async Task A_failed_effect_is_not_overtaken_in_its_lane_but_in_others()
    {
        await using var loops = new LoopFixture();
        loops.Carrier.OnCarry = (_, effect, _) => effect is Effect.PutAsk { Ask: 1 } ? throw new IOException() : Task.CompletedTask;
        await loops.CauseAsync(Id(1), null, new Effect.PutAsk(1), new Effect.Remind(1), new Effect.PutAsk(2));

        await loops.StartAsync();
        await loops.IdleAsync();

        Assert.Equal([new Effect.PutAsk(1), (Effect)new Effect.PutAsk(2)], loops.Carrier.Attempts.Select(a => a.Effect));
    }

    [Fact]
    public async Task After_the_last_attempt_the_stream_is_told_and_a_dead_letter_stays()
    {
        await using var loops = new LoopFixture(("Courier:MaxAttempts", "2"));
        loops.Carrier.OnCarry = (_, _, _) =>
            throw new IOException("550 no such user vera@lantern.example", new SocketException((int)SocketError.HostUnreachable));
        await loops.CauseAsync(Id(1), null, new Effect.PutAsk(1));
        await loops.StartAsync();
        await loops.IdleAsync();
        loops.Clock.Advance(TimeSpan.FromMinutes(1));
        await loops.IdleAsync();

        const string reason = "IOException <- SocketException HostUnreachable";
        var dead = Assert.Single(await loops.Outbox.DeadAsync(10, Token));
        Assert.Equal((2, reason), (dead.Attempts, dead.LastError));
        Assert.Equal((dead.Effect.Key, reason), Assert.Single(loops.Carrier.GivenUp));
        Assert.Contains(loops.Logs.Lines, line => line.Level == LogLevel.Error);
        Assert.DoesNotContain(loops.Logs.Lines, line => line.Text.Contains("vera", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stream_that_cannot_be_told_keeps_the_effect_alive()
    {
        await using var loops = new LoopFixture(("Courier:MaxAttempts", "1"));
        loops.Carrier.OnCarry = (_, _, _) => throw new IOException();
        loops.Carrier.OnGiveUp = () => throw new IOException();
        await loops.CauseAsync(Id(1), null, new Effect.PutAsk(1));

        await loops.StartAsync();
        await loops.IdleAsync();

        Assert.False(Assert.Single(await loops.Outbox.OfAsync(Id(1), Token)).IsDead);
    }

    [Fact]
    public async Task A_revived_dead_letter_is_carried()
    {
        await using var loops = new LoopFixture(("Courier:MaxAttempts", "1"));
        loops.Carrier.OnCarry = (_, _, _) => throw new IOException();
        await loops.CauseAsync(Id(1), null, new Effect.PutAsk(1));
        await loops.StartAsync();
        await loops.IdleAsync();
        loops.Carrier.OnCarry = (_, _, _) => Task.CompletedTask;

        Assert.True(await loops.Outbox.ReviveAsync(KeyedEffect.For(Id(1), 1, new Effect.PutAsk(1)).Key, loops.Clock.GetUtcNow(), Token));
        await loops.IdleAsync();

        Assert.Empty(await loops.Outbox.OfAsync(Id(1), Token));
    }

    [Fact]
    public async Task A_dead_mail_server_does_not_use_up_the_attempts_of_all_mail_nor_stop_other_work()
    {
        await using var loops = new LoopFixture(("Courier:CircuitThreshold", "3"), ("Courier:Parallelism", "1"));
        loops.Carrier.OnCarry = (_, effect, _) => effect is Effect.PutAsk ? throw new IOException() : Task.CompletedTask;
        for (var i = 1; i <= 30; i++)
            await loops.CauseAsync(Id(i), null, new Effect.PutAsk(1), new Effect.Classify(1));

        await loops.StartAsync();
        await loops.IdleAsync();

        Assert.Equal(3, loops.Carrier.Attempts.Count(a => a.Effect is Effect.PutAsk));
        Assert.Equal(30, loops.Carrier.Attempts.Count(a => a.Effect is Effect.Classify));

        loops.Carrier.OnCarry = (_, _, _) => Task.CompletedTask;
        loops.Clock.Advance(TimeSpan.FromMinutes(2));
        await loops.IdleAsync();
        loops.Clock.Advance(TimeSpan.FromMinutes(2));
        await loops.IdleAsync();
        Assert.Null(await loops.Outbox.NextDueAsync(Token));
    }

    [Fact]
    public async Task An_attempt_that_hangs_counts_as_failed()
    {
        await using var loops = new LoopFixture(("Courier:AttemptTimeout", "00:00:00.050"));
        loops.Carrier.OnCarry = (_, _, token) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
        await loops.CauseAsync(Id(1), null, new Effect.PutAsk(1));

        await loops.StartAsync();
        await loops.IdleAsync();

        Assert.StartsWith("TimeoutException", Assert.Single(await loops.Outbox.OfAsync(Id(1), Token)).LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_effect_whose_answer_the_stream_refuses_is_tried_again_later_and_not_at_once()
    {
        await using var loops = new LoopFixture();
        loops.Carrier.AnswersAreRefused = true;
        await loops.CauseAsync(Id(1), null, new Effect.PutAsk(1));

        await loops.StartAsync();
        await loops.IdleAsync();

        Assert.Single(loops.Carrier.Attempts);
        Assert.Equal("the answer was refused", Assert.Single(await loops.Outbox.OfAsync(Id(1), Token)).LastError);
    }

    [Fact]
    public async Task Stopping_leaves_what_is_under_way_in_the_outbox_without_counting_it()
    {
        await using var loops = new LoopFixture();
        var begun = new TaskCompletionSource();
        loops.Carrier.OnCarry = (_, _, token) =>
        {
            begun.SetResult();
            return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
        };
        await loops.CauseAsync(Id(1), null, new Effect.PutAsk(1));
        await loops.StartAsync();
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Token);

        await loops.StopAsync().WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Token);

        Assert.Equal(0, Assert.Single(await loops.Outbox.OfAsync(Id(1), Token)).Attempts);
    }

    private static void InterlockedMax(ref int target, int value)
    {
        int seen;
        while ((seen = Volatile.Read(ref target)) < value && Interlocked.CompareExchange(ref target, value, seen) != seen)
        {
        }
    }
}
