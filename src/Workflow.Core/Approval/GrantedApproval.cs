using System.Collections.Immutable;
using Workflow.Core.Policies;
using Workflow.Core.Requests;

namespace Workflow.Core.Approval;

/// <summary>Whether what was approved may be done now.</summary>
public enum Standing
{
    /// <summary>It may.</summary>
    InForce,

    /// <summary>Not at the moment.</summary>
    Suspended,

    /// <summary>No longer: its time is over.</summary>
    Lapsed,

    /// <summary>No longer: somebody entitled took it back.</summary>
    Revoked,
}

/// <summary>Why an approval is suspended.</summary>
public enum SuspensionReason
{
    /// <summary>A consent it rests on has ended.</summary>
    ConsentEnded,

    /// <summary>A new version of it goes round.</summary>
    Amendment,
}

/// <summary>What was last allowed; it outlives rounds that did not end well.</summary>
/// <param name="Amendment">Which version of the declaration it allows.</param>
/// <param name="At">Since when, UTC.</param>
/// <param name="Outcome">The conditions and the end.</param>
/// <param name="Declaration">What it allows.</param>
/// <param name="Terms">The terms of the route by which it was given.</param>
/// <param name="Standing">Whether it holds now.</param>
/// <param name="Suspensions">Why it does not, while it is suspended.</param>
/// <param name="Obligations">Its conditions with what became of them, by the numbers that people call them.</param>
/// <param name="NoticesSent">How many reminders of its end are done.</param>
/// <param name="Reason">Why it was revoked.</param>
/// <param name="RecordHash">The SHA-256 of its record, once there is one.</param>
public sealed record GrantedApproval(
    int Amendment,
    DateTimeOffset At,
    Outcome Outcome,
    Declaration Declaration,
    Terms Terms,
    Standing Standing,
    ImmutableSortedSet<SuspensionReason> Suspensions,
    ImmutableList<Obligation> Obligations,
    int NoticesSent = 0,
    string? Reason = null,
    string? RecordHash = null)
{
    /// <summary>Whether it holds, or will again once nothing suspends it.</summary>
    public bool IsAlive => Standing is Standing.InForce or Standing.Suspended;

    /// <summary>What a request was just closed with, in force.</summary>
    internal static GrantedApproval Of(RequestState state, DateTimeOffset at, Outcome outcome) => new(
        state.Amendment,
        at,
        outcome,
        state.Declaration,
        state.Assessment!.Route.Terms,
        Standing.InForce,
        [],
        [.. outcome.Conditions.Select((c, i) => new Obligation(i + 1, c))]);
}

/// <summary>A condition of an approval, followed until it is met.</summary>
/// <param name="Number">From 1, as people call it.</param>
/// <param name="Condition">What is owed.</param>
/// <param name="MetAt">When somebody said that it is met, UTC; null until then.</param>
/// <param name="WasOverdue">Whether its day passed before that.</param>
public sealed record Obligation(int Number, Condition Condition, DateTimeOffset? MetAt = null, bool WasOverdue = false)
{
    /// <summary>When its day is over, UTC; null when it has none.</summary>
    public DateTimeOffset? DueAt => Condition.DueOn is { } day && day < DateOnly.MaxValue
        ? new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)
        : null;
}

/// <summary>Something worth knowing that was added later.</summary>
/// <param name="At">UTC.</param>
/// <param name="By">Who added it.</param>
/// <param name="Text">In their words.</param>
/// <param name="Meets">The obligation that it says is met, if any.</param>
/// <param name="Original">The stored original, where it came as a mail.</param>
public sealed record Note(DateTimeOffset At, People.Actor By, string Text, int? Meets, Attachment? Original = null);
