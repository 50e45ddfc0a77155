using System.CommandLine;
using System.Globalization;
using System.Text;
using Spectre.Console;
using Workflow.Core.Classification.Evaluation;
using Workflow.Core.Classification.Learned;
using Workflow.Core.Policies;
using Command = System.CommandLine.Command;
using Rule = Workflow.Core.Policies.Rule;

namespace LocalHost.Commands;

/// <summary><c>approvals policy train</c>: learns a model from a corpus, and tells what it does with declarations it has not seen.</summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var corpus = new Option<DirectoryInfo>("--corpus")
        {
            Description = "The folder of labelled declarations (*.jsonl).",
            DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("policies", "corpus")),
        };
        var output = new Option<FileInfo>("--out")
        {
            Description = "Where to write the model.",
            DefaultValueFactory = _ => new FileInfo(Path.Combine("policies", "models", "learned-1.txt")),
        };
        var folds = new Option<int>("--folds") { Description = "Into how many parts to split the corpus for the tables; 0 for no tables.", DefaultValueFactory = _ => 5 };
        var policy = PolicyOption.Create();
        var command = new Command("train", "Learn a model from a corpus. The same corpus gives the same bytes on every machine. Exit code 0: written, 2: a file could not be used.")
        {
            corpus, output, folds, policy,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(corpus), parsed.GetRequiredValue(output), parsed.GetRequiredValue(folds), parsed.GetRequiredValue(policy), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(DirectoryInfo corpus, FileInfo output, int folds, FileInfo policyFile, CancellationToken cancellationToken)
    {
        if (Loaded.Corpus(corpus) is not { } cases || Loaded.Policy(policyFile) is not { } policy)
        {
            return ExitCode.Failed;
        }

        if (folds > 1)
        {
            Wide.IfRedirected();
            ShowHeldOut(AnsiConsole.Console, policy, HeldOut.Of(cases, policy, folds, cancellationToken));
        }

        var text = ModelText.Write(Trainer.Train(cases, policy, cancellationToken));
        output.Directory!.Create();
        await File.WriteAllTextAsync(output.FullName, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellationToken);
        await Console.Out.WriteLineAsync($"{output}: learned from {cases.Count} declarations, {text.Length / 1024} KB.");
        return ExitCode.Fine;
    }

    private static void ShowHeldOut(IAnsiConsole console, Policy policy, IReadOnlyList<HeldOut> heldOut)
    {
        console.MarkupLine("[bold]Each declaration by a model that has not seen it.[/]");
        TrainTables.Write(console, policy, heldOut);
        if (policy.Learned is not { } learned)
        {
            return;
        }

        Show("rules only", policy with { Learned = null }, _ => null);
        Show("model only", policy with { Rules = Array.Empty<Rule>() }, held => learned with { Model = held.Model });
        Show("rules and model", policy, held => learned with { Model = held.Model });

        void Show(string title, Policy by, Func<HeldOut, LearnedSignal?> hears)
        {
            var scores = Scores.Of([.. heldOut.Select(h => JudgedCase.Of(by with { Learned = hears(h) }, h.Case))]);
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{title}[/]");
            EvalTables.Write(console, scores, new Demands().Compare(scores));
        }
    }
}
