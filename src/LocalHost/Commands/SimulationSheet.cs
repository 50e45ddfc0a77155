using System.Globalization;
using Workflow.Core.Documents;
using Workflow.Core.Policies.Simulation;
using Workflow.Core.Requests;

namespace LocalHost.Commands;

/// <summary>A simulation as CSV: a line for each request, before and after side by side.</summary>
internal static class SimulationSheet
{
    private static readonly Sheet<Simulated> Sheet = new(
        ("Request", s => s.Id.ToString()),
        ("Production", s => s.Production),
        ("Title", s => s.Title),
        ("Status", s => Wire.Word(s.Status)),
        ("Changed", s => s.IsChanged ? "yes" : "no"),
        ("Laxer", s => s.IsLaxer ? "yes" : "no"),
        ("Tier before", s => Wire.Word(s.Before.Tier)),
        ("Tier after", s => Wire.Word(s.After.Tier)),
        ("Seats before", s => string.Join('\n', s.Before.Seats)),
        ("Seats after", s => string.Join('\n', s.After.Seats)),
        ("Consents before", s => string.Join('\n', s.Before.Consents.Select(Wire.Word))),
        ("Consents after", s => string.Join('\n', s.After.Consents.Select(Wire.Word))),
        ("Conditions before", s => s.Before.Conditions.ToString(CultureInfo.InvariantCulture)),
        ("Conditions after", s => s.After.Conditions.ToString(CultureInfo.InvariantCulture)),
        ("Findings before", s => string.Join('\n', s.Before.Findings.Select(Wire.Word))),
        ("Findings after", s => string.Join('\n', s.After.Findings.Select(Wire.Word))));

    public static string Of(IEnumerable<Simulated> simulated) => Sheet.Of(simulated);
}
