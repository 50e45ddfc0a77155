using Workflow.Core.Approval;
using Workflow.Core.Ports;
using static Adapters.Tests.Storage.Sample;

namespace Adapters.Tests.Storage;

/// <summary>What every <see cref="IEventStore"/> must do.</summary>
public abstract class EventStoreContract : StoreContract
{
    [Fact]
    public async Task Load_of_an_unknown_request_gives_no_events() =>
        Assert.Empty(await Store.Events.LoadAsync(Id(1), Token));

    [Fact]
    public async Task Events_come_back_in_order_and_to_the_letter()
    {
        await AppendedAsync(Append(Id(1), events: 2));
        await AppendedAsync(Append(Id(2)));
        await AppendedAsync(Append(Id(1), expectedVersion: 2, events: 9));

        Assert.Equal(Enumerable.Range(1, 11).Select(Event), await Store.Events.LoadAsync(Id(1), Token));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Append_at_another_version_stores_nothing(int expectedVersion)
    {
        await AppendedAsync(Append(Id(1), events: 2));

        var stored = await Store.Events.AppendAsync(
            Append(Id(1), expectedVersion, effects: [new Effect.IssueRecord()], due: Noon, summary: Summary(Id(1), "Changed")),
            Token);

        Assert.False(stored);
        Assert.Equal(2, (await Store.Events.LoadAsync(Id(1), Token)).Count);
        Assert.Empty(await Store.Outbox.OfAsync(Id(1), Token));
        Assert.Null(await Store.Alarms.NextDueAsync(Token));
        Assert.NotEqual("Changed", (await ListAsync()).Single().Title);
    }

    [Fact]
    public async Task Of_appends_at_the_same_version_at_the_same_time_one_succeeds()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20)
            .Select(_ => Task.Run(() => Store.Events.AppendAsync(Append(Id(1)), Token))));

        Assert.Single(answers, stored => stored);
        Assert.Single(await Store.Events.LoadAsync(Id(1), Token));
    }

    [Fact]
    public async Task Effects_are_kept_with_their_content_in_the_order_of_their_cause()
    {
        Effect[] effects = [new Effect.RetireAsk(1), new Effect.TellAdmins(Alert.DeliveryFailed, "é"), new Effect.PutAsk(2)];
        await AppendedAsync(Append(Id(1), effects: effects));
        await AppendedAsync(Append(Id(1), expectedVersion: 1, effects: [new Effect.IssueRecord()]));

        var items = await Store.Outbox.DueAsync(Noon, 10, Token);

        Assert.Equal([.. effects, new Effect.IssueRecord()], items.Select(i => i.Effect.Effect));
        Assert.Equal(Effect(Id(1), 1, effects[0]).Key, items[0].Effect.Key);
        Assert.All(items, i => Assert.Equal((Id(1), 0, null, false), (i.Request, i.Attempts, i.LastError, i.IsDead)));
    }

    [Fact]
    public async Task An_append_takes_out_the_effect_it_completes_and_no_other()
    {
        await AppendedAsync(Append(Id(1), effects: [new Effect.Classify(1), new Effect.TellSubmitter(Notice.Received)]));
        var done = Effect(Id(1), 1, new Effect.Classify(1)).Key;

        await AppendedAsync(Append(Id(1), expectedVersion: 1, completes: done));

        Assert.Equal([new Effect.TellSubmitter(Notice.Received)], (await Store.Outbox.OfAsync(Id(1), Token)).Select(i => i.Effect.Effect));
    }

    [Fact]
    public async Task An_append_without_events_can_complete_an_effect()
    {
        await AppendedAsync(Append(Id(1), effects: [new Effect.Classify(1)]));

        await AppendedAsync(Append(Id(1), 1, events: 0, completes: Effect(Id(1), 1, new Effect.Classify(1)).Key));

        Assert.Empty(await Store.Outbox.OfAsync(Id(1), Token));
        Assert.Single(await Store.Events.LoadAsync(Id(1), Token));
    }

    [Fact]
    public async Task A_refused_append_completes_nothing()
    {
        await AppendedAsync(Append(Id(1), effects: [new Effect.Classify(1)]));

        await Store.Events.AppendAsync(Append(Id(1), 5, completes: Effect(Id(1), 1, new Effect.Classify(1)).Key), Token);

        Assert.Single(await Store.Outbox.OfAsync(Id(1), Token));
    }

    [Fact]
    public async Task A_dead_letter_can_be_completed()
    {
        await AppendedAsync(Append(Id(1), effects: [new Effect.Classify(1)]));
        var key = Effect(Id(1), 1, new Effect.Classify(1)).Key;
        await Store.Outbox.FailedAsync(key, "IOException", null, Token);

        await AppendedAsync(Append(Id(1), 1, completes: key));

        Assert.Empty(await Store.Outbox.DeadAsync(10, Token));
    }

    [Fact]
    public async Task Alarms_are_set_moved_and_cleared()
    {
        await AppendedAsync(Append(Id(1), due: Noon.AddHours(2)));
        await AppendedAsync(Append(Id(2), due: Noon.AddHours(1).AddTicks(1)));
        Assert.Equal(Noon.AddHours(1).AddTicks(1), await Store.Alarms.NextDueAsync(Token));
        Assert.Empty(await Store.Alarms.DueAsync(Noon.AddHours(1), 10, Token));
        Assert.Equal([Id(2), Id(1)], await Store.Alarms.DueAsync(Noon.AddHours(2), 10, Token));

        await AppendedAsync(Append(Id(1), 1, due: Noon));
        Assert.Equal([Id(1)], await Store.Alarms.DueAsync(Noon, 10, Token));

        await AppendedAsync(Append(Id(1), 2));
        await AppendedAsync(Append(Id(2), 1));
        Assert.Null(await Store.Alarms.NextDueAsync(Token));
    }

    [Fact]
    public async Task The_summary_is_the_one_of_the_last_append()
    {
        await AppendedAsync(Append(Id(1)));
        var changed = Summary(Id(1), "Final title", RequestStatus.Deciding, Workflow.Core.Classification.Tier.Written, Noon.AddDays(1).AddTicks(3), approvers: ["ada", "bob"]);

        await AppendedAsync(Append(Id(1), 1, summary: changed));

        Assert.Equivalent(changed, (await ListAsync()).Single(), strict: true);
    }

    private async Task<IReadOnlyList<RequestSummary>> ListAsync() =>
        (await Store.Summaries.ListAsync(new SummaryQuery(), 50, null, Token)).Items;
}
