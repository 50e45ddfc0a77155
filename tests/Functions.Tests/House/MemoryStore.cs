using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Ports;
using Workflow.Core.Records;
using Workflow.Core.Requests;

namespace Functions.Tests.House;

/// <summary>Streams, outbox and alarms in memory, with the promises of the real stores.</summary>
internal sealed class MemoryStore : IEventStore, IOutbox, IAlarms, ISummaries
{
    private readonly Dictionary<RequestId, List<StoredEvent>> _streams = [];
    private readonly Dictionary<RequestId, DateTimeOffset> _alarms = [];
    private readonly Dictionary<RequestId, RequestSummary> _summaries = [];
    private readonly List<OutboxItem> _outbox = [];

    /// <summary>Every effect ever caused.</summary>
    public Dictionary<EffectKey, Effect> Caused { get; } = [];

    public IReadOnlyList<OutboxItem> Outbox => _outbox;

    public Task<IReadOnlyList<StoredEvent>> LoadAsync(RequestId id, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StoredEvent>>([.. _streams.GetValueOrDefault(id) ?? []]);

    public Task<bool> AppendAsync(Append append, CancellationToken cancellationToken)
    {
        var stream = _streams.TryGetValue(append.Id, out var known) ? known : _streams[append.Id] = [];
        if (stream.Count != append.ExpectedVersion)
            return Task.FromResult(false);

        stream.AddRange(append.Events);
        _summaries[append.Id] = append.Summary;
        _outbox.RemoveAll(item => item.Effect.Key == append.Completes);
        foreach (var effect in append.Effects)
        {
            Caused.Add(effect.Key, effect.Effect);
            var at = Lane(append.Id, effect.Effect).Select(item => item.NextAt).Append(append.Summary.ChangedAt).Max();
            _outbox.Add(new OutboxItem(append.Id, effect, 0, at, null, false));
        }

        if (append.Due is { } due)
            _alarms[append.Id] = due;
        else
            _alarms.Remove(append.Id);
        return Task.FromResult(true);
    }

    public Task<IReadOnlyList<OutboxItem>> OfAsync(RequestId id, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<OutboxItem>>([.. _outbox.Where(item => item.Request == id)]);

    public Task FailedAsync(EffectKey key, string error, DateTimeOffset? nextAt, CancellationToken cancellationToken)
    {
        if (Find(key) is >= 0 and var at)
        {
            _outbox[at] = _outbox[at] with { Attempts = _outbox[at].Attempts + 1, LastError = error, IsDead = nextAt is null };
            if (nextAt is { } until)
                return DeferAsync(key, until, cancellationToken);
        }

        return Task.CompletedTask;
    }

    public Task DeferAsync(EffectKey key, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var head = _outbox[Find(key)];
        foreach (var waiting in Lane(head.Request, head.Effect.Effect).Where(item => _outbox.IndexOf(item) >= _outbox.IndexOf(head)).ToList())
            _outbox[_outbox.IndexOf(waiting)] = waiting with { NextAt = waiting.NextAt > until ? waiting.NextAt : until };
        return Task.CompletedTask;
    }

    public Task<bool> ReviveAsync(EffectKey key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (Find(key) is not (>= 0 and var at) || !_outbox[at].IsDead)
            return Task.FromResult(false);
        _outbox[at] = _outbox[at] with { IsDead = false, Attempts = 0, NextAt = now };
        return Task.FromResult(true);
    }

    Task<IReadOnlyList<OutboxItem>> IOutbox.DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<OutboxItem>>([.. _outbox.Where(item => !item.IsDead && item.NextAt <= now).Take(limit)]);

    Task<IReadOnlyList<RequestId>> IAlarms.DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RequestId>>([.. _alarms.Where(a => a.Value <= now).OrderBy(a => a.Value).Select(a => a.Key).Take(limit)]);

    public Task<IReadOnlyList<OutboxItem>> DeadAsync(int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<OutboxItem>>([.. _outbox.Where(item => item.IsDead).Take(limit)]);

    Task<DateTimeOffset?> IOutbox.NextDueAsync(CancellationToken cancellationToken) => throw new NotSupportedException("Loops ask this.");

    Task<DateTimeOffset?> IAlarms.NextDueAsync(CancellationToken cancellationToken) => throw new NotSupportedException("Loops ask this.");

    public Task<int> OverdueAsync(Tier tier, DateTimeOffset now, CancellationToken cancellationToken) =>
        Task.FromResult(_summaries.Values.Count(s => s.Status != RequestStatus.Closed && s.Tier == tier && s.IsOverdue(now)));

    Task<SummaryPage> ISummaries.ListAsync(SummaryQuery query, int size, string? continuation, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Pages ask this.");

    Task<SummaryCounts> ISummaries.CountAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Pages ask this.");

    private int Find(EffectKey key) => _outbox.FindIndex(item => item.Effect.Key == key);

    private IEnumerable<OutboxItem> Lane(RequestId id, Effect effect) =>
        _outbox.Where(item => item.Request == id && !item.IsDead && EffectLane.Of(item.Effect.Effect) == EffectLane.Of(effect));
}
