using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Policies.Overlays;

namespace Workflow.Core.Policies;

/// <summary>The way of a tier, before it is known what was found.</summary>
/// <param name="Name">As people read it.</param>
/// <param name="Stages">In order.</param>
/// <param name="Information">How long a submitter has to answer a question, and when they are reminded.</param>
/// <param name="UnfilledLimit">Working time after which a seat that nobody can fill counts as timed out.</param>
/// <param name="ApprovalValidity">How long an approval holds when the declaration states no earlier end.</param>
/// <param name="SecondStep">Whether a decision needs a one-time code besides the link.</param>
/// <param name="DecisionsOutlastNewFacts">Whether decisions given before new facts added a role go on counting.</param>
/// <param name="DelegationDepth">How often a question may be handed on; 0: not at all.</param>
/// <param name="WhileAmended">What becomes of an approval while a new version of it goes round.</param>
/// <param name="Revokers">The roles that may revoke an approval they gave; null: each that gave one.</param>
/// <param name="ExpiryNotices">How long before an approval ends its submitter is reminded, in calendar time.</param>
/// <param name="Consent">The consents without which nothing is approved that touches people; null: none.</param>
/// <param name="Conditions">Set by themselves on what is allowed.</param>
public sealed record RouteTemplate(
    string Name,
    IReadOnlyList<StageTemplate> Stages,
    WorkingLimit Information,
    TimeSpan UnfilledLimit,
    TimeSpan ApprovalValidity,
    bool SecondStep,
    bool DecisionsOutlastNewFacts,
    int DelegationDepth,
    WhileAmended WhileAmended,
    IReadOnlyList<string>? Revokers,
    IReadOnlyList<TimeSpan> ExpiryNotices,
    ConsentTemplate? Consent,
    IReadOnlyList<ConditionTemplate> Conditions)
{
    /// <summary>The route for these findings and fired rules: only the seats they call for; a stage without seats falls away.</summary>
    internal Route For(
        IReadOnlyCollection<FindingCode> findings,
        IReadOnlyCollection<string> rules,
        IReadOnlyDictionary<string, RoleWords> roles,
        BusinessCalendar office,
        QuietHours? quiet) =>
        new(
            Name,
            [.. Stages.Where(s => s.IsNeededFor(findings)).Select(s => s.For(findings, roles)).Where(s => s.Seats.Count > 0)],
            new Terms(
                Information.Limit,
                Information.Reminders,
                UnfilledLimit,
                ApprovalValidity,
                SecondStep,
                office,
                DecisionsOutlastNewFacts,
                DelegationDepth,
                WhileAmended,
                Revokers,
                ExpiryNotices,
                Consent?.For(findings, rules),
                quiet,
                Conditions.Where(c => c.IsNeededFor(findings, rules)).Select(c => c.Condition).Distinct().ToArray() is [_, ..] set ? set : null));
}

/// <summary>Consents that a way demands when certain things are found.</summary>
/// <param name="Seat">The role that checks them off.</param>
/// <param name="Kinds">What is demanded for each person depicted.</param>
public sealed record ConsentTemplate(string Seat, IReadOnlyList<ConsentKindTemplate> Kinds)
{
    internal ConsentDemand? For(IReadOnlyCollection<FindingCode> findings, IReadOnlyCollection<string> rules) =>
        Kinds.Where(k => k.IsNeededFor(findings, rules)).Select(k => k.Kind).Distinct().ToArray() is [_, ..] kinds ? new ConsentDemand(Seat, kinds) : null;
}

/// <summary>A kind of consent that is demanded.</summary>
/// <param name="Kind">To what.</param>
/// <param name="When">Demanded only when one of these was found or one of <paramref name="Rules"/> fired; both empty: always.</param>
/// <param name="Rules">Ids of rules.</param>
public sealed record ConsentKindTemplate(ConsentKind Kind, IReadOnlyList<FindingCode> When, IReadOnlyList<string> Rules)
{
    internal bool IsNeededFor(IReadOnlyCollection<FindingCode> findings, IReadOnlyCollection<string> rules) =>
        (When.Count == 0 && Rules.Count == 0) || When.Any(findings.Contains) || Rules.Any(rules.Contains);
}

/// <summary>A stage of a way: see <see cref="Stage"/>. Without one of the findings of <c>When</c> it falls away; empty: it never does.</summary>
public sealed record StageTemplate(
    string Name,
    IReadOnlyList<SeatTemplate> Seats,
    Quorum Quorum,
    TimeSpan Service,
    IReadOnlyList<double> Reminders,
    IReadOnlyList<Capacity> Escalation,
    OnTimeout OnTimeout,
    IReadOnlyList<DecisionKind> CommentOn,
    IReadOnlyList<FindingCode> When,
    Rejection Rejection,
    string? OtherRole)
{
    internal bool IsNeededFor(IReadOnlyCollection<FindingCode> findings) => When.Count == 0 || When.Any(findings.Contains);

    internal Stage For(IReadOnlyCollection<FindingCode> findings, IReadOnlyDictionary<string, RoleWords> roles)
    {
        Seat[] seats = [.. Seats.Where(s => s.IsNeededFor(findings)).Select(s => new Seat(s.Role, roles[s.Role].Title, roles[s.Role].Duty))];
        return new Stage(Name, seats, Quorum.Of(seats.Length), Service, Reminders, Escalation, OnTimeout, CommentOn, Rejection, OtherRole);
    }
}

/// <summary>A role that is asked.</summary>
/// <param name="Role">Which.</param>
/// <param name="When">Asked only when one of these was found; empty: always.</param>
public sealed record SeatTemplate(string Role, IReadOnlyList<FindingCode> When)
{
    /// <summary>Whether it is asked when these were found.</summary>
    public bool IsNeededFor(IReadOnlyCollection<FindingCode> findings) => When.Count == 0 || When.Any(findings.Contains);
}

/// <summary>How many seats of a stage must approve.</summary>
/// <param name="Count">So many, or all when fewer are asked; null means all.</param>
public sealed record Quorum(int? Count)
{
    /// <summary>Every seat.</summary>
    public static Quorum All { get; } = new((int?)null);

    /// <summary>One seat.</summary>
    public static Quorum Any { get; } = new(1);

    /// <summary>Out of so many seats.</summary>
    public int Of(int seats) => Math.Min(Count ?? seats, seats);
}
