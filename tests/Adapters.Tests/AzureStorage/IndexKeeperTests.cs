using System.Net;
using Azure.Data.Tables;
using Workflow.Adapters.AzureStorage;
using Workflow.Adapters.AzureStorage.Index;
using Workflow.Core.Approval;
using Workflow.Core.Ports;
using Workflow.Core.Requests;
using static Adapters.Tests.Storage.Sample;

namespace Adapters.Tests.AzureStorage;

/// <summary>Whatever happens to writers, in the end the index says what the streams say, and no more.</summary>
public sealed class IndexKeeperTests(Azurite azurite)
{
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(5);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_writer_stored_before_it_died_is_found_after_the_next_sweep()
    {
        var store = await TablesInstallation.MakeAsync(azurite);
        await store.Events.AppendAsync(Append(Id(1), due: Noon, summary: Summary(Id(1), "Before")), Token);

        Assert.True(await DiesAfterStoring(store).Events.AppendAsync(
            Append(Id(1), 1, effects: [new Effect.IssueRecord()], due: Noon.AddDays(2), summary: Summary(Id(1), "After", RequestStatus.Deciding)), Token));
        Assert.Single(await store.Outbox.OfAsync(Id(1), Token));
        Assert.Empty(await store.Outbox.DueAsync(Noon, 10, Token));

        Assert.Single(await store.Later(Later).Outbox.DueAsync(Noon, 10, Token));
        Assert.Equal("After", Assert.Single((await store.Summaries.ListAsync(new SummaryQuery(), 10, null, Token)).Items).Title);
        Assert.Equal(Noon.AddDays(2), await store.Store.Alarms.NextDueAsync(Token));
        await AssertIndexFollowsAsync(store, Id(1));
    }

    [Fact]
    public async Task What_several_writers_left_before_they_died_is_swept_together()
    {
        var store = await TablesInstallation.MakeAsync(azurite);
        for (var i = 0; i < 4; i++)
        {
            var dying = DiesAfterStoring(store);
            Assert.True(await dying.Events.AppendAsync(Append(Id(1), i, due: Noon.AddDays(i), effects: [new Effect.Remind(i)]), Token));
        }

        await store.Later(Later).Keeper.SweepAsync(Token);

        await AssertIndexFollowsAsync(store, Id(1));
    }

