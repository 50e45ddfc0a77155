using System.Diagnostics;
using Workflow.Core.Approval;

namespace Core.Tests.Simulation;

/// <summary>One production year as it was played.</summary>
/// <param name="Summary">The same for the same seed.</param>
/// <param name="Complaints">What was promised and not kept.</param>
/// <param name="Seen">The kinds of events that happened.</param>
/// <param name="Took">In real time.</param>
internal sealed record Year(string Summary, IReadOnlyList<string> Complaints, IReadOnlySet<string> Seen, TimeSpan Took)
{
    /// <summary>Plays a year from its first working day until its last approval has lapsed.</summary>
    public static async Task<Year> PlayAsync(int seed, int requests)
    {
        var watch = Stopwatch.StartNew();
        var world = new World(seed);
        var inspection = new Inspection(world);
        world.Crew.Send(requests);
        await world.Agenda.RunAsync(Calendar.End);

        var histories = new List<RequestHistory>();
        foreach (var summary in world.Streams.Summaries)
        {
            histories.Add((await world.Desk.HistoryAsync(summary.Id, CancellationToken.None))!);
        }

        var complaints = await new Audit(world).FindAsync(histories);
        var text = new Summary(world, histories).Write(seed, inspection.MostOpen);
        var seen = histories.SelectMany(h => h.Events).Select(e => e.Event.GetType().Name).ToHashSet();
        return new Year(text, [.. inspection.Found, .. complaints], seen, watch.Elapsed);
    }
}
