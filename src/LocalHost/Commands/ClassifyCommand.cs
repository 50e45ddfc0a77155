using System.CommandLine;
using System.Text.Json;
using Spectre.Console;
using Workflow.Core.Classification;
using Workflow.Core.Requests;
using Command = System.CommandLine.Command;

namespace LocalHost.Commands;

/// <summary><c>approvals classify FILE|-</c>: what a policy makes of a declaration, and on which words it rests. Nothing is submitted.</summary>
internal static class ClassifyCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A mail (.eml), a declaration as JSON, labelled declarations as JSON lines, or plain text; - reads the standard input." };
        var policy = PolicyOption.Create();
        var json = new Option<bool>("--json") { Description = "Print a JSON array instead." };
        var heard = new Option<bool>("--heard") { Description = "Show what each sentence is heard to speak of: for authors of signals." };
        var atMost = new Option<string>("--at-most")
        {
            Description = "The tier that is still fine: anything above is exit code 1.",
            DefaultValueFactory = _ => Wire.Word(Tier.Written),
        };
        atMost.AcceptOnlyFromAmong([.. Wire.All<Tier>()]);
        var command = new Command("classify", "Tell what a policy finds in a declaration. Exit code 0: classified, 1: above --at-most, 2: could not be read.") { file, policy, json, heard, atMost };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(file), parsed.GetRequiredValue(policy), parsed.GetRequiredValue(json), parsed.GetRequiredValue(heard), Wire.Read<Tier>(parsed.GetRequiredValue(atMost))!.Value, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string file, FileInfo policyFile, bool json, bool heard, Tier atMost, CancellationToken cancellationToken)
    {
        if (Loaded.Policy(policyFile) is not { } policy)
        {
            return ExitCode.Failed;
        }

        var (declarations, problem) = await DeclarationInput.ReadAsync(file, cancellationToken);
        if (problem is not null)
        {
            await Console.Error.WriteLineAsync(problem);
            return ExitCode.Failed;
        }

        var classified = declarations.Select(d => Classified.Of(policy, d)).ToList();
        if (json)
        {
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(classified, ClassifiedJson.Default.ListClassified));
        }
        else
        {
            Wide.IfRedirected();
            foreach (var (declaration, result) in declarations.Zip(classified))
            {
                ClassifiedText.Write(AnsiConsole.Console, policy, result);
                if (heard)
                {
                    ClassifiedText.Write(AnsiConsole.Console, HeardSentence.In(policy, declaration));
                }
            }
        }

        return classified.Exists(c => c.Tier > atMost) ? ExitCode.No : ExitCode.Fine;
    }
}
