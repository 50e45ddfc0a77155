using System.CommandLine;
using Workflow.Adapters.Files;
using Workflow.Core.Documents;

namespace LocalHost.Commands;

/// <summary><c>approvals policy lint FILE</c>: everything that is wrong with a policy document, with line and column.</summary>
internal static class PolicyCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The policy document; the signals documents it names are read with it." };
        var lint = new Command("lint", "Tell what is wrong with a policy document. Exit code 0: nothing, 1: errors, 2: no such file.") { file };
        lint.SetAction(parsed => Lint(parsed.GetRequiredValue(file)));
        return new Command("policy", "Work with policy documents.") { lint };
    }

    private static int Lint(FileInfo file)
    {
        if (!file.Exists)
        {
            Console.Error.WriteLine($"There is no file {file}.");
            return ExitCode.Failed;
        }

        var (policy, problems) = PolicyFile.Read(file.FullName);
        foreach (var problem in problems)
        {
            Console.WriteLine(problem);
        }

        if (problems.Any(p => p.Severity == Severity.Error))
        {
            return ExitCode.No;
        }

        Console.WriteLine($"{file.Name}: {policy!.Title}, version {policy.Stamp.Version}: {policy.Rules.Count} rules, no errors.");
        return ExitCode.Fine;
    }
}
