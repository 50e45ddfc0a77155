using Workflow.Core.Approval;
using Workflow.Core.People;

namespace Workflow.Core.Policies;

/// <summary>The way a request goes: its stages in order, and the terms that hold for the whole of it.</summary>
/// <remarks>It is copied into the assessment, so a new policy version never changes a request in flight.</remarks>
public sealed record Route(string Name, IReadOnlyList<Stage> Stages, Terms Terms);

/// <summary>One step of a route: its seats are asked in parallel.</summary>
/// <param name="Name">As people read it, such as "Legal and creative".</param>
/// <param name="Seats">The roles asked.</param>
/// <param name="Quorum">How many seats must approve; the number of seats means all.</param>
/// <param name="Service">Working time each asked person has, in their own business hours.</param>
/// <param name="Reminders">Fractions of the service time at which they are reminded, ascending, each between 0 and 1.</param>
/// <param name="Escalation">Who is added when a service time is over, one step after another.</param>
/// <param name="OnTimeout">What becomes of the request when the last step is over too.</param>
/// <param name="CommentOn">Decisions that must carry a comment.</param>
/// <param name="Rejection">Whether the first no ends it, or the others are heard first.</param>
/// <param name="OtherRole">The role whose holders the step <see cref="Capacity.OtherRole"/> of an escalation adds.</param>
public sealed record Stage(
    string Name,
    IReadOnlyList<Seat> Seats,
    int Quorum,
    TimeSpan Service,
    IReadOnlyList<double> Reminders,
    IReadOnlyList<Capacity> Escalation,
    OnTimeout OnTimeout,
    IReadOnlyList<DecisionKind> CommentOn,
    Rejection Rejection = Rejection.Closes,
    string? OtherRole = null);

/// <summary>What a no of one seat does.</summary>
public enum Rejection
{
    /// <summary>It closes the request at once.</summary>
    Closes,

    /// <summary>The others are heard; then the quorum decides.</summary>
    WaitsForOthers,
}

/// <summary>A role that is asked.</summary>
/// <param name="Role">Its name in policy and directory.</param>
/// <param name="Title">As people read it.</param>
/// <param name="Duty">What it looks at, as a phrase; null where the policy does not say.</param>
public sealed record Seat(string Role, string Title, string? Duty = null);

/// <summary>What silence leads to. Only tier <c>notify</c> may have <see cref="Acknowledge"/>.</summary>
public enum OnTimeout
{
    /// <summary>The request expires; nothing is approved.</summary>
    Expire,

    /// <summary>The notice counts as read.</summary>
    Acknowledge,
}

/// <summary>What holds for a whole route.</summary>
/// <param name="InformationLimit">Working time a submitter has to answer a question.</param>
/// <param name="InformationReminders">Fractions of it at which they are reminded.</param>
/// <param name="UnfilledLimit">Working time after which a seat that nobody can fill counts as timed out.</param>
/// <param name="ApprovalValidity">How long an approval holds when the declaration states no earlier end.</param>
/// <param name="SecondStep">Whether a decision needs a one-time code besides the link.</param>
/// <param name="Office">The calendar in which limits run that belong to no approver.</param>
/// <param name="DecisionsOutlastNewFacts">Whether decisions given before new facts raised what is asked go on counting.</param>
/// <param name="DelegationDepth">How often a question may be handed on, from person to person; 0: not at all.</param>
/// <param name="WhileAmended">What becomes of an approval while a new version of it goes round.</param>
/// <param name="Revokers">The roles that may revoke an approval they gave; null: each that gave one.</param>
/// <param name="ExpiryNotices">How long before an approval ends its submitter is reminded, in calendar time, longest first.</param>
/// <param name="Consent">The evidence without which nothing is approved; null when none is needed.</param>
/// <param name="Quiet">When approvers are not disturbed; null: at no time.</param>
/// <param name="Conditions">What the policy itself demands of whoever is allowed this; null: nothing.</param>
public sealed record Terms(
    TimeSpan InformationLimit,
    IReadOnlyList<double> InformationReminders,
    TimeSpan UnfilledLimit,
    TimeSpan ApprovalValidity,
    bool SecondStep,
    BusinessCalendar Office,
    bool DecisionsOutlastNewFacts = false,
    int DelegationDepth = 1,
    WhileAmended WhileAmended = WhileAmended.Holds,
    IReadOnlyList<string>? Revokers = null,
    IReadOnlyList<TimeSpan>? ExpiryNotices = null,
    ConsentDemand? Consent = null,
    QuietHours? Quiet = null,
    IReadOnlyList<Condition>? Conditions = null)
{
    /// <summary>These terms with every consent and every condition that others demand besides.</summary>
    internal Terms And(Terms others) => this with
    {
        Consent = Consent is { } mine && others.Consent is { } theirs ? mine with { Kinds = [.. mine.Kinds.Union(theirs.Kinds)] } : Consent ?? others.Consent,
        Conditions = Conditions is { } set && others.Conditions is { } besides ? [.. set.Union(besides)] : Conditions ?? others.Conditions,
    };
}

/// <summary>What becomes of an approval while a new version of it goes round.</summary>
public enum WhileAmended
{
    /// <summary>It goes on holding.</summary>
    Holds,

    /// <summary>It is suspended until the new version is decided.</summary>
    Suspended,
}

/// <summary>The consents of people depicted without which nothing is approved (guidance: Talent and performance).</summary>
/// <param name="Seat">The role that checks them off.</param>
/// <param name="Kinds">What is demanded for each person depicted.</param>
public sealed record ConsentDemand(string Seat, IReadOnlyList<ConsentKind> Kinds);
