using System.Collections.Concurrent;
using Workflow.Core.Ports;
using Workflow.Core.Records;
using Workflow.Core.Requests;

namespace Functions.Orchestration;

/// <summary>
/// Remembers, for one trigger at a time, which streams were appended to on its behalf, so that it can tell their
/// orchestrations. The client that can tell them is bound to a trigger and reaches no singleton.
/// </summary>
public sealed class Changes
{
    private readonly AsyncLocal<ConcurrentDictionary<RequestId, byte>?> _heard = new();

    /// <summary>Listens until disposed, to what the caller's own flow of control appends.</summary>
    internal Listening Listen() => new(this);

    internal void Note(RequestId id) => _heard.Value?.TryAdd(id, 0);

    internal sealed class Listening : IDisposable
    {
        private readonly Changes _changes;
        private readonly ConcurrentDictionary<RequestId, byte> _ids = [];

        public Listening(Changes changes)
        {
            _changes = changes;
            changes._heard.Value = _ids;
        }

        public ICollection<RequestId> Requests => _ids.Keys;

        public void Dispose() => _changes._heard.Value = null;
    }
}

/// <summary>A store that notes every append in <see cref="Changes"/>.</summary>
/// <param name="inner">Where streams are kept.</param>
/// <param name="changes">Where appends are noted.</param>
internal sealed class NotingEventStore(IEventStore inner, Changes changes) : IEventStore
{
    public Task<IReadOnlyList<StoredEvent>> LoadAsync(RequestId id, CancellationToken cancellationToken) =>
        inner.LoadAsync(id, cancellationToken);

    public async Task<bool> AppendAsync(Append append, CancellationToken cancellationToken)
    {
        var stored = await inner.AppendAsync(append, cancellationToken);
        if (stored)
            changes.Note(append.Id);
        return stored;
    }
}
