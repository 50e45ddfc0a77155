using Workflow.Core.Approval;
using Workflow.Core.Requests;

namespace LocalHost.Demo;

/// <summary>A sample on its way through the demo.</summary>
/// <param name="Part">How people behave.</param>
/// <param name="Id">The request it became; null when it became none.</param>
/// <param name="Refusal">Why it became none.</param>
internal sealed record Case(Part Part, RequestId? Id, string Refusal)
{
    /// <summary>The status of a sample that became no request: <c>quarantined</c>, <c>noted</c> or <c>refused</c>.</summary>
    public string Status { get; init; } = "";

    /// <summary>The request at the end.</summary>
    public RequestState? Request { get; init; }

    /// <summary>What became of it, in the words of the script.</summary>
    public string Outcome => Request switch
    {
        null => Status,
        { Outcome: { } outcome } => Wire.Word(outcome.Kind),
        _ => Wire.Word(Request.Status),
    };

    /// <summary>Whether that is what the script expects.</summary>
    public bool IsAsExpected => Outcome == Part.Expected;
}
