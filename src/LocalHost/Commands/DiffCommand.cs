using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;
using Workflow.Core.Policies.Comparison;
using Command = System.CommandLine.Command;

namespace LocalHost.Commands;

/// <summary><c>approvals policy diff A B</c>: what a policy changes against another one, in words, and where it asks for less.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        var from = new Argument<FileInfo>("A") { Description = "The policy document as it was." };
        var to = new Argument<FileInfo>("B") { Description = "The policy document as it shall be." };
        var json = new Option<bool>("--json") { Description = "Print a JSON array instead." };
        var command = new Command("diff", "Tell what a policy changes. Exit code 0: nothing or stricter, 1: laxer somewhere, 2: could not be read.") { from, to, json };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(from), parsed.GetRequiredValue(to), parsed.GetValue(json)));
        return command;
    }

    private static int Run(FileInfo fromFile, FileInfo toFile, bool json)
    {
        if (Loaded.Policy(fromFile) is not { } from || Loaded.Policy(toFile) is not { } to)
        {
            return ExitCode.Failed;
        }

        var changes = PolicyComparison.Changes(from, to);
        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(changes, ChangesJson.Default.IReadOnlyListChange));
        }
        else
        {
            Write(AnsiConsole.Console, changes);
        }

        return changes.Any(c => c.Direction is Direction.Laxer) ? ExitCode.No : ExitCode.Fine;
    }

    private static void Write(IAnsiConsole console, IReadOnlyList<Change> changes)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn().AddColumn();
        foreach (var change in changes)
        {
            grid.AddRow(new Text(Word(change.Direction), Style(change.Direction)), new Text(change.Part), new Text(change.Words));
        }

        Wide.IfRedirected();
        console.Write(grid);
        console.WriteLine(Sum(changes));
    }

    private static string Word(Direction direction) => direction.ToString().ToLowerInvariant();

    private static Style Style(Direction direction) => direction switch
    {
        Direction.Laxer => new Style(Color.Red),
        Direction.Stricter => new Style(Color.Green),
        _ => Spectre.Console.Style.Plain,
    };

    private static string Sum(IReadOnlyList<Change> changes)
    {
        var laxer = changes.Count(c => c.Direction is Direction.Laxer);
        return changes.Count == 0 ? "Both say the same." : $"{changes.Count} changes, {(laxer == 0 ? "none of them laxer" : $"{laxer} of them laxer")}.";
    }
}

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<Change>))]
internal sealed partial class ChangesJson : JsonSerializerContext;
