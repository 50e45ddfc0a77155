using System.Text.Json.Serialization;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Requests;

namespace Workflow.Core.Approval;

/// <summary>Everything that can happen to a request. The names here are stored for ever: see <see cref="EventCodec"/>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(RequestSubmitted), "request-submitted")]
[JsonDerivedType(typeof(CompletionRequested), "completion-requested")]
[JsonDerivedType(typeof(RequestAssessed), "request-assessed")]
[JsonDerivedType(typeof(RouteRestarted), "route-restarted")]
[JsonDerivedType(typeof(StageReached), "stage-reached")]
[JsonDerivedType(typeof(PeopleRecorded), "people-recorded")]
[JsonDerivedType(typeof(SeatsUnfilled), "seats-unfilled")]
[JsonDerivedType(typeof(PersonAsked), "person-asked")]
[JsonDerivedType(typeof(PersonReminded), "person-reminded")]
[JsonDerivedType(typeof(AskOverdue), "ask-overdue")]
[JsonDerivedType(typeof(TimeExtended), "time-extended")]
[JsonDerivedType(typeof(AskRetired), "ask-retired")]
[JsonDerivedType(typeof(DecisionMade), "decision-made")]
[JsonDerivedType(typeof(InformationRequested), "information-requested")]
[JsonDerivedType(typeof(SubmitterReminded), "submitter-reminded")]
[JsonDerivedType(typeof(InformationProvided), "information-provided")]
[JsonDerivedType(typeof(ClocksResumed), "clocks-resumed")]
[JsonDerivedType(typeof(StageCompleted), "stage-completed")]
[JsonDerivedType(typeof(RequestClosed), "request-closed")]
[JsonDerivedType(typeof(EffectDelivered), "effect-delivered")]
[JsonDerivedType(typeof(DeliveryBounced), "delivery-bounced")]
[JsonDerivedType(typeof(DeliveryRetried), "delivery-retried")]
[JsonDerivedType(typeof(Stalled), "stalled")]
[JsonDerivedType(typeof(ApproverAway), "approver-away")]
[JsonDerivedType(typeof(PeopleSought), "people-sought")]
[JsonDerivedType(typeof(AskDelegated), "ask-delegated")]
[JsonDerivedType(typeof(AskRecused), "ask-recused")]
[JsonDerivedType(typeof(AskReopened), "ask-reopened")]
[JsonDerivedType(typeof(SeatAssigned), "seat-assigned")]
[JsonDerivedType(typeof(PersonNudged), "person-nudged")]
[JsonDerivedType(typeof(DeadlineMoved), "deadline-moved")]
[JsonDerivedType(typeof(ReassessmentOrdered), "reassessment-ordered")]
[JsonDerivedType(typeof(ConsentAttached), "consent-attached")]
[JsonDerivedType(typeof(ConsentChecked), "consent-checked")]
[JsonDerivedType(typeof(AmendmentOpened), "amendment-opened")]
[JsonDerivedType(typeof(ApprovalRevoked), "approval-revoked")]
[JsonDerivedType(typeof(ApprovalSuspended), "approval-suspended")]
[JsonDerivedType(typeof(ApprovalReinstated), "approval-reinstated")]
[JsonDerivedType(typeof(ExpiryReminded), "expiry-reminded")]
[JsonDerivedType(typeof(ApprovalLapsed), "approval-lapsed")]
[JsonDerivedType(typeof(ObligationOverdue), "obligation-overdue")]
[JsonDerivedType(typeof(NoteAdded), "note-added")]
public abstract record Event
{
    private Event()
    {
    }

    /// <summary>A request was opened.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Submission">What was sent.</param>
    public sealed record RequestSubmitted(RequestId Id, Submission Submission) : Event;

    /// <summary>A mail left things out; the submitter was asked to fill them in.</summary>
    public sealed record CompletionRequested(IReadOnlyList<string> Fields, Clock Clock) : Event;

    /// <summary>The policy has judged the declaration.</summary>
    public sealed record RequestAssessed(Assessment Assessment) : Event;

    /// <summary>New facts raised what is asked; the route starts again.</summary>
    /// <param name="From">The tier before.</param>
    /// <param name="To">The tier now.</param>
    /// <param name="DecisionsStay">Whether decisions given so far go on counting, because the policy says so.</param>
    public sealed record RouteRestarted(Tier From, Tier To, bool DecisionsStay = false) : Event;

    /// <summary>A stage was reached; who fills its seats is not known yet.</summary>
    public sealed record StageReached(int Stage) : Event;

    /// <summary>The seats of the stage have people.</summary>
    public sealed record PeopleRecorded(int Stage, IReadOnlyList<Staffing> Staffing) : Event;

