using System.Collections.Immutable;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Policies;
using Workflow.Core.Requests;

namespace Workflow.Core.Approval;

/// <summary>Where a request stands.</summary>
public enum RequestStatus
{
    /// <summary>Here; the policy has not judged it, or has to judge new facts.</summary>
    Submitted,

    /// <summary>Judged; people for the current stage are being found.</summary>
    Assessed,

    /// <summary>People are asked.</summary>
    Deciding,

    /// <summary>The submitter has to answer.</summary>
    AwaitingInfo,

    /// <summary>Over.</summary>
    Closed,
}

/// <summary>A request as its events have made it. Made by <see cref="Evolution"/> alone.</summary>
public sealed record RequestState
{
    /// <summary>The id.</summary>
    public required RequestId Id { get; init; }

    /// <summary>The sequence number of the last event.</summary>
    public required int Version { get; init; }

    /// <summary>What was sent; its declaration is the newest revision.</summary>
    public required Submission Submission { get; init; }

    /// <summary>Who sent it, and how we know.</summary>
    public required Actor SubmittedBy { get; init; }

    /// <summary>Whether the submitter has acted through a link that was mailed to the address they gave.</summary>
    public bool AddressConfirmed { get; init; }

    /// <summary>How well it is proven by now that the submitter's address is theirs.</summary>
    public Authentication SubmitterProof => AddressConfirmed ? Authentication.MailedLink : SubmittedBy.Authentication;

    /// <summary>When it came in, UTC.</summary>
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>When the last event happened, UTC.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public required RequestStatus Status { get; init; }

    /// <summary>When it got there, UTC.</summary>
    public required DateTimeOffset StatusSince { get; init; }

    /// <summary>When the admins were last told that it stands still, UTC; null while it moves.</summary>
    public DateTimeOffset? StalledAt { get; init; }

    /// <summary>How often the declaration was revised, from 1.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>Which version of the use goes round, or went round last; the first declaration is 1.</summary>
    public int Amendment { get; init; } = 1;

    /// <summary>The policy that an admin wants the next assessment made by; null: the one that holds anyway.</summary>
    public PolicyStamp? PolicyOrdered { get; init; }

    /// <summary>Whether a new version goes round that no policy has judged yet: the one now in force will.</summary>
    public bool IsUnjudged { get; init; } = true;

    /// <summary>The newest assessment.</summary>
    public Assessment? Assessment { get; init; }

    /// <summary>Index of the current stage in the route.</summary>
    public int StageIndex { get; init; }

    /// <summary>Who may fill the seats of the current stage; empty until known.</summary>
    public ImmutableList<Staffing> Staffing { get; init; } = [];

    /// <summary>The roles of the current stage that nobody can fill, if any.</summary>
    public Vacancy? Vacancy { get; init; }

    /// <summary>Whom admins have put on seats of the current stage, by role.</summary>
    public ImmutableDictionary<string, Candidate> Assigned { get; init; } = ImmutableDictionary<string, Candidate>.Empty;

    /// <summary>The working time left to each open ask while the clocks stand still; empty while they run.</summary>
    public ImmutableList<RemainingTime> Paused { get; init; } = [];

    /// <summary>Every ask ever made, in order; ask number n is at index n - 1.</summary>
    public ImmutableList<Ask> Asks { get; init; } = [];

    /// <summary>How many of the asks were made before the route began, or began anew.</summary>
    public int EarlierAsks { get; init; }

    /// <summary>Every decision, in order.</summary>
    public ImmutableList<Decided> Decisions { get; init; } = [];

    /// <summary>The open question to the submitter, if any.</summary>
    public OpenQuestion? Question { get; init; }

    /// <summary>Every finished question with its answer, in order.</summary>
    public ImmutableList<Answered> Answers { get; init; } = [];

    /// <summary>The evidence of consents, in order; consent number n is at index n - 1.</summary>
    public ImmutableList<Consent> Consents { get; init; } = [];

    /// <summary>How the last round ended; null while one goes on.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>What was last approved or acknowledged, whatever rounds came after it.</summary>
    public GrantedApproval? Approval { get; init; }

    /// <summary>What was added for later readers, in order.</summary>
    public ImmutableList<Note> Notes { get; init; } = [];

    /// <summary>When it ended, UTC.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The SHA-256 of the record of what was last approved, once there is one.</summary>
    public string? RecordHash => Approval?.RecordHash;

    /// <summary>What became of effects, by key.</summary>
    public ImmutableDictionary<EffectKey, Delivery> Deliveries { get; init; } = ImmutableDictionary<EffectKey, Delivery>.Empty;

    /// <summary>The effects whose mails came back.</summary>
    public ImmutableHashSet<EffectKey> Bounced { get; init; } = [];

    /// <summary>Whether a mail that put or repeated a question came back: its address is not written to about it again.</summary>
    public bool CameBack(int ask) => Bounced.Any(effect => effect.Asks == ask);

    /// <summary>Whether somebody has been shown a card about it in Teams.</summary>
    public bool HasCards => Deliveries.Values.Any(d => d is { Channel: Delivery.TeamsChannel, Failure: null });

    /// <summary>The commands that have been carried out.</summary>
    public ImmutableHashSet<string> Commands { get; init; } = [];

