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
public sealed record Stage(
    string Name,
    IReadOnlyList<Seat> Seats,
    int Quorum,
    TimeSpan Service,
    IReadOnlyList<double> Reminders,
    IReadOnlyList<Capacity> Escalation,
    OnTimeout OnTimeout,
    IReadOnlyList<DecisionKind> CommentOn);

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
public sealed record Terms(
    TimeSpan InformationLimit,
    IReadOnlyList<double> InformationReminders,
    TimeSpan UnfilledLimit,
    TimeSpan ApprovalValidity,
    bool SecondStep,
    BusinessCalendar Office);
