using Workflow.Core.Ports;
using Workflow.Core.Records;
using Workflow.Core.Requests;

namespace Core.Tests.Simulation;

/// <summary>The streams in memory. Now and then somebody else seems to have written first.</summary>
internal sealed class Streams(Dice dice) : IEventStore
{
    private readonly Dictionary<RequestId, List<StoredEvent>> _streams = [];
    private readonly Dictionary<RequestId, RequestSummary> _summaries = [];

    /// <summary>After each write, with all of it.</summary>
    public event Action<Append>? Appended;

    /// <summary>In the order in which they came.</summary>
    public IReadOnlyCollection<RequestSummary> Summaries => _summaries.Values;

    /// <summary>How many writes were refused and decided again.</summary>
    public int Conflicts { get; private set; }

    public Task<IReadOnlyList<StoredEvent>> LoadAsync(RequestId id, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StoredEvent>>([.. _streams.GetValueOrDefault(id) ?? []]);

    public Task<bool> AppendAsync(Append append, CancellationToken cancellationToken)
    {
        if (!_streams.TryGetValue(append.Id, out var stream))
        {
            stream = _streams[append.Id] = [];
        }

        var isFirst = stream.Count == append.ExpectedVersion && !dice.Chance(0.002);
        if (isFirst)
        {
            stream.AddRange(append.Events);
            _summaries[append.Id] = append.Summary;
            Appended?.Invoke(append);
        }
        else
        {
            Conflicts++;
        }

        return Task.FromResult(isFirst);
    }
}
