using System.Diagnostics.CodeAnalysis;
using System.Text;
using Workflow.Core.Documents;
using Workflow.Core.Policies;

namespace Workflow.Adapters.Files;

/// <summary>Loads a document; what goes wrong is a problem that its author can mend.</summary>
internal static class DocumentFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static bool TryRead(
        string path, string name, [NotNullWhen(true)] out DocumentText? document, [NotNullWhen(false)] out PolicyProblem? problem)
    {
        (document, problem) = Read(path, name);
        return document is not null;
    }

    /// <summary>Loads the documents that one names, from beside or below it; a name that leads elsewhere is passed over.</summary>
    /// <param name="path">The document that names them.</param>
    /// <param name="names">Such as <c>signals/en.yaml</c>.</param>
    /// <param name="problems">Files that cannot be read.</param>
    public static IReadOnlyList<DocumentText> ReadParts(string path, IEnumerable<string> names, out IReadOnlyList<PolicyProblem> problems)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var parts = new List<DocumentText>();
        var unread = new List<PolicyProblem>();
        foreach (var name in names.Distinct().Where(name => IsWithin(folder, name)))
        {
            if (TryRead(Path.Combine(folder, name), name, out var text, out var failure))
            {
                parts.Add(text);
            }
            else
            {
                unread.Add(failure);
            }
        }

        problems = unread;
        return parts;
    }

    // A document must not make us read what lies elsewhere.
    private static bool IsWithin(string folder, string name) =>
        name.Length > 0
        && !name.Contains('\0', StringComparison.Ordinal)
        && Path.GetFullPath(Path.Combine(folder, name)).StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static (DocumentText? Document, PolicyProblem? Problem) Read(string path, string name)
    {
        try
        {
            return (new DocumentText(name, File.ReadAllText(path, Strict)), null);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return (null, Problem(name, $"The file '{path}' cannot be read: {unreadable.Message}", "Check the path and who may read it."));
        }
        catch (DecoderFallbackException)
        {
            return (null, Problem(name, "The file is not UTF-8.", "Save it as UTF-8."));
        }
    }

    private static PolicyProblem Problem(string name, string message, string remedy) => new(1, 1, message, remedy, Severity.Error, name);
}
