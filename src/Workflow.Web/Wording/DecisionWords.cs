using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Web.Languages;

namespace Workflow.Web.Wording;

/// <summary>Decisions in words; in tier <see cref="Tier.Notify"/> nobody approves, they acknowledge.</summary>
public static class DecisionWords
{
    /// <summary>What the person chooses: "Approve with conditions".</summary>
    public static Text Choice(DecisionKind kind, Tier tier) => (kind, tier) switch
    {
        (DecisionKind.Approve, Tier.Notify) => $"Acknowledge",
        (DecisionKind.ApproveWithConditions, Tier.Notify) => $"Acknowledge with conditions",
        (DecisionKind.Approve, _) => $"Approve",
        (DecisionKind.ApproveWithConditions, _) => $"Approve with conditions",
        (DecisionKind.Reject, _) => $"Reject",
        (DecisionKind.AskForInformation, _) => $"Ask for information",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>What that leads to, in a sentence.</summary>
    public static Text Meaning(DecisionKind kind, Tier tier) => (kind, tier) switch
    {
        (DecisionKind.Approve, Tier.Notify) => $"You have read it and have nothing to add.",
        (DecisionKind.ApproveWithConditions, Tier.Notify) => $"You have read it, and the work has to keep to what you state.",
        (DecisionKind.Approve, _) => $"It may be done as declared.",
        (DecisionKind.ApproveWithConditions, _) => $"It may be done as declared if it keeps to what you state.",
        (DecisionKind.Reject, _) => $"It may not be done. The request is closed for everybody.",
        (DecisionKind.AskForInformation, _) => $"The submitter is asked, and everybody's time stands still until the answer is here.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>What the person who reads it did: "You approved this with conditions".</summary>
    public static Text YouDid(DecisionKind kind, Tier tier) => (kind, tier) switch
    {
        (DecisionKind.Approve, Tier.Notify) => $"You acknowledged this",
        (DecisionKind.ApproveWithConditions, Tier.Notify) => $"You acknowledged this with conditions",
        (DecisionKind.Approve, _) => $"You approved this",
        (DecisionKind.ApproveWithConditions, _) => $"You approved this with conditions",
        (DecisionKind.Reject, _) => $"You rejected this",
        (DecisionKind.AskForInformation, _) => $"You asked for information",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>What somebody did: "approved with conditions".</summary>
    public static Text Done(DecisionKind kind, Tier tier) => (kind, tier) switch
    {
        (DecisionKind.Approve, Tier.Notify) => $"acknowledged",
        (DecisionKind.ApproveWithConditions, Tier.Notify) => $"acknowledged with conditions",
        (DecisionKind.Approve, _) => $"approved",
        (DecisionKind.ApproveWithConditions, _) => $"approved with conditions",
        (DecisionKind.Reject, _) => $"rejected",
        (DecisionKind.AskForInformation, _) => $"asked for information",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
