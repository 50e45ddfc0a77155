using System.Collections.Concurrent;
using System.Globalization;
using Workflow.Core.Classification;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Bench;

/// <summary>
/// Whole lives of requests per second through HTTP, each commit on disk before it is answered, beside the limit: the
/// rows that the same lives left, written again straight to SQLite in groups of the same size.
/// </summary>
internal static class HttpBench
{
    // Until the compiler has seen the hot paths often enough to leave the processors alone.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(2);

    public static async Task RunAsync(TimeSpan duration)
    {
        // One folder, deleted at the end: a file system is slow for a while where thousands of files were just deleted.
        using var folder = new ScratchFolder();
        await MeasureAsync(folder.New(), Tier.Review, 16, WarmUp);

        Console.WriteLine("tier    clients  lifecycles/s  median ms  p99 ms  appends each  per commit  limit/s  ratio");
        foreach (var (tier, clients) in ((Tier, int)[])[(Tier.Notify, 1), (Tier.Notify, 16), (Tier.Notify, 64), (Tier.Review, 16)])
        {
            var (load, appends, group) = await MeasureAsync(folder.New(), tier, clients, duration);
            var limit = Limit(folder.New(), group, appends) * load.Count / appends.Count;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{Wire.Word(tier),-6}  {clients,7}  {load.PerSecond,12:F0}  {load.Median.TotalMilliseconds,9:F1}  {load.P99.TotalMilliseconds,6:F1}  {(double)appends.Count / load.Count,12:F1}  {group,10:F1}  {limit,7:F0}  {load.PerSecond / limit,5:P0}"));
        }
    }

    private static async Task<(LoadResult Load, IReadOnlyList<Append> Appends, double PerCommit)> MeasureAsync(
        string folder, Tier tier, int clients, TimeSpan duration)
    {
        await using var server = await BenchServer.StartAsync(folder);
        var crew = Enumerable.Range(0, clients).Select(_ => new Lifecycle(server, tier)).ToList();
        await ClosedLoop.RunAsync(clients, Settling, client => crew[client].LiveAsync());

        var lived = new ConcurrentBag<RequestId>();
        var before = server.Commits;
        var load = await ClosedLoop.RunAsync(clients, duration, async client => lived.Add(await crew[client].LiveAsync()));
        var commits = server.Commits - before;
        crew.ForEach(c => c.Dispose());

        var appends = new List<Append>();
        foreach (var id in lived)
            appends.AddRange(Retelling.Of((await server.Desk.HistoryAsync(id, CancellationToken.None))!));
        return (load, [.. appends.OrderBy(a => a.Summary.ChangedAt)], (double)appends.Count / commits);
    }

    private static double Limit(string folder, double group, IReadOnlyList<Append> appends)
    {
        using var rows = new RawRows(Path.Combine(folder, "approvals.db"));
        return rows.Run(group, appends).PerSecond;
    }
}
