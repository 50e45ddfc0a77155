using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using Workflow.Core.Classification;
using Workflow.Core.Classification.Evaluation;
using Workflow.Core.Policies;
using Command = System.CommandLine.Command;

namespace LocalHost.Commands;

/// <summary><c>approvals policy eval CASES</c>: how well a policy classifies labelled declarations.</summary>
internal static class EvalCommand
{
    private static readonly Demands Default = new();

    public static Command Create()
    {
        var cases = new Argument<FileInfo>("CASES") { Description = "Labelled declarations, one JSON object a line." };
        var policy = PolicyOption.Create();
        var json = new Option<bool>("--json") { Description = "Print everything as JSON instead of tables." };
        var errors = new Option<bool>("--errors") { Description = "List the cases that came out wrong, with the evidence." };
        var rulesOnly = new Option<bool>("--rules-only") { Description = "Leave the learned signal out." };
        var tierAccuracy = AtLeast("--tier-accuracy", "Cases that come to the expected tier", Default.TierAccuracy);
        var writtenAsNotify = new Option<double>("--written-as-notify")
        {
            Description = "Of the cases that need written approval, the share that may come to a notification.",
            DefaultValueFactory = _ => Default.WrittenAsNotify,
        };
        var writtenRecall = AtLeast("--written-recall", "Recall of written approval", Default.WrittenRecall);
        var writtenPrecision = AtLeast("--written-precision", "Precision of written approval", Default.WrittenPrecision);
        var notifyRecall = AtLeast("--notify-recall", "Recall of notifications", Default.NotifyRecall);
        var findingRecall = AtLeast("--finding-recall", "Recall averaged over the findings", Default.FindingRecall);
        var findingPrecision = AtLeast("--finding-precision", "Precision averaged over the findings", Default.FindingPrecision);
        var command = new Command("eval", "Measure how a policy classifies labelled declarations. Exit code 0: all demands met, 1: not, 2: a file could not be used.")
        {
            cases, policy, json, errors, rulesOnly,
            tierAccuracy, writtenAsNotify, writtenRecall, writtenPrecision, notifyRecall, findingRecall, findingPrecision,
        };
        command.SetAction(parsed =>
        {
            var demands = new Demands
            {
                TierAccuracy = parsed.GetRequiredValue(tierAccuracy),
                WrittenAsNotify = parsed.GetRequiredValue(writtenAsNotify),
                WrittenRecall = parsed.GetRequiredValue(writtenRecall),
                WrittenPrecision = parsed.GetRequiredValue(writtenPrecision),
                NotifyRecall = parsed.GetRequiredValue(notifyRecall),
                FindingRecall = parsed.GetRequiredValue(findingRecall),
                FindingPrecision = parsed.GetRequiredValue(findingPrecision),
            };
            return Loaded.Policy(parsed.GetRequiredValue(policy)) is { } judge && Loaded.Cases(parsed.GetRequiredValue(cases)) is { } labelled
                ? Run(parsed.GetRequiredValue(rulesOnly) ? judge with { Learned = null } : judge, labelled, demands, parsed.GetRequiredValue(json), parsed.GetRequiredValue(errors))
                : ExitCode.Failed;
        });
        return command;
    }

    private static Option<double> AtLeast(string name, string what, double value) => new(name)
    {
        Description = $"{what}, at least.",
        DefaultValueFactory = _ => value,
    };

    private static int Run(Policy policy, IReadOnlyList<LabelledCase> cases, Demands demands, bool json, bool errors)
    {
        var judged = cases.Select(c => JudgedCase.Of(policy, c)).ToList();
        var scores = Scores.Of(judged);
        var measures = demands.Compare(scores);
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(EvalReport.Of(policy, scores, measures, judged), EvalJson.Default.EvalReport));
        }
        else
        {
            Wide.IfRedirected();
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"{scores.Cases} cases by [bold]{policy.Title}[/], version {policy.Stamp.Version}, classifier {Classifier.Version}{(policy.Learned is null ? ", rules only" : "")}.");
            AnsiConsole.MarkupLine("Doubts that rest on open questions alone are left out: the submitter would be asked for the answers.");
            EvalTables.Write(AnsiConsole.Console, scores, measures);
            if (errors)
            {
                EvalErrors.Write(AnsiConsole.Console, judged);
            }
        }

        return measures.All(m => m.IsMet) ? ExitCode.Fine : ExitCode.No;
    }
}
