using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Web.Wording;

namespace Workflow.Web.Following;

/// <summary>
/// What happened to consents, to new versions and to an approval after it was given, in the words of the submitter.
/// Notes of others are theirs to pass on; only that a condition was met is told.
/// </summary>
internal static class AfterwardsWords
{
    /// <summary>The words, and a person's own if they belong to it; null when it is not worth telling.</summary>
    public static Told? Of(Happened happened) => happened.Event switch
    {
        Event.ConsentAttached e => new($"You attached document {e.Number}, of {e.Evidence.Person}: {ConsentKindWords.Name(e.Evidence.Kind):lower}."),
        Event.ConsentChecked { Accepted: true } e => new($"Document {e.Number} was accepted.", e.Comment),
        Event.ConsentChecked e => new($"Document {e.Number} was not accepted:", e.Comment),
        Event.AmendmentOpened { Declaration: null } e => new($"You asked for it to be renewed, as version {e.Amendment}:", e.Reason),
        Event.AmendmentOpened e => new($"You changed what was approved, as version {e.Amendment}:", e.Reason),
        Event.ApprovalRevoked e => new($"The approval was taken back:", e.Reason),
        Event.ApprovalSuspended e => new($"The approval was suspended. {StandingWords.Why(e.Reason)}"),
        Event.ApprovalReinstated { Reason: SuspensionReason.ConsentEnded } => new($"The consents are complete again; the approval is no longer suspended for them."),
        Event.ApprovalReinstated => new($"The new version came to nothing; the approval is no longer suspended for it."),
        Event.ExpiryReminded => new($"We reminded you that the approval ends soon."),
        Event.ApprovalLapsed => new($"The time of the approval was over."),
        Event.ObligationOverdue e => new($"The day by which condition {e.Number} had to be met was over."),
        Event.NoteAdded e => Note(e, happened.By),
        _ => null,
    };

    private static Told? Note(Event.NoteAdded note, Actor by) => (note.Meets, by.Kind) switch
    {
        ({ } condition, ActorKind.Submitter) => new($"You said that condition {condition} is met:", note.Text),
        ({ } condition, _) => new($"It was said that condition {condition} is met."),
        (null, ActorKind.Submitter) => new($"You noted:", note.Text),
        _ => null,
    };
}
