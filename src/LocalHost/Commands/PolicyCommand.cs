using System.CommandLine;
using Workflow.Adapters.Files;

namespace LocalHost.Commands;

/// <summary><c>approvals policy</c>: <c>lint FILE</c> tells everything that is wrong with a policy document, with line and column.</summary>
internal static class PolicyCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The policy document; the documents of signals and holidays it names are read with it." };
        var lint = new Command("lint", "Tell what is wrong with a policy document. Exit code 0: nothing, 1: errors, 2: no such file.") { file };
        lint.SetAction(parsed => Lint.File(parsed.GetRequiredValue(file), path =>
        {
            var (policy, problems) = PolicyFile.Read(path);
            return (problems, policy is null ? "" : $"{policy.Title}, version {policy.Stamp.Version}: {policy.Rules.Count} rules");
        }));
        return new Command("policy", "Work with policy documents.") { lint, EvalCommand.Create(), TrainCommand.Create() };
    }
}
