using Workflow.Core.Approval;
using Workflow.Web.Languages;

namespace Workflow.Web.Wording;

/// <summary>Whether what was approved may be done now, in words.</summary>
public static class StandingWords
{
    /// <summary>The approval that the last round ended with; null while a round goes on, or when it ended otherwise.</summary>
    public static GrantedApproval? Granted(RequestState request) =>
        request.Outcome is { Kind: OutcomeKind.Acknowledged or OutcomeKind.Approved } ? request.Approval : null;

    /// <summary>The standing as a label; while it is in force, how it was given.</summary>
    public static Text Name(GrantedApproval approval) => approval.Standing switch
    {
        Standing.InForce => StateWords.Name(approval.Outcome.Kind),
        Standing.Suspended => $"Suspended",
        Standing.Lapsed => $"Ended",
        Standing.Revoked => $"Revoked",
        _ => throw new ArgumentOutOfRangeException(nameof(approval)),
    };

    /// <summary>What it means for the work.</summary>
    public static Text Meaning(GrantedApproval approval) => approval.Standing switch
    {
        Standing.InForce => StateWords.Ended(approval.Outcome),
        Standing.Suspended => $"The approval is suspended: stop the use until it holds again. {Phrase.Sentences([.. approval.Suspensions.Select(Why)])}",
        Standing.Lapsed => $"The time of the approval is over: nothing more may be done on it.",
        Standing.Revoked => $"The approval was taken back: stop the use now.",
        _ => throw new ArgumentOutOfRangeException(nameof(approval)),
    };

    /// <summary>Why it is suspended, and what ends that.</summary>
    public static Text Why(SuspensionReason reason) => reason switch
    {
        SuspensionReason.ConsentEnded => $"A consent that it rests on has ended; attach a new one.",
        SuspensionReason.Amendment => $"A new version of it is being decided.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    /// <summary>What of it holds while another version is being decided.</summary>
    public static Text WhileDecided(GrantedApproval approval) => approval.Standing == Standing.InForce
        ? $"The approval you have holds until the new version is decided, for what it covers and nothing more."
        : Meaning(approval);

    /// <summary>What becomes of it once a changed version is sent.</summary>
    public static Text WhileAmended(GrantedApproval approval) => approval switch
    {
        { IsAlive: false } => $"The approval you had is over: nothing may be done before the new version is approved.",
        { Terms.WhileAmended: Core.Policies.WhileAmended.Suspended } => $"The approval you have is suspended until the new version is decided: stop the use meanwhile.",
        _ => WhileDecided(approval),
    };
}
