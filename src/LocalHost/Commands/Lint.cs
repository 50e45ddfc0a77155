using Workflow.Core.Documents;

namespace LocalHost.Commands;

/// <summary>Prints what is wrong with a document, as compilers do.</summary>
internal static class Lint
{
    /// <summary>Reads a file and prints its problems; the exit code of the command.</summary>
    /// <param name="file">The document.</param>
    /// <param name="read">Its problems, and what it holds when none is an error.</param>
    public static int File(FileInfo file, Func<string, (IReadOnlyList<PolicyProblem> Problems, string Content)> read)
    {
        if (!file.Exists)
        {
            Console.Error.WriteLine($"There is no file {file}.");
            return ExitCode.Failed;
        }

        var (problems, content) = read(file.FullName);
        foreach (var problem in problems)
        {
            Console.WriteLine(problem);
        }

        if (problems.Any(p => p.Severity == Severity.Error))
        {
            return ExitCode.No;
        }

        Console.WriteLine($"{file.Name}: {content}, no errors.");
        return ExitCode.Fine;
    }
}
