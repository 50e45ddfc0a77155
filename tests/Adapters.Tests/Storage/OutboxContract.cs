using Workflow.Core.Approval;
using Workflow.Core.Ports;
using static Adapters.Tests.Storage.Sample;

namespace Adapters.Tests.Storage;

/// <summary>What every <see cref="IOutbox"/> must do.</summary>
public abstract class OutboxContract : StoreContract
{
    private static readonly EffectKey First = Effect(Id(1), 1, new Effect.PutAsk(1)).Key;

    [Fact]
    public async Task What_failed_waits_until_its_next_instant()
    {
        await AppendedAsync(Append(Id(1), effects: [new Effect.PutAsk(1)]));

        await Store.Outbox.FailedAsync(First, "IOException", Noon.AddMinutes(5), Token);

        Assert.Equal(Noon.AddMinutes(5), await Store.Outbox.NextDueAsync(Token));
        Assert.Empty(await Store.Outbox.DueAsync(Noon.AddMinutes(5).AddTicks(-1), 10, Token));
        var item = Assert.Single(await Store.Outbox.DueAsync(Noon.AddMinutes(5), 10, Token));
        Assert.Equal((1, "IOException", Noon.AddMinutes(5)), (item.Attempts, item.LastError, item.NextAt));
    }

    [Fact]
    public async Task What_is_put_off_waits_without_having_failed()
    {
        await AppendedAsync(Append(Id(1), effects: [new Effect.PutAsk(1)]));

        await Store.Outbox.DeferAsync(First, Noon.AddMinutes(5), Token);

        Assert.Empty(await Store.Outbox.DueAsync(Noon, 10, Token));
        Assert.Equal(0, Assert.Single(await Store.Outbox.DueAsync(Noon.AddMinutes(5), 10, Token)).Attempts);
    }

    [Fact]
    public async Task What_waits_is_not_overtaken_in_its_lane_but_in_others()
    {
        await AppendedAsync(Append(Id(1), effects: [new Effect.PutAsk(1), new Effect.PutAsk(2), new Effect.Remind(1)]));
        await AppendedAsync(Append(Id(2), effects: [new Effect.PutAsk(1)]));

        await Store.Outbox.FailedAsync(First, "IOException", Noon.AddMinutes(5), Token);
        await AppendedAsync(Append(Id(1), 1, effects: [new Effect.RetireAsk(1)]));

        var due = await Store.Outbox.DueAsync(Noon, 10, Token);
        Assert.Equal([(Id(1), new Effect.PutAsk(2)), (Id(2), (Effect)new Effect.PutAsk(1))], due.Select(i => (i.Request, i.Effect.Effect)));
        var later = await Store.Outbox.DueAsync(Noon.AddMinutes(5), 10, Token);
        Assert.Equal(
            [new Effect.PutAsk(1), new Effect.PutAsk(2), new Effect.Remind(1), new Effect.RetireAsk(1)],
            later.Where(i => i.Request == Id(1)).Select(i => i.Effect.Effect));
    }

    [Fact]
    public async Task A_dead_letter_is_shown_is_not_due_and_holds_up_nothing()
    {
        await AppendedAsync(Append(Id(1), effects: [new Effect.PutAsk(1), new Effect.Remind(1)]));

        await Store.Outbox.FailedAsync(First, "IOException", null, Token);

        var dead = Assert.Single(await Store.Outbox.DeadAsync(10, Token));
        Assert.Equal((First, 1, true), (dead.Effect.Key, dead.Attempts, dead.IsDead));
        Assert.Equal([new Effect.Remind(1)], (await Store.Outbox.DueAsync(Noon.AddYears(1), 10, Token)).Select(i => i.Effect.Effect));
        Assert.Equal(2, (await Store.Outbox.OfAsync(Id(1), Token)).Count);
    }

    [Fact]
    public async Task A_revived_letter_is_due_at_once_with_all_its_attempts()
    {
        await AppendedAsync(Append(Id(1), effects: [new Effect.PutAsk(1)]));
        await Store.Outbox.FailedAsync(First, "IOException", null, Token);

        Assert.True(await Store.Outbox.ReviveAsync(First, Noon.AddDays(1), Token));

        var item = Assert.Single(await Store.Outbox.DueAsync(Noon.AddDays(1), 10, Token));
        Assert.Equal((0, false), (item.Attempts, item.IsDead));
        Assert.Empty(await Store.Outbox.DeadAsync(10, Token));
    }

    [Fact]
    public async Task What_is_not_dead_cannot_be_revived()
    {
        await AppendedAsync(Append(Id(1), effects: [new Effect.PutAsk(1)]));

        Assert.False(await Store.Outbox.ReviveAsync(First, Noon, Token));
        Assert.False(await Store.Outbox.ReviveAsync(new EffectKey("nothing"), Noon, Token));
    }

    [Fact]
    public async Task A_failure_noted_of_what_is_done_changes_nothing()
    {
        await AppendedAsync(Append(Id(1), effects: [new Effect.PutAsk(1)]));
        await AppendedAsync(Append(Id(1), 1, completes: First));

        await Store.Outbox.FailedAsync(First, "IOException", null, Token);

        Assert.Empty(await Store.Outbox.OfAsync(Id(1), Token));
        Assert.Null(await Store.Outbox.NextDueAsync(Token));
    }

    [Fact]
    public async Task Due_gives_the_oldest_up_to_the_limit()
    {
        for (var i = 1; i <= 5; i++)
            await AppendedAsync(Append(Id(i), effects: [new Effect.Classify(1)], summary: Summary(Id(i), submittedAt: Noon.AddSeconds(i))));

        Assert.Equal([Id(1), Id(2), Id(3)], (await Store.Outbox.DueAsync(Noon.AddMinutes(1), 3, Token)).Select(i => i.Request));
    }
}
