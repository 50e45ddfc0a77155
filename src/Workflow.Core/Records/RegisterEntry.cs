using Workflow.Core.Approval;
using Workflow.Core.Requests;

namespace Workflow.Core.Records;

/// <summary>
/// One line of a production's register: a use that was approved, or told and acknowledged, on what terms, and whether it
/// may be done now. What delivery, legal and guild reporting ask for.
/// </summary>
/// <param name="Request">The request.</param>
/// <param name="Amendment">Which version of the use; the first declaration is 1.</param>
/// <param name="IsChanging">Whether a newer version goes round.</param>
/// <param name="Outcome">How it was allowed: approved or acknowledged.</param>
/// <param name="Standing">Whether it holds.</param>
/// <param name="Suspensions">Why it does not, while it is suspended.</param>
/// <param name="Reason">Why it was revoked; null unless it was.</param>
/// <param name="Since">When it was allowed, UTC.</param>
/// <param name="Until">Until when it holds, UTC; null when it has no end.</param>
/// <param name="Use">What it allows, as declared in that version.</param>
/// <param name="Conditions">With what became of them.</param>
/// <param name="Consents">Every consent that was accepted, also those that have ended since.</param>
/// <param name="RecordHash">SHA-256 of the signed record; null when there is none, or not yet.</param>
public sealed record RegisterEntry(
    RequestId Request,
    int Amendment,
    bool IsChanging,
    OutcomeKind Outcome,
    Standing Standing,
    IReadOnlyList<SuspensionReason> Suspensions,
    string? Reason,
    DateTimeOffset Since,
    DateTimeOffset? Until,
    Declaration Use,
    IReadOnlyList<Obligation> Conditions,
    IReadOnlyList<Consent> Consents,
    string? RecordHash)
{
    /// <summary>The line of a request; null when nothing was ever allowed by it.</summary>
    public static RegisterEntry? Of(RequestState request) => request.Approval is { } approval
        ? new RegisterEntry(
            request.Id,
            approval.Amendment,
            request.Outcome is null,
            approval.Outcome.Kind,
            approval.Standing,
            [.. approval.Suspensions],
            approval.Standing == Standing.Revoked ? approval.Reason : null,
            approval.At,
            approval.Outcome.ValidUntil,
            approval.Declaration,
            approval.Obligations,
            [.. request.Consents.Where(c => c.Check is { Accepted: true })],
            approval.RecordHash)
        : null;
}
