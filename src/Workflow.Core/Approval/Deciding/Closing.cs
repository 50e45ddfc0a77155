using Workflow.Core.Classification;

namespace Workflow.Core.Approval.Deciding;

/// <summary>How a request ends, and what is said to whoever comes after the end.</summary>
internal static class Closing
{
    /// <summary>Retires every open ask and closes.</summary>
    public static IReadOnlyList<Event> With(RequestState state, Outcome outcome, params IReadOnlyCollection<int> alreadyRetired) =>
    [
        .. state.OpenAsks
            .Where(a => !alreadyRetired.Contains(a.Number))
            .Select(a => new Event.AskRetired(a.Number, RetirementReason.RequestClosed)),
        .. Reinstated(state, outcome),
        new Event.RequestClosed(outcome),
    ];

    /// <summary>
    /// The yes of the last stage: read and noted in tier <c>notify</c>, an approval with its end above it; under the
    /// policy's conditions and those of whoever approved.
    /// </summary>
    public static Outcome Yes(RequestState state, IReadOnlyList<Condition> conditions, DateTimeOffset at)
    {
        var assessment = state.Assessment!;
        IReadOnlyList<Condition> all = [.. Demanded(state).Union(conditions)];
        return assessment.Tier == Tier.Notify
            ? new Outcome(OutcomeKind.Acknowledged, all, null, null)
            : new Outcome(OutcomeKind.Approved, all, ValidUntil(state, at + assessment.Route.Terms.ApprovalValidity), null);
    }

    /// <summary>What silence leads to. Above tier <c>notify</c> it approves nothing, whatever a policy says.</summary>
    public static Outcome Silence(RequestState state) =>
        state.Assessment?.Tier == Tier.Notify && state.Stage!.OnTimeout == Policies.OnTimeout.Acknowledge
            ? new Outcome(OutcomeKind.Acknowledged, Demanded(state), null, "Nobody objected in time; telling was enough.")
            : new Outcome(OutcomeKind.Expired, [], null, "Nobody decided in time. Nothing is approved.");

    /// <summary>What it ends with when the quorum cannot be reached any more.</summary>
    public static Outcome Lost(RequestState state, Tally tally) => tally.IsRejected
        ? new Outcome(OutcomeKind.Rejected, [], null, state.Decisions.LastOrDefault(d => d.Counts && d.Decision.Kind == DecisionKind.Reject)?.Decision.Comment)
        : Silence(state);

    public static Verdict Refusal(Outcome outcome, DateTimeOffset? at) => Verdict.No(RefusalCode.Closed, outcome.Kind switch
    {
        OutcomeKind.Acknowledged => $"This request was acknowledged on {at:d MMMM yyyy, HH:mm} UTC and is closed. Nothing was changed.",
        OutcomeKind.Approved => $"This request was approved on {at:d MMMM yyyy, HH:mm} UTC and is closed. Nothing was changed.",
        OutcomeKind.Rejected => $"This request was rejected on {at:d MMMM yyyy, HH:mm} UTC and is closed. Nothing was changed.",
        OutcomeKind.Expired => $"This request expired without a decision on {at:d MMMM yyyy, HH:mm} UTC and is closed. Nothing was changed.",
        OutcomeKind.Withdrawn => $"This request was withdrawn by its submitter on {at:d MMMM yyyy, HH:mm} UTC and is closed. Nothing was changed.",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    });

    // Nobody has to think of what the policy demands of everybody.
    private static IReadOnlyList<Condition> Demanded(RequestState state) => state.Assessment?.Route.Terms.Conditions ?? [];

    // What was suspended for a new version holds again when that version comes to nothing.
    private static IEnumerable<Event> Reinstated(RequestState state, Outcome outcome) =>
        outcome.Kind is not (OutcomeKind.Approved or OutcomeKind.Acknowledged)
            && state.Approval is { IsAlive: true } approval && approval.Suspensions.Contains(SuspensionReason.Amendment)
            ? [new Event.ApprovalReinstated(SuspensionReason.Amendment)]
            : [];

    // The declared end of the use bounds the approval, unless it is already past.
    private static DateTimeOffset ValidUntil(RequestState state, DateTimeOffset byPolicy)
    {
        if (state.Declaration.To is not { } to)
        {
            return byPolicy;
        }

        var declared = new DateTimeOffset(to.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        return declared > state.ChangedAt && declared < byPolicy ? declared : byPolicy;
    }
}
