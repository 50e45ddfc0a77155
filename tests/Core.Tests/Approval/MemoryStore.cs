using Workflow.Core.Approval;
using Workflow.Core.Ports;
using Workflow.Core.Records;
using Workflow.Core.Requests;

namespace Core.Tests.Approval;

/// <summary>Streams in memory; what is appended beyond the expected version is turned away, as every store does.</summary>
internal sealed class MemoryStore : IEventStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<RequestId, List<StoredEvent>> _streams = [];

    public List<Append> Appended { get; } = [];

    public int Loads { get; private set; }

    /// <summary>What another machine writes between the load and the append, once.</summary>
    public Action? Between { get; set; }

    public IEnumerable<KeyedEffect> Effects => Appended.SelectMany(a => a.Effects);

    public Task<IReadOnlyList<StoredEvent>> LoadAsync(RequestId id, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            Loads++;
            return Task.FromResult<IReadOnlyList<StoredEvent>>([.. _streams.GetValueOrDefault(id, [])]);
        }
    }

    public Task<bool> AppendAsync(Append append, CancellationToken cancellationToken)
    {
        var between = Between;
        Between = null;
        between?.Invoke();
        lock (_lock)
        {
            var stream = _streams.TryGetValue(append.Id, out var known) ? known : _streams[append.Id] = [];
            if (stream.Count != append.ExpectedVersion)
            {
                return Task.FromResult(false);
            }

            stream.AddRange(append.Events);
            Appended.Add(append);
            return Task.FromResult(true);
        }
    }

    /// <summary>Changes what is stored, as somebody with a hand in the database would.</summary>
    public void Tamper(RequestId id, int index, Func<StoredEvent, StoredEvent> change) => _streams[id][index] = change(_streams[id][index]);
}
