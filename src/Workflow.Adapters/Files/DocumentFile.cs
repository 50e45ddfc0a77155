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

    /// <summary>Whether a name that a document gives leads to a file beside or below it.</summary>
    public static bool IsWithin(string folder, string name) =>
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
