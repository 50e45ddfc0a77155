using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Options;
using Workflow.Adapters;
using Workflow.Adapters.Sqlite;
using Workflow.Core.Ports;

namespace Bench;

/// <summary>
/// Appends per second through the store, acknowledged after they are on disk, beside the limit: the same rows in
/// groups of the same size written straight to SQLite.
/// </summary>
internal static class StoreBench
{
    public static async Task RunAsync(TimeSpan duration)
    {
        // The process warms up and the disk's cache fills before anything is counted.
        await MeasureStoreAsync(16, TimeSpan.FromSeconds(1));

        Console.WriteLine("clients  appends/s  per commit  median ms  p99 ms  limit/s  ratio");
        foreach (var clients in (int[])[1, 16, 64])
        {
            var (store, group) = await MeasureStoreAsync(clients, duration);
            var limit = MeasureLimit(group, duration);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{clients,7}  {store.PerSecond,9:F0}  {group,10:F1}  {store.Median.TotalMilliseconds,9:F2}  {store.P99.TotalMilliseconds,6:F2}  {limit,7:F0}  {store.PerSecond / limit,5:P0}"));
        }
    }

    private static async Task<(LoadResult Load, double AppendsPerCommit)> MeasureStoreAsync(int clients, TimeSpan duration)
    {
        using var folder = new ScratchFolder();
        using var database = new SqliteDatabase(new OptionsWrapper<StorageOptions>(new StorageOptions { Path = folder.Path }));
        var store = new SqliteEventStore(database, new StoreSignals());
        var workload = new Workload();

        var load = await ClosedLoop.RunAsync(clients, duration, async _ =>
        {
            if (!await store.AppendAsync(workload.Next(), CancellationToken.None))
                throw new InvalidOperationException("An append to a stream of its own met a conflict.");
        });
        return (load, (double)load.Count / database.Writer.Commits);
    }

    private static double MeasureLimit(double group, TimeSpan duration)
    {
        using var folder = new ScratchFolder();
        using var rows = new RawRows(Path.Combine(folder.Path, "approvals.db"));
        var workload = new Workload();
        return rows.Run(group, During(duration, workload.Next)).PerSecond;
    }

    private static IEnumerable<Append> During(TimeSpan duration, Func<Append> next)
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < duration;)
            yield return next();
    }
}
