using System.Diagnostics;
using System.Globalization;
using TestServers;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Ports;

namespace Bench;

/// <summary>
/// The store of the serverless host against the emulator: appends per second, what one request costs in transactions,
/// and what admin queries cost when there are many. The emulator looks through all rows of a table for each query, so
/// its milliseconds say little about the service; transactions and rows are the same there.
/// </summary>
internal static class AzuriteBench
{
    /// <summary>How many requests are few.</summary>
    public const int Few = 1000;

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(5);

    private static readonly DateTimeOffset Now = new(2026, 3, 2, 18, 0, 0, TimeSpan.Zero);

    public static async Task<int> RunAsync(int many)
    {
        if (AzuriteProcess.Find() is not { } script)
        {
            await Console.Error.WriteLineAsync("Azurite is not installed: run .ci/setup, or npm ci in eng/.");
            return 1;
        }

        using var azurite = await AzuriteProcess.StartAsync(script, CancellationToken.None);
        await MeasureAppendsAsync(azurite);
        await MeasureLifeAsync(azurite);
        await MeasureQueriesAsync(azurite, many);
        return 0;
    }

    private static async Task MeasureAppendsAsync(AzuriteProcess azurite)
    {
        Console.WriteLine("clients  appends/s  median ms  p99 ms  transactions each");
        foreach (var clients in (int[])[1, 4, 16])
        {
            var store = new TablesStore(azurite.ConnectionString, $"appends{clients}");
            var workload = new Workload();
            var load = await ClosedLoop.RunAsync(clients, Duration, async _ =>
            {
                if (!await store.Events.AppendAsync(workload.Next(), CancellationToken.None))
                    throw new InvalidOperationException("An append to a stream of its own met a conflict.");
            });
            Print($"{clients,7}  {load.PerSecond,9:F0}  {load.Median.TotalMilliseconds,9:F1}  {load.P99.TotalMilliseconds,6:F1}  {(double)store.Transactions.All / load.Count,17:F1}");
        }
    }

    private static async Task MeasureLifeAsync(AzuriteProcess azurite)
    {
        var store = new TablesStore(azurite.ConnectionString, "life");
        var request = await new RequestLife(store).LiveAsync(CancellationToken.None);
        Print($"\none life of tier {request.Assessment!.Tier}, {request.Asks.Count} people asked, {request.Version} events, {request.Outcome!.Kind}:");
        Print($"{store.Transactions.All} transactions, {store.Transactions.Reads} reads and {store.Transactions.Writes} writes\n");
    }

    private static async Task MeasureQueriesAsync(AzuriteProcess azurite, int many)
    {
        var store = new TablesStore(azurite.ConnectionString, "queries");
        var rows = 0;
        foreach (var count in (int[])[Few, many])
        {
            await SummaryRows.FillAsync(store.Account, rows, count);
            rows = count;
            Print($"{count} requests, {SummaryRows.Open} of them open    transactions  ms");
            await MeasureAsync(store, "first page of all", () => ListAsync(store, new SummaryQuery()));
            await MeasureAsync(store, "by status and tier", () => ListAsync(store, new SummaryQuery(RequestStatus.Deciding, Tier.Written)));
            await MeasureAsync(store, "of a production", () => ListAsync(store, new SummaryQuery(Production: SummaryRows.Production)));
            await MeasureAsync(store, "of an approver", () => ListAsync(store, new SummaryQuery(Approver: SummaryRows.Approver)));
            await MeasureAsync(
                store, "of both, closed", () => ListAsync(store, new SummaryQuery(Open: false, Production: SummaryRows.Production, Approver: SummaryRows.Approver)));
            await MeasureAsync(store, "closed, first page", () => ListAsync(store, new SummaryQuery(Open: false)));
            var page = await ListAsync(store, new SummaryQuery(Open: false));
            await MeasureAsync(store, "closed, second page", () => ListAsync(store, new SummaryQuery(Open: false), page.Continuation));
            await MeasureAsync(store, "a word in many", () => ListAsync(store, new SummaryQuery(Search: "quay")));
            await MeasureAsync(store, "a word in none", () => ListAsync(store, new SummaryQuery(Search: "wolves")));
            await MeasureAsync(store, "counts", () => store.Summaries.CountAsync(Now, CancellationToken.None));
        }
    }

    private static Task<SummaryPage> ListAsync(TablesStore store, SummaryQuery query, string? continuation = null) =>
        store.Summaries.ListAsync(query, 50, continuation, CancellationToken.None);

    private static async Task MeasureAsync(TablesStore store, string name, Func<Task> query)
    {
        await query();
        var (before, start) = (store.Transactions.All, Stopwatch.GetTimestamp());
        await query();
        Print($"  {name,-40}  {store.Transactions.All - before,12}  {Stopwatch.GetElapsedTime(start).TotalMilliseconds,4:F0}");
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
