using Workflow.Core.Approval;
using Workflow.Core.Requests;

namespace Workflow.Core.Ports;

/// <summary>An effect that waits to be carried out.</summary>
/// <param name="Request">Whose.</param>
/// <param name="Effect">What.</param>
/// <param name="Attempts">How often it was tried in vain.</param>
/// <param name="NextAt">When to try (again), UTC.</param>
/// <param name="LastError">Why it failed last; null before the first failure. Holds no personal data.</param>
/// <param name="IsDead">Whether it is tried no more until an admin says so.</param>
public sealed record OutboxItem(
    RequestId Request, KeyedEffect Effect, int Attempts, DateTimeOffset NextAt, string? LastError, bool IsDead);

/// <summary>The effects that streams have caused and that are not done. Completing one is part of an append.</summary>
public interface IOutbox
{
    /// <summary>What is due, oldest first, the effects of one request in the order in which they were caused.</summary>
    Task<IReadOnlyList<OutboxItem>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>When the next one that is not dead falls due; null when there is none.</summary>
    Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Notes a failed attempt and when to try again; null: never, it is dead. While it waits, what the same request
    /// caused after it in the same <see cref="EffectLane"/> waits too. Changes nothing when the effect is done.
    /// </summary>
    Task FailedAsync(EffectKey key, string error, DateTimeOffset? nextAt, CancellationToken cancellationToken);

    /// <summary>
    /// Puts an effect off without counting an attempt, and what must not overtake it: what it needs is known to be out of order.
    /// </summary>
    Task DeferAsync(EffectKey key, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Everything that waits for one request, dead or alive.</summary>
    Task<IReadOnlyList<OutboxItem>> OfAsync(RequestId id, CancellationToken cancellationToken);

    /// <summary>The dead letters, oldest first.</summary>
    Task<IReadOnlyList<OutboxItem>> DeadAsync(int limit, CancellationToken cancellationToken);

    /// <summary>Brings a dead letter back, due at once; false when there is no such dead letter.</summary>
    Task<bool> ReviveAsync(EffectKey key, DateTimeOffset now, CancellationToken cancellationToken);
}

/// <summary>When requests want to be woken.</summary>
public interface IAlarms
{
    /// <summary>The requests whose due instant has come, earliest first.</summary>
    Task<IReadOnlyList<RequestId>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>The earliest due instant of all; null when there is none.</summary>
    Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken);
}
