namespace Workflow.Core.Documents;

/// <summary>How bad a problem is.</summary>
public enum Severity
{
    /// <summary>Worth a look; the document can be used.</summary>
    Warning,

    /// <summary>The document cannot be used.</summary>
    Error,
}

/// <summary>What is wrong with a policy, signals or directory document, where, and what to do.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="File">The document, by the name under which it was read; empty when it has none.</param>
public sealed record PolicyProblem(
    int Line, int Column, string Message, string Remedy, Severity Severity, string File = "")
{
    /// <summary>One line as compilers write it, so that editors can jump to the place.</summary>
    public override string ToString() =>
        $"{(File.Length == 0 ? "document" : File)}({Line},{Column}): {Severity.ToString().ToLowerInvariant()}: {Message} {Remedy}";
}
