namespace Workflow.Core.Documents;

/// <summary>Collects what is wrong with one document, so that its author sees everything at once.</summary>
internal sealed class ProblemList(string file)
{
    // A hostile or hopeless document need not be answered with a megabyte of complaints.
    private const int Most = 200;

    private readonly List<PolicyProblem> _problems = [];

    public IReadOnlyList<PolicyProblem> Items => [.. _problems.OrderBy(p => p.Line).ThenBy(p => p.Column)];

    public bool HasErrors => _problems.Exists(p => p.Severity is Severity.Error);

    public void Error(Place at, string message, string remedy) => Add(at, message, remedy, Severity.Error);

    public void Warning(Place at, string message, string remedy) => Add(at, message, remedy, Severity.Warning);

    private void Add(Place at, string message, string remedy, Severity severity)
    {
        if (_problems.Count < Most)
        {
            _problems.Add(new PolicyProblem(at.Line, at.Column, message, remedy, severity, file));
        }
    }
}
