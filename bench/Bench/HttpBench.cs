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
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    public static async Task RunAsync(TimeSpan duration)
    {
        // The process warms up and the disk's cache fills before anything is counted.
        await MeasureAsync(Tier.Review, 16, WarmUp);

        Console.WriteLine("tier    clients  lifecycles/s  median ms  p99 ms  appends each  per commit  limit/s  ratio");
        foreach (var (tier, clients) in ((Tier, int)[])[(Tier.Notify, 1), (Tier.Notify, 16), (Tier.Notify, 64), (Tier.Review, 16)])
        {
            var (load, appends, group) = await MeasureAsync(tier, clients, duration);
            var limit = Limit(group, appends) * load.Count / appends.Count;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{Wire.Word(tier),-6}  {clients,7}  {load.PerSecond,12:F0}  {load.Median.TotalMilliseconds,9:F1}  {load.P99.TotalMilliseconds,6:F1}  {(double)appends.Count / load.Count,12:F1}  {group,10:F1}  {limit,7:F0}  {load.PerSecond / limit,5:P0}"));
        }
    }

    private static async Task<(LoadResult Load, IReadOnlyList<Append> Appends, double PerCommit)> MeasureAsync(
        Tier tier, int clients, TimeSpan duration)
    {
        await using var server = await BenchServer.StartAsync();
        var crew = Enumerable.Range(0, clients).Select(_ => new Lifecycle(server, tier)).ToList();
        await ClosedLoop.RunAsync(clients, WarmUp, client => crew[client].LiveAsync());

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

    private static double Limit(double group, IReadOnlyList<Append> appends)
    {
        using var folder = new ScratchFolder();
        using var rows = new RawRows(Path.Combine(folder.Path, "approvals.db"));
        return rows.Run(group, appends).PerSecond;
    }
}
