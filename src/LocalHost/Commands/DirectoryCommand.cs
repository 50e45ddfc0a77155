using System.CommandLine;
using Workflow.Adapters.Files;
using Workflow.Adapters.Graph.People;
using Workflow.Core.Documents;

namespace LocalHost.Commands;

/// <summary><c>approvals directory lint FILE</c>: everything that is wrong with a directory document or a roster, with line and column.</summary>
internal static class DirectoryCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The document; the documents of holidays it names are read with it." };
        var roster = new Option<bool>("--roster") { Description = "It is a roster: groups of Entra ID fill the roles." };
        var lint = new Command("lint", "Tell what is wrong with a directory document. Exit code 0: nothing, 1: errors, 2: no such file.") { file, roster };
        lint.SetAction(parsed => Lint.File(parsed.GetRequiredValue(file), path => parsed.GetValue(roster) ? Roster(path) : Directory(path)));
        return new Command("directory", "Work with directory documents.") { lint };
    }

    private static (IReadOnlyList<PolicyProblem> Problems, string Content) Directory(string path)
    {
        var (directory, problems) = DirectoryFile.Read(path);
        return (problems, directory is null ? "" : $"{directory.People.Count} people, {directory.Productions.Count} productions");
    }

    private static (IReadOnlyList<PolicyProblem> Problems, string Content) Roster(string path)
    {
        var (roster, problems) = RosterFile.Read(path);
        return (problems, roster is null ? "" : $"{roster.Groups.Count()} groups, {roster.Productions.Count} productions");
    }
}
