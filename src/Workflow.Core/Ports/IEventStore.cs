using Workflow.Core.Approval;
using Workflow.Core.Records;
using Workflow.Core.Requests;

namespace Workflow.Core.Ports;

/// <summary>Keeps the streams of requests and, in the same atomic write, all that follows from them.</summary>
public interface IEventStore
{
    /// <summary>The events of a request in order; empty when there is no such request.</summary>
    Task<IReadOnlyList<StoredEvent>> LoadAsync(RequestId id, CancellationToken cancellationToken);

    /// <summary>
    /// Stores it all or nothing, durably, before it returns true. False means that the stream is no longer at the
    /// expected version: reload and decide again.
    /// </summary>
    Task<bool> AppendAsync(Append append, CancellationToken cancellationToken);
}

/// <summary>One atomic write.</summary>
/// <param name="Id">Whose stream.</param>
/// <param name="ExpectedVersion">The sequence number of the last event it was decided on; 0 for a new stream.</param>
/// <param name="Events">To append; may be empty when only an effect is completed.</param>
/// <param name="Effects">To carry out, in order.</param>
/// <param name="Completes">The effect that is done by this write, if any.</param>
/// <param name="Summary">The row for lists, as it now is.</param>
/// <param name="Due">When the process wants to be woken, UTC; null when never again.</param>
public sealed record Append(
    RequestId Id,
    int ExpectedVersion,
    IReadOnlyList<StoredEvent> Events,
    IReadOnlyList<KeyedEffect> Effects,
    EffectKey? Completes,
    RequestSummary Summary,
    DateTimeOffset? Due);
