using System.Diagnostics;

namespace Bench;

/// <summary>How much a closed loop got done.</summary>
/// <param name="Count">Pieces of work acknowledged.</param>
/// <param name="Elapsed">Real time.</param>
/// <param name="Median">Of the time from sending to acknowledgement.</param>
/// <param name="P99">The same, at the 99th percentile.</param>
internal sealed record LoadResult(long Count, TimeSpan Elapsed, TimeSpan Median, TimeSpan P99)
{
    public double PerSecond => Count / Elapsed.TotalSeconds;
}

/// <summary>Clients that each send their next piece of work once the last one is acknowledged.</summary>
internal static class ClosedLoop
{
    /// <param name="clients">How many at the same time.</param>
    /// <param name="duration">For how long; work begun by then is finished and counted.</param>
    /// <param name="work">One piece of work by the client with this number.</param>
    public static async Task<LoadResult> RunAsync(int clients, TimeSpan duration, Func<int, Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        var latencies = await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(() => ClientAsync(client))));
        var elapsed = Stopwatch.GetElapsedTime(start);
        var sorted = latencies.SelectMany(l => l).Order().ToList();
        return new LoadResult(sorted.Count, elapsed, sorted[sorted.Count / 2], sorted[sorted.Count * 99 / 100]);

        async Task<List<TimeSpan>> ClientAsync(int client)
        {
            var taken = new List<TimeSpan>();
            while (Stopwatch.GetElapsedTime(start) < duration)
            {
                var sent = Stopwatch.GetTimestamp();
                await work(client);
                taken.Add(Stopwatch.GetElapsedTime(sent));
            }

            return taken;
        }
    }
}
