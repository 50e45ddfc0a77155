using Workflow.Adapters.Files;
using Workflow.Core.Classification.Evaluation;
using Workflow.Core.Documents;
using Workflow.Core.People;
using Workflow.Core.Policies;

namespace LocalHost.Commands;

/// <summary>Documents as commands need them: whole, or null once what is wrong with them was printed.</summary>
internal static class Loaded
{
    public static Policy? Policy(FileInfo file)
    {
        if (!Exists(file))
        {
            return null;
        }

        var (policy, problems) = PolicyFile.Read(file.FullName);
        Tell(problems.Where(p => p.Severity is Severity.Error));
        return policy;
    }

    public static DirectoryDocument? Directory(FileInfo file)
    {
        if (!Exists(file))
        {
            return null;
        }

        var (directory, problems) = DirectoryFile.Read(file.FullName);
        Tell(problems.Where(p => p.Severity is Severity.Error));
        return directory;
    }

    public static IReadOnlyList<LabelledCase>? Cases(FileInfo file)
    {
        if (!Exists(file))
        {
            return null;
        }

        var reading = CaseReader.Read(new DocumentText(file.Name, File.ReadAllText(file.FullName)));
        Tell(reading.Problems);
        return reading.Problems.Count == 0 ? reading.Cases : null;
    }

    public static IReadOnlyList<LabelledCase>? Corpus(DirectoryInfo folder)
    {
        var files = folder.Exists ? folder.GetFiles("*.jsonl").OrderBy(f => f.Name, StringComparer.Ordinal).ToList() : [];
        if (files.Count == 0)
        {
            Console.Error.WriteLine($"There are no labelled declarations (*.jsonl) in {folder}.");
            return null;
        }

        var read = files.Select(Cases).ToList();
        return read.Contains(null) ? null : [.. read.SelectMany(c => c!)];
    }

    private static bool Exists(FileSystemInfo file)
    {
        if (!file.Exists)
        {
            Console.Error.WriteLine($"There is no file {file}.");
        }

        return file.Exists;
    }

    private static void Tell(IEnumerable<PolicyProblem> problems)
    {
        foreach (var problem in problems)
        {
            Console.Error.WriteLine(problem);
        }
    }
}