    [Fact]
    public async Task What_a_writer_announced_before_it_died_leaves_nothing_behind()
    {
        var store = await TablesInstallation.MakeAsync(azurite);
        await store.Events.AppendAsync(Append(Id(1), due: Noon), Token);
        var dying = store.Through(new Wire((request, send) => Wire.IsTransaction(request)
            ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.Forbidden))
            : send()));

        await Assert.ThrowsAnyAsync<Exception>(() => dying.Events.AppendAsync(Append(Id(1), 1, due: Noon.AddDays(1)), Token));
        await store.Later(Later).Keeper.SweepAsync(Token);

        await AssertIndexFollowsAsync(store, Id(1));
    }

    [Fact]
    public async Task A_writer_who_is_taken_for_dead_goes_on_and_then_dies_does_not_go_unnoticed()
    {
        var store = await TablesInstallation.MakeAsync(azurite);
        await store.Events.AppendAsync(Append(Id(1), due: Noon), Token);
        var announced = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        var isDead = false;
        var slow = store.Through(new Wire(async (request, send) =>
        {
            if (isDead && Wire.IsIndexChange(request))
                return new HttpResponseMessage(HttpStatusCode.Forbidden);
            if (!Wire.IsTransaction(request))
                return await send();
            announced.TrySetResult();
            await goOn.Task;
            var answer = await send();
            isDead = !(await answer.Content.ReadAsStringAsync(Token)).Contains(" 412 ", StringComparison.Ordinal);
            return answer;
        }));

        var write = slow.Events.AppendAsync(Append(Id(1), 1, due: Noon.AddDays(1), effects: [new Effect.IssueRecord()]), Token);
        await announced.Task;
        await store.Later(Later).Keeper.SweepAsync(Token);
        goOn.SetResult();
        Assert.True(await write);
        Assert.True(isDead);
        await store.Later(Later).Keeper.SweepAsync(Token);

        Assert.Equal(2, (await store.Events.LoadAsync(Id(1), Token)).Count);
        await AssertIndexFollowsAsync(store, Id(1));
    }

    [Fact]
    public async Task A_writer_who_comes_late_to_the_index_leaves_it_as_the_last_writer_made_the_stream()
    {
        var store = await TablesInstallation.MakeAsync(azurite);
        var stored = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        var late = store.Through(new Wire(async (request, send) =>
        {
            if (stored.Task.IsCompleted && Wire.IsIndexChange(request))
                await goOn.Task;
            var answer = await send();
            if (Wire.IsTransaction(request))
                stored.TrySetResult();
            return answer;
        }));

        var write = late.Events.AppendAsync(Append(Id(1), due: Noon, effects: [new Effect.Remind(1)]), Token);
        await stored.Task;
        await store.Events.AppendAsync(
            Append(Id(1), 1, completes: Effect(Id(1), 1, new Effect.Remind(1)).Key, summary: Summary(Id(1), "After")), Token);
        goOn.SetResult();

        Assert.True(await write);
        await AssertIndexFollowsAsync(store, Id(1));
    }

    [Fact]
    public async Task Writers_of_one_request_at_the_same_time_leave_one_row_of_each_kind()
    {
        var store = await TablesInstallation.MakeAsync(azurite);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(writer => Task.Run(() => WriteAsync(writer))));

        // Whoever was overtaken too often has left the rest to the sweep.
        await store.Later(Later).Keeper.SweepAsync(Token);

        Assert.Equal(30, (await store.Events.LoadAsync(Id(1), Token)).Count);
        await AssertIndexFollowsAsync(store, Id(1));

        async Task WriteAsync(int writer)
        {
            for (var written = 0; written < 5;)
            {
                var version = (await store.Streams.ReadAsync(Id(1), Token)).Version;
                var append = Append(
                    Id(1), version, effects: [new Effect.Remind(writer)], due: Noon.AddHours(writer), summary: Summary(Id(1), limit: Noon.AddDays(written)));
                if (await store.Events.AppendAsync(append, Token))
                    written++;
            }
        }
    }

    [Fact]
    public async Task A_life_leaves_the_rows_in_the_lists_of_closed_requests_and_nothing_else()
    {
        var store = await TablesInstallation.MakeAsync(azurite);
        var key = Effect(Id(1), 1, new Effect.Classify(1)).Key;
        await store.Events.AppendAsync(Append(Id(1), effects: [new Effect.Classify(1)], due: Noon), Token);
        await store.Outbox.FailedAsync(key, "IOException", Noon.AddMinutes(1), Token);
        await store.Outbox.FailedAsync(key, "IOException", null, Token);
        await store.Outbox.ReviveAsync(key, Noon.AddDays(3), Token);

        await store.Events.AppendAsync(Append(Id(1), 1, completes: key, summary: Summary(Id(1), status: RequestStatus.Closed)), Token);

        await AssertIndexFollowsAsync(store, Id(1));
        Assert.All(await RowsAsync(store), row => Assert.EndsWith("-Closed-None", row.PartitionKey, StringComparison.Ordinal));
    }

    private static async Task AssertIndexFollowsAsync(TablesInstallation store, RequestId id)
    {
        var expected = IndexRows.Of(await store.Streams.ReadAsync(id, Token));
        var actual = (await RowsAsync(store)).ToDictionary(
            row => new IndexKey(row.PartitionKey, row.RowKey), row => TextColumn.Read(row, "Text"));
        Assert.Equal(expected.OrderBy(row => row.Key.Partition), actual.OrderBy(row => row.Key.Partition));
    }

    private static async Task<List<TableEntity>> RowsAsync(TablesInstallation store)
    {
        var table = await store.Account.Index.OpenAsync(Token);
        return await table.QueryAsync<TableEntity>(cancellationToken: Token).ToListAsync(Token);
    }

    // From its first transaction on it changes nothing in the index any more.
    private static TablesInstallation DiesAfterStoring(TablesInstallation store)
    {
        var isDead = false;
        return store.Through(new Wire((request, send) =>
        {
            if (isDead && Wire.IsIndexChange(request))
                return Task.FromResult(new HttpResponseMessage(HttpStatusCode.Forbidden));
            isDead |= Wire.IsTransaction(request);
            return send();
        }));
    }
}
