using System.Net;
using System.Security.Cryptography;
using Azure;
using Workflow.Core.Approval;
using Workflow.Core.Ports;
using static Adapters.Tests.Storage.Sample;

namespace Adapters.Tests.AzureStorage;

/// <summary>Appends and texts that outgrow what a transaction, a row or a property may hold.</summary>
public sealed class LargeAppendTests(Azurite azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_append_longer_than_a_transaction_comes_back_in_order_and_can_be_followed()
    {
        var store = await TablesInstallation.MakeAsync(azurite);
        Assert.True(await store.Events.AppendAsync(Append(Id(1), events: 3), Token));

        Assert.True(await store.Events.AppendAsync(Append(Id(1), 3, events: 250, effects: [new Effect.IssueRecord()]), Token));
        Assert.True(await store.Events.AppendAsync(Append(Id(1), 253), Token));

        Assert.Equal(Enumerable.Range(1, 254).Select(Event), await store.Events.LoadAsync(Id(1), Token));
        Assert.Single(await store.Outbox.OfAsync(Id(1), Token));
    }

    [Fact]
    public async Task A_long_append_that_breaks_off_before_its_last_transaction_is_not_seen()
    {
        var store = await TablesInstallation.MakeAsync(azurite);
        var transactions = 0;
        var broken = store.Through(new Wire((request, send) =>
            Wire.IsTransaction(request) && ++transactions > 2
                ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.Forbidden))
                : send()));

        await Assert.ThrowsAnyAsync<RequestFailedException>(() => broken.Events.AppendAsync(Append(Id(1), events: 250), Token));

        Assert.Empty(await store.Events.LoadAsync(Id(1), Token));
        Assert.True(await store.Events.AppendAsync(Append(Id(1)), Token));
        Assert.Equal([Event(1)], await store.Events.LoadAsync(Id(1), Token));
    }

    [Fact]
    public async Task Of_long_appends_at_the_same_time_one_succeeds_whole()
    {
        var store = await TablesInstallation.MakeAsync(azurite);
        var appends = Enumerable.Range(0, 4).Select(writer => Append(Id(1)) with
        {
            Events = [.. Enumerable.Range(1, 120).Select(i => Event(i) with { Json = $$"""{"writer":{{writer}},"event":{{i}}}""" })],
        }).ToList();

        var answers = await Task.WhenAll(appends.Select(append => Task.Run(() => store.Events.AppendAsync(append, Token))));

        var winner = Array.IndexOf(answers, true);
        Assert.Single(answers, stored => stored);
        Assert.Equal(appends[winner].Events, await store.Events.LoadAsync(Id(1), Token));
    }

    [Theory]
    [InlineData(32_000)]
    [InlineData(32_001)]
    [InlineData(70_000)]
    [InlineData(900_000)]
    public async Task Long_texts_come_back_to_the_letter(int length)
    {
        var store = await TablesInstallation.MakeAsync(azurite);
        var text = Text(length);
        var append = Append(Id(1), summary: Summary(Id(1), searchText: text)) with { Events = [Event(1) with { Json = text }] };

        Assert.True(await store.Events.AppendAsync(append, Token));

        Assert.Equal(append.Events, await store.Events.LoadAsync(Id(1), Token));
        var page = await store.Summaries.ListAsync(new SummaryQuery(), 10, null, Token);
        Assert.Equivalent(append.Summary, Assert.Single(page.Items), strict: true);
    }

    [Fact]
    public async Task An_append_larger_than_a_transaction_comes_back_to_the_letter()
    {
        var store = await TablesInstallation.MakeAsync(azurite);
        var append = Append(Id(1)) with { Events = [.. Enumerable.Range(1, 12).Select(i => Event(i) with { Json = Text(600_000 + i) })] };

        Assert.True(await store.Events.AppendAsync(append, Token));

        Assert.Equal(append.Events, await store.Events.LoadAsync(Id(1), Token));
    }

    // Does not compress to much less than it is, and is not ASCII alone.
    private static string Text(int length) => string.Create(length, 0, (text, _) =>
    {
        RandomNumberGenerator.GetItems("abcdefghijklmnopqrstuvwxyz \"\\éß漢", text);
    });
}