    /// <summary>The newest revision of what was declared.</summary>
    public Declaration Declaration => Submission.Declaration;

    /// <summary>The current stage; null before the assessment.</summary>
    public Stage? Stage => Assessment?.Route.Stages[StageIndex];

    /// <summary>The asks that can be answered.</summary>
    public IEnumerable<Ask> OpenAsks => Asks.Where(a => a.IsOpen);

    /// <summary>The asks from which this one was handed on, nearest first.</summary>
    public IEnumerable<Ask> DelegatorsOf(Ask ask)
    {
        while (ask is { Candidate.Capacity: Capacity.Delegate, Replaces: { } before })
        {
            ask = Asks[before - 1];
            yield return ask;
        }
    }
}

/// <summary>A question to one person for one seat.</summary>
/// <param name="Number">Within the request, from 1.</param>
/// <param name="Stage">Index of its stage.</param>
/// <param name="Seat">The role.</param>
/// <param name="Candidate">The person, and in which capacity.</param>
/// <param name="AskedAt">UTC.</param>
/// <param name="Clock">When they are reminded and when their time is over; stands still while information is awaited.</param>
/// <param name="RemindersSent">How many reminders of the clock are done.</param>
/// <param name="Overdue">Whether the time is over; the ask stays open.</param>
/// <param name="Extensions">How often the same person got the time of a further step.</param>
/// <param name="Retired">Why it can no longer be answered; null while open.</param>
/// <param name="Replaces">The ask in whose place it was put, by delegation or by an admin; null for one of the route's own.</param>
/// <param name="AwayUntil">When its person is back, UTC; null when they were not away.</param>
/// <param name="Amendment">Which version of the use it is about.</param>
/// <param name="Comment">What its person said when they handed it on or stepped back.</param>
public sealed record Ask(
    int Number,
    int Stage,
    string Seat,
    Candidate Candidate,
    DateTimeOffset AskedAt,
    Clock Clock,
    int RemindersSent = 0,
    bool Overdue = false,
    int Extensions = 0,
    RetirementReason? Retired = null,
    int? Replaces = null,
    DateTimeOffset? AwayUntil = null,
    int Amendment = 1,
    string? Comment = null)
{
    /// <summary>Whether it can be answered.</summary>
    public bool IsOpen => Retired is null;

    /// <summary>The person asked.</summary>
    public Person Person => Candidate.Person;

    /// <summary>Whether it went from its person to somebody else before they answered: they have no more say in its seat.</summary>
    public bool IsHandedOver =>
        Retired is RetirementReason.Delegated or RetirementReason.Recused or RetirementReason.Reassigned or RetirementReason.Left;

    /// <summary>Whether an answer is awaited now: open, its time not over, its person here.</summary>
    public bool IsRunning(DateTimeOffset at) => IsOpen && !Overdue && !(AwayUntil > at);
}

/// <summary>A decision as it was made.</summary>
/// <param name="Ask">Number of the ask.</param>
/// <param name="Stage">Index of the stage.</param>
/// <param name="Seat">The role.</param>
/// <param name="By">Who, and how authenticated.</param>
/// <param name="At">UTC.</param>
/// <param name="Decision">What.</param>
/// <param name="Counts">False once new facts have overtaken it.</param>
public sealed record Decided(
    int Ask, int Stage, string Seat, Actor By, DateTimeOffset At, Decision Decision, bool Counts = true)
{
    /// <summary>Whether it fills its seat with a yes.</summary>
    public bool Approves => Counts && Decision.Kind is DecisionKind.Approve or DecisionKind.ApproveWithConditions;
}

/// <summary>What the submitter has to answer.</summary>
/// <param name="Ask">The ask it came from; null when the declaration itself is incomplete.</param>
/// <param name="Text">The question in the approver's words; null when the declaration itself is incomplete.</param>
/// <param name="Fields">The fields that are missing, or that the question is about.</param>
/// <param name="AskedAt">UTC.</param>
/// <param name="Clock">The submitter's.</param>
/// <param name="RemindersSent">How many reminders are done.</param>
public sealed record OpenQuestion(
    int? Ask,
    string? Text,
    IReadOnlyList<string> Fields,
    DateTimeOffset AskedAt,
    Clock Clock,
    int RemindersSent);

/// <summary>A question with its answer.</summary>
/// <param name="Question">As asked.</param>
/// <param name="At">UTC.</param>
/// <param name="Text">In the submitter's words.</param>
/// <param name="Attachments">What came with it.</param>
/// <param name="Before">The declaration as it was before the answer; null when the answer did not change it.</param>
public sealed record Answered(
    OpenQuestion Question, DateTimeOffset At, string Text, IReadOnlyList<Attachment> Attachments, Declaration? Before = null);

/// <summary>Roles that nobody entitled can fill.</summary>
/// <param name="Roles">Which.</param>
/// <param name="RetryAt">When the directory is asked again, UTC.</param>
/// <param name="GiveUpAt">When the stage times out, UTC.</param>
public sealed record Vacancy(IReadOnlyList<string> Roles, DateTimeOffset RetryAt, DateTimeOffset GiveUpAt);
