using System.CommandLine;
using Workflow.Adapters.Files;

namespace LocalHost.Commands;

/// <summary><c>approvals directory lint FILE</c>: everything that is wrong with a directory document, with line and column.</summary>
internal static class DirectoryCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The directory document; the documents of holidays it names are read with it." };
        var lint = new Command("lint", "Tell what is wrong with a directory document. Exit code 0: nothing, 1: errors, 2: no such file.") { file };
        lint.SetAction(parsed => Lint.File(parsed.GetRequiredValue(file), path =>
        {
            var (directory, problems) = DirectoryFile.Read(path);
            return (problems, directory is null ? "" : $"{directory.People.Count} people, {directory.Productions.Count} productions");
        }));
        return new Command("directory", "Work with directory documents.") { lint };
    }
}
