namespace Workflow.Core.Approval;

/// <summary>What an asked person can answer.</summary>
public enum DecisionKind
{
    /// <summary>Yes; in tier <c>notify</c>: read and noted.</summary>
    Approve,

    /// <summary>Yes, under stated conditions.</summary>
    ApproveWithConditions,

    /// <summary>No.</summary>
    Reject,

    /// <summary>Not without knowing more.</summary>
    AskForInformation,
}

/// <summary>An answer to an ask.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Comment">The reason or the question, at most <see cref="Requests.DeclarationLimits.Text"/> characters.</param>
/// <param name="Conditions">One obligation each; none unless <see cref="DecisionKind.ApproveWithConditions"/>.</param>
public sealed record Decision(DecisionKind Kind, string? Comment, IReadOnlyList<string> Conditions);
