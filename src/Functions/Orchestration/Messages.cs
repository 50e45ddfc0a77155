using Workflow.Core.Approval;
using Workflow.Core.Requests;

namespace Functions.Orchestration;

/// <summary>Names an effect to carry out. The effect itself stays in the outbox: histories hold nothing confidential.</summary>
/// <param name="Request">Whose.</param>
/// <param name="Key">Which; the idempotency key of everything done for it.</param>
/// <param name="Lane">What must not overtake one another, see <see cref="EffectLane"/>.</param>
public sealed record EffectTicket(RequestId Request, EffectKey Key, string Lane);

/// <summary>An effect that could not be carried out this time.</summary>
/// <param name="Ticket">Which.</param>
/// <param name="Reason">Kinds of errors, without personal data.</param>
public sealed record FailedEffect(EffectTicket Ticket, string Reason);

/// <summary>The alarm clock rang.</summary>
/// <param name="Request">Whose; an id as text, as the runtime names its instances.</param>
/// <param name="Version">The stream's version when the clock was set.</param>
/// <param name="Due">For when it was set, UTC.</param>
public sealed record Ring(string Request, int Version, DateTimeOffset Due);

/// <summary>Where a request stands, as far as its clock and courier need to know.</summary>
/// <param name="Progress">What the runtime shows of the instance; null when there is no such request.</param>
/// <param name="Version">The stream's version.</param>
/// <param name="IsOver">Closed, and nothing is in flight; or there is no such request.</param>
/// <param name="WakeAt">When the process wants to be woken, UTC; null when never again.</param>
/// <param name="Due">When there is something to do: a wake, or an effect to try again, UTC; null when nothing is planned.</param>
public sealed record Standing(Progress? Progress, int Version, bool IsOver, DateTimeOffset? WakeAt, DateTimeOffset? Due);

/// <summary>The custom status of an instance: small, and nothing confidential.</summary>
/// <param name="Status">Where the request stands.</param>
/// <param name="Stage">Index of the stage in the route; null before the assessment.</param>
/// <param name="OpenAsks">How many people are asked.</param>
/// <param name="Due">When something is due, UTC.</param>
/// <param name="Outcome">How it ended; null while open.</param>
public sealed record Progress(string Status, int? Stage, int OpenAsks, DateTimeOffset? Due, string? Outcome);
