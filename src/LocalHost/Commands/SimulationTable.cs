using Spectre.Console;
using Workflow.Core.Classification;
using Workflow.Core.Policies.Simulation;
using Workflow.Core.Requests;

namespace LocalHost.Commands;

/// <summary>A simulation as people read it: how many go from which tier to which, and each request that would change.</summary>
internal static class SimulationTable
{
    public static void Write(IAnsiConsole console, IReadOnlyCollection<Simulated> simulated)
    {
        console.Write(Tiers(simulated));
        var changed = simulated.Where(s => s.IsChanged).ToList();
        if (changed.Count > 0)
        {
            console.Write(Changed(changed));
        }

        console.WriteLine($"{simulated.Count} requests, {changed.Count} would change, {changed.Count(s => s.IsLaxer)} would be asked less.");
    }

    private static Table Tiers(IReadOnlyCollection<Simulated> simulated)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("before \\ after").AddColumns([.. Wire.All<Tier>()]);
        foreach (var before in Enum.GetValues<Tier>())
        {
            table.AddRow([Wire.Word(before), .. Enum.GetValues<Tier>().Select(after => $"{simulated.Count(s => s.Before.Tier == before && s.After.Tier == after)}")]);
        }

        return table;
    }

    private static Table Changed(List<Simulated> changed)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("request", "tier", "would be", "what differs");
        foreach (var one in changed)
        {
            table.AddRow(
                new Text($"{one.Id}\n{one.Title}"),
                new Text(Wire.Word(one.Before.Tier)),
                new Text(Wire.Word(one.After.Tier), one.IsLaxer ? new Style(Color.Red) : Style.Plain),
                new Text(string.Join('\n', Differences(one.Before, one.After))));
        }

        return table;
    }

    private static IEnumerable<string> Differences(Judgement before, Judgement after) =>
    [
        .. Difference("seat", before.Seats, after.Seats),
        .. Difference("consent", before.Consents.Select(Wire.Word), after.Consents.Select(Wire.Word)),
        .. before.Conditions == after.Conditions ? [] : new[] { $"conditions: {before.Conditions} became {after.Conditions}" },
        .. Difference("finding", before.Findings.Select(Wire.Word), after.Findings.Select(Wire.Word)),
    ];

    private static IEnumerable<string> Difference(string what, IEnumerable<string> before, IEnumerable<string> after) =>
        after.Except(before).Select(added => $"+ {what} {added}").Concat(before.Except(after).Select(gone => $"- {what} {gone}"));
}
