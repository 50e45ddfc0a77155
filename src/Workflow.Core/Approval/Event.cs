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
[JsonDerivedType(typeof(DeliveryRetried), "delivery-retried")]
[JsonDerivedType(typeof(Stalled), "stalled")]
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

    /// <summary>New facts raised the tier; the route starts again and decisions given so far no longer count.</summary>
    public sealed record RouteRestarted(Tier From, Tier To) : Event;

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
    public sealed record PersonAsked(int Ask, string Seat, Candidate Candidate, Clock Clock) : Event;

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
    public sealed record InformationRequested(
        int Ask, string Question, Clock Clock, IReadOnlyList<RemainingTime> Remaining) : Event;

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

    /// <summary>An admin had an effect tried again that was given up.</summary>
    public sealed record DeliveryRetried(EffectKey Effect) : Event;

    /// <summary>Work that should have been done by now was not; the admins were told.</summary>
    public sealed record Stalled(RequestStatus While) : Event;
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