    /// <summary>Nobody entitled can fill these roles; the admins are told and the directory is asked again.</summary>
    public sealed record SeatsUnfilled(int Stage, IReadOnlyList<string> Roles, DateTimeOffset RetryAt, DateTimeOffset GiveUpAt) : Event;

    /// <summary>A person was asked.</summary>
    /// <param name="Ask">Number of the ask within the request, from 1.</param>
    /// <param name="Seat">The role.</param>
    /// <param name="Candidate">The person, and in which capacity.</param>
    /// <param name="Clock">When they are reminded and when their time is over.</param>
    /// <param name="Replaces">The ask that was handed on to them, or taken from somebody for them; null for a new one.</param>
    public sealed record PersonAsked(int Ask, string Seat, Candidate Candidate, Clock Clock, int? Replaces = null) : Event;

    /// <summary>A person was reminded.</summary>
    public sealed record PersonReminded(int Ask) : Event;

    /// <summary>A person's time is over; the ask stays open while the next person is added.</summary>
    public sealed record AskOverdue(int Ask) : Event;

    /// <summary>A person's time is over and there is nobody to add: the same person has the time of the next step.</summary>
    public sealed record TimeExtended(int Ask, Clock Clock) : Event;

    /// <summary>An ask can no longer be answered.</summary>
    public sealed record AskRetired(int Ask, RetirementReason Reason) : Event;

    /// <summary>A person decided.</summary>
    public sealed record DecisionMade(int Ask, Decision Decision) : Event;

    /// <summary>An approver wants to know more; the approvers' clocks stop.</summary>
    /// <param name="Ask">Whose.</param>
    /// <param name="Question">In their words.</param>
    /// <param name="Clock">The submitter's.</param>
    /// <param name="Remaining">The working time left to each open ask.</param>
    /// <param name="Fields">The fields of the declaration that the question is about, if it names any.</param>
    public sealed record InformationRequested(
        int Ask, string Question, Clock Clock, IReadOnlyList<RemainingTime> Remaining, IReadOnlyList<string>? Fields = null) : Event;

    /// <summary>The submitter was reminded of an open question.</summary>
    public sealed record SubmitterReminded : Event;

    /// <summary>The submitter answered.</summary>
    public sealed record InformationProvided(
        string Text, Declaration? Declaration, IReadOnlyList<Attachment> Attachments) : Event;

    /// <summary>The approvers' clocks run again.</summary>
    public sealed record ClocksResumed(IReadOnlyList<ResumedClock> Clocks) : Event;

    /// <summary>A stage has its quorum.</summary>
    public sealed record StageCompleted(int Stage) : Event;

    /// <summary>The request is over.</summary>
    public sealed record RequestClosed(Outcome Outcome) : Event;

    /// <summary>An effect was carried out, or never will be.</summary>
    public sealed record EffectDelivered(EffectKey Effect, Delivery Delivery) : Event;

    /// <summary>A mail that a server had taken did not arrive.</summary>
    /// <param name="Effect">The effect that it carried out.</param>
    /// <param name="Status">Why, as the server says.</param>
    public sealed record DeliveryBounced(EffectKey Effect, string Status) : Event;

    /// <summary>An admin had an effect tried again that was given up.</summary>
    public sealed record DeliveryRetried(EffectKey Effect, string? Reason = null) : Event;

    /// <summary>Work that should have been done by now was not; the admins were told.</summary>
    public sealed record Stalled(RequestStatus While) : Event;

    /// <summary>An asked person is away; their ask stays open.</summary>
    /// <param name="Ask">Theirs.</param>
    /// <param name="Until">When they are back, UTC.</param>
    /// <param name="Clock">Their time: from then on when somebody stands in, and from now on when nobody does.</param>
    /// <param name="StoodIn">Whether somebody else is asked meanwhile; if not, the admins are told.</param>
    public sealed record ApproverAway(int Ask, DateTimeOffset Until, Clock Clock, bool StoodIn) : Event;

    /// <summary>While others are asked, the directory is asked again who can fill the seats that are vacant.</summary>
    public sealed record PeopleSought(int Stage, DateTimeOffset RetryAt) : Event;

    /// <summary>A person handed their question on to somebody else, who is asked with the same rights.</summary>
    public sealed record AskDelegated(int Ask, string? Comment) : Event;

    /// <summary>A person stepped back from deciding.</summary>
    public sealed record AskRecused(int Ask, string? Comment) : Event;

    /// <summary>A person took their decision back while the stage is open, to give another.</summary>
    public sealed record AskReopened(int Ask, Clock Clock) : Event;

