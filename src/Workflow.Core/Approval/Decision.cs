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
/// <param name="Fields">
/// The fields of the declaration that a question is about, by the names that forms use; null unless
/// <see cref="DecisionKind.AskForInformation"/> names any.
/// </param>
public sealed record Decision(
    DecisionKind Kind, string? Comment, IReadOnlyList<Condition> Conditions, IReadOnlyList<string>? Fields = null);

/// <summary>One obligation under which somebody approves.</summary>
/// <param name="Text">In their words.</param>
/// <param name="DueOn">The day by whose end it must be met; null when it simply holds.</param>
/// <param name="Owner">Who has to meet it, in words; null: whoever submitted the request.</param>
public sealed record Condition(string Text, DateOnly? DueOn = null, string? Owner = null)
{
    /// <summary>The text, as it reads in a sentence.</summary>
    public override string ToString() => Text;
}
