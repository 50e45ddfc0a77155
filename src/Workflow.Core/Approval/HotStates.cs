using System.Collections.Concurrent;
using Workflow.Core.Requests;

namespace Workflow.Core.Approval;

/// <summary>
/// The states of the requests in use, so that a command need not fold its stream again. Bounded by two generations:
/// when the young one is full it becomes the old one, and what nobody used since is let go.
/// </summary>
/// <param name="capacity">How many states a generation holds.</param>
public sealed class HotStates(int capacity)
{
    private ConcurrentDictionary<RequestId, HotState> _young = new();
    private ConcurrentDictionary<RequestId, HotState> _old = new();

    internal HotState? Find(RequestId id) =>
        _young.TryGetValue(id, out var state) || _old.TryGetValue(id, out state) ? state : null;

    internal void Remember(RequestId id, HotState state)
    {
        if (_young.Count >= capacity)
        {
            _old = _young;
            _young = new ConcurrentDictionary<RequestId, HotState>();
        }

        _young[id] = state;
    }

    internal void Forget(RequestId id)
    {
        _young.TryRemove(id, out _);
        _old.TryRemove(id, out _);
    }
}

/// <summary>A folded stream: its state, null when there is none, and the hash of its last event.</summary>
internal sealed record HotState(RequestState? State, string? LastHash);