    /// <summary>An admin said who fills a seat.</summary>
    public sealed record SeatAssigned(string Seat, Candidate Candidate, string Reason) : Event;

    /// <summary>An admin had a person reminded.</summary>
    public sealed record PersonNudged(int Ask, string Reason) : Event;

    /// <summary>An admin gave somebody more time.</summary>
    /// <param name="Ask">To whom; null: to the submitter, for the open question.</param>
    /// <param name="Clock">Their time from now on.</param>
    /// <param name="Reason">The admin's.</param>
    public sealed record DeadlineMoved(int? Ask, Clock Clock, string Reason) : Event;

    /// <summary>An admin had the declaration judged by another version of the policy; the approvers' clocks stop meanwhile.</summary>
    /// <param name="Policy">By which.</param>
    /// <param name="Reason">The admin's.</param>
    /// <param name="Remaining">The working time left to each open ask.</param>
    public sealed record ReassessmentOrdered(PolicyStamp Policy, string Reason, IReadOnlyList<RemainingTime> Remaining) : Event;

    /// <summary>Evidence of a consent was attached.</summary>
    /// <param name="Number">Within the request, from 1.</param>
    /// <param name="Evidence">What was attached.</param>
    public sealed record ConsentAttached(int Number, ConsentEvidence Evidence) : Event;

    /// <summary>Evidence of a consent was accepted or refused by the seat that checks it.</summary>
    public sealed record ConsentChecked(int Number, bool Accepted, string? Comment) : Event;

    /// <summary>What was approved is declared anew, and goes round again.</summary>
    /// <param name="Amendment">Its number; the first declaration is 1.</param>
    /// <param name="Declaration">The new declaration; null when the same one is to be renewed.</param>
    /// <param name="Reason">The submitter's.</param>
    public sealed record AmendmentOpened(int Amendment, Declaration? Declaration, string Reason) : Event;

    /// <summary>Somebody entitled took the approval back.</summary>
    public sealed record ApprovalRevoked(int Ask, string Reason) : Event;

    /// <summary>The approval does not hold for the time being.</summary>
    public sealed record ApprovalSuspended(SuspensionReason Reason) : Event;

    /// <summary>A reason for which the approval was suspended is gone.</summary>
    public sealed record ApprovalReinstated(SuspensionReason Reason) : Event;

    /// <summary>The submitter was reminded that the approval ends soon.</summary>
    public sealed record ExpiryReminded : Event;

    /// <summary>The time of the approval is over.</summary>
    public sealed record ApprovalLapsed : Event;

    /// <summary>The day by which an obligation had to be met is over.</summary>
    public sealed record ObligationOverdue(int Number) : Event;

    /// <summary>Something was added for whoever reads this later.</summary>
    /// <param name="Text">In the words of whoever added it.</param>
    /// <param name="Meets">The obligation that it says is met, if any.</param>
    /// <param name="Original">The stored original, where it came as a mail.</param>
    public sealed record NoteAdded(string Text, int? Meets, Attachment? Original = null) : Event;
}

/// <summary>Why an ask can no longer be answered.</summary>
public enum RetirementReason
{
    /// <summary>Its person decided.</summary>
    Decided,

    /// <summary>Somebody else decided for the same seat.</summary>
    SeatDecided,

    /// <summary>The stage has its quorum without it.</summary>
    StageCompleted,

    /// <summary>The request is over.</summary>
    RequestClosed,

    /// <summary>New facts changed what is asked.</summary>
    RouteRestarted,

    /// <summary>Its person handed it on.</summary>
    Delegated,

    /// <summary>Its person stepped back.</summary>
    Recused,

    /// <summary>An admin put somebody else in its place.</summary>
    Reassigned,

    /// <summary>Its person has left the house.</summary>
    Left,
}

/// <summary>Working time that was left to an ask when its clock stopped.</summary>
/// <param name="Ask">Which.</param>
/// <param name="UntilDue">Until its time is over.</param>
/// <param name="UntilReminders">Until each reminder that was still to come.</param>
public sealed record RemainingTime(int Ask, TimeSpan UntilDue, IReadOnlyList<TimeSpan> UntilReminders);

/// <summary>The clock of an ask after it was set going again.</summary>
public sealed record ResumedClock(int Ask, Clock Clock);

/// <summary>One event as it happened.</summary>
/// <param name="Sequence">From 1, without gaps.</param>
/// <param name="At">UTC.</param>
/// <param name="By">Who caused it.</param>
/// <param name="CommandId">The command it came from.</param>
/// <param name="Event">What happened.</param>
public sealed record Happened(int Sequence, DateTimeOffset At, Actor By, string CommandId, Event Event);
