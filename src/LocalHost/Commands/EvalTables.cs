using System.Globalization;
using Spectre.Console;
using Workflow.Core.Classification;
using Workflow.Core.Classification.Evaluation;
using Workflow.Core.Requests;

namespace LocalHost.Commands;

/// <summary>Scores as people read them.</summary>
internal static class EvalTables
{
    public static void Write(IAnsiConsole console, Scores scores, IReadOnlyList<Measure> measures)
    {
        console.Write(Confusion(scores));
        console.Write(ByFinding(scores));
        console.Write(ByLanguage(scores));
        console.Write(Demanded(measures));
    }

    private static Table Confusion(Scores scores)
    {
        var table = With("expected \\ given", [.. Wire.All<Tier>(), "recall", "precision"]);
        foreach (var (tier, came) in scores.Confusion)
        {
            table.AddRow([Wire.Word(tier), .. came.Values.Select(n => $"{n}"), Share(scores.Tiers[tier].Recall), Share(scores.Tiers[tier].Precision)]);
        }

        return table;
    }

    private static Table ByFinding(Scores scores)
    {
        var table = With("finding", "expected", "given", "right", "recall", "precision");
        foreach (var (code, score) in scores.Findings)
        {
            table.AddRow(Wire.Word(code), $"{score.Expected}", $"{score.Given}", $"{score.Right}", Share(score.Recall), Share(score.Precision));
        }

        return table;
    }

    private static Table ByLanguage(Scores scores)
    {
        var table = With("language", "cases", "tier accuracy", "finding recall", "finding precision");
        foreach (var (language, score) in scores.Languages)
        {
            table.AddRow(language, $"{score.Cases}", Share(score.TierAccuracy), Share(score.Findings.Recall), Share(score.Findings.Precision));
        }

        return table;
    }

    private static Table Demanded(IReadOnlyList<Measure> measures)
    {
        var table = With("demand", "reached", "demanded", "");
        foreach (var measure in measures)
        {
            table.AddRow(
                measure.Name, Share(measure.Reached), $"{(measure.AtMost ? "≤" : "≥")} {Share(measure.Demanded)}", measure.IsMet ? "[green]met[/]" : "[red]missed[/]");
        }

        return table;
    }

    private static Table With(string first, params ReadOnlySpan<string> others)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn(first);
        foreach (var other in others)
        {
            table.AddColumn(new TableColumn(other).RightAligned());
        }

        return table;
    }

    private static string Share(double share) => share.ToString("0.000", CultureInfo.InvariantCulture);
}
