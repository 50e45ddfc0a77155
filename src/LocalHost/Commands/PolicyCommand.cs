using System.CommandLine;
using Workflow.Adapters.Files;
using Workflow.Core.Documents;
using Workflow.Core.Policies;

namespace LocalHost.Commands;

/// <summary><c>approvals policy</c>: <c>lint FILE</c> tells everything that is wrong with a policy document, with line and column.</summary>
internal static class PolicyCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The policy document; the documents of signals and holidays it names are read with it." };
        var directory = new Option<FileInfo?>("--directory") { Description = "The directory document: also tell which seats nobody fills." };
        var lint = new Command("lint", "Tell what is wrong with a policy document. Exit code 0: nothing, 1: errors, 2: no such file.") { file, directory };
        lint.SetAction(parsed => parsed.GetValue(directory) is { } people
            ? LintWith(parsed.GetRequiredValue(file), people)
            : Lint.File(parsed.GetRequiredValue(file), path => Told(PolicyFile.Read(path))));
        return new Command("policy", "Work with policy documents.") { lint, DiffCommand.Create(), SimulateCommand.Create(), EvalCommand.Create(), TrainCommand.Create() };
    }

    private static int LintWith(FileInfo file, FileInfo people) => Loaded.Directory(people) is not { } directory
        ? ExitCode.Failed
        : Lint.File(file, path => Told(PolicyFile.Read(path, directory, TimeProvider.System.GetUtcNow())));

    private static (IReadOnlyList<PolicyProblem> Problems, string Content) Told(PolicyReading reading) =>
        (reading.Problems, reading.Policy is { } policy ? $"{policy.Title}, version {policy.Stamp.Version}: {policy.Rules.Count} rules" : "");
}
