using System.Globalization;
using Spectre.Console;
using Workflow.Core.Classification;
using Workflow.Core.Classification.Learned;
using Workflow.Core.Policies;
using Workflow.Core.Requests;
using Rule = Workflow.Core.Policies.Rule;

namespace LocalHost.Commands;

/// <summary>From which scores on a model may be believed, as people read it before they write it into a policy.</summary>
internal static class TrainTables
{
    public static void Write(IAnsiConsole console, Policy policy, IReadOnlyList<HeldOut> heldOut)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("finding");
        foreach (var column in new[] { "examples", "average precision", "raise-at", "raised", "doubt-at", "raised or doubted" })
        {
            table.AddColumn(new TableColumn(column).RightAligned());
        }

        foreach (var s in Enum.GetValues<FindingCode>().Select(code => Suggestion.Of(code, Rule.StrictestFor(code, policy.Rules), heldOut)))
        {
            table.AddRow(
                Wire.Word(s.Code), $"{s.Examples}", Number(s.AveragePrecision), s.RaiseAt is { } raise ? Number(raise) : "never", Number(s.Raised), Number(s.DoubtAt), Number(s.Heard));
        }

        console.Write(table);
    }

    private static string Number(double number) => number.ToString("0.00", CultureInfo.InvariantCulture);
}
