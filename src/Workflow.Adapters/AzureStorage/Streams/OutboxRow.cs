using Workflow.Core.Approval;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Workflow.Adapters.AzureStorage.Streams;

/// <summary>An effect that waits in the partition of its stream. Position is the order of cause.</summary>
internal sealed record OutboxRow(
    long Position,
    EffectKey Key,
    string Lane,
    StoredEffect Effect,
    int Attempts,
    DateTimeOffset NextAt,
    string? LastError,
    bool IsDead)
{
    public OutboxItem ToItem(RequestId id) =>
        new(id, new KeyedEffect(Key, EffectCodec.Decode(Effect)), Attempts, NextAt, LastError, IsDead);
}
