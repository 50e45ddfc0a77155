using System.Diagnostics;
using Workflow.Core.Approval;

namespace Workflow.Web.Wording;

/// <summary>
/// The part of <see cref="EventWords"/> that is about approvals once given: the consents they rest on, their ends, their
/// conditions, their new versions.
/// </summary>
internal static class AftercareWords
{
    public static string Of(Event e, RequestState request) => e switch
    {
        Event.ConsentAttached c => $"Showed consent {c.Number}: {Name(c.Evidence.Kind)} of {c.Evidence.Person}, signed by {c.Evidence.SignedBy}",
        Event.ConsentChecked c => $"{(c.Accepted ? "Accepted" : "Did not accept")} consent {c.Number}{Whose(c.Number, request)}{EventWords.Because(c.Comment)}",
        Event.AmendmentOpened a => a.Declaration is null
            ? $"Asked to renew the approval, as version {a.Amendment}{EventWords.Because(a.Reason)}"
            : $"Declared it anew, as version {a.Amendment}{EventWords.Because(a.Reason)}",
        Event.ApprovalRevoked r => $"{EventWords.Person(r.Ask, request)} took the approval back{EventWords.Because(r.Reason)}",
        Event.ApprovalSuspended s => $"The approval was suspended: {Name(s.Reason)}",
        Event.ApprovalReinstated r => $"The approval is no longer suspended for this: {Name(r.Reason)}",
        Event.ExpiryReminded => "Reminded the submitter that the approval ends soon",
        Event.ApprovalLapsed => "The approval ended: its time is over",
        Event.ObligationOverdue o => $"Condition {o.Number} was not met by its day",
        Event.NoteAdded { Meets: { } number } n => $"Said that condition {number} is met{EventWords.Because(n.Text)}",
        Event.NoteAdded n => $"Noted{EventWords.Because(n.Text)}",
        _ => throw new UnreachableException($"The event {e.GetType().Name} has no words."),
    };

    /// <summary>What is consented to, as a phrase.</summary>
    public static string Name(ConsentKind kind) => kind switch
    {
        ConsentKind.Creation => "consent to a replica",
        ConsentKind.Use => "consent to the use",
        ConsentKind.GuildNotice => "guild notice",
        ConsentKind.Estate => "consent of the estate",
        ConsentKind.Guardian => "consent of a guardian",
        _ => throw new UnreachableException($"The consent {kind} has no words."),
    };

    /// <summary>Why an approval is suspended, as a clause.</summary>
    public static string Name(SuspensionReason reason) => reason switch
    {
        SuspensionReason.ConsentEnded => "a consent it rests on has ended",
        SuspensionReason.Amendment => "a new version of it goes round",
        _ => throw new UnreachableException($"The reason {reason} has no words."),
    };

    private static string Whose(int number, RequestState request) =>
        request.Consents.ElementAtOrDefault(number - 1) is { Evidence: var evidence } ? $" ({Name(evidence.Kind)} of {evidence.Person})" : "";
}
