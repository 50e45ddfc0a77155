namespace Workflow.Core.Approval;

/// <summary>How a request ended.</summary>
public enum OutcomeKind
{
    /// <summary>Telling was enough, and it was read or its time was over.</summary>
    Acknowledged,

    /// <summary>Approved, under the conditions stated.</summary>
    Approved,

    /// <summary>Rejected.</summary>
    Rejected,

    /// <summary>Nobody decided, or the submitter did not answer, in time. Nothing is approved.</summary>
    Expired,

    /// <summary>Taken back by the submitter.</summary>
    Withdrawn,
}

/// <summary>The end of a request.</summary>
/// <param name="Kind">How.</param>
/// <param name="Conditions">Of an approval, in the order given.</param>
/// <param name="ValidUntil">Until when an approval holds, UTC; null unless approved.</param>
/// <param name="Reason">In words, where there is one.</param>
public sealed record Outcome(
    OutcomeKind Kind, IReadOnlyList<Condition> Conditions, DateTimeOffset? ValidUntil, string? Reason);
