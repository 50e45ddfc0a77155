using System.Globalization;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Ports;
using Workflow.Core.Records;
using Workflow.Core.Requests;

namespace Web.Tests.Admin;

/// <summary>Streams, their list and their outbox, in memory.</summary>
internal sealed class MemoryStore : IEventStore, ISummaries, IOutbox
{
    private readonly Dictionary<RequestId, List<StoredEvent>> _streams = [];
    private readonly Dictionary<RequestId, RequestSummary> _summaries = [];
    private readonly List<OutboxItem> _outbox = [];

    public Task<IReadOnlyList<StoredEvent>> LoadAsync(RequestId id, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StoredEvent>>(_streams.GetValueOrDefault(id) ?? []);

    public Task<bool> AppendAsync(Append append, CancellationToken cancellationToken)
    {
        var stream = _streams.TryGetValue(append.Id, out var known) ? known : _streams[append.Id] = [];
        Assert.Equal(append.ExpectedVersion, stream.Count);
        stream.AddRange(append.Events);
        _summaries[append.Id] = append.Summary;
        _outbox.RemoveAll(item => item.Effect.Key == append.Completes);
        _outbox.AddRange(append.Effects.Select(e => new OutboxItem(append.Id, e, 0, append.Summary.ChangedAt, null, false)));
        return Task.FromResult(true);
    }

    /// <summary>What somebody with access to the database would do.</summary>
    public void Tamper(RequestId id, int sequence, string from, string to)
    {
        var stored = _streams[id][sequence - 1];
        Assert.Contains(from, stored.Json, StringComparison.Ordinal);
        _streams[id][sequence - 1] = stored with { Json = stored.Json.Replace(from, to, StringComparison.Ordinal) };
    }

    public Task<SummaryPage> ListAsync(SummaryQuery query, int size, string? continuation, CancellationToken cancellationToken)
    {
        var from = continuation is null ? 0 : int.Parse(continuation, CultureInfo.InvariantCulture);
        var rows = _summaries.Values
            .Where(query.Admits)
            .Where(r => query.Search is null || r.SearchText.Contains(query.Search, StringComparison.OrdinalIgnoreCase))
            .OrderBy(r => r.Status == RequestStatus.Closed)
            .ThenBy(r => r.Limit ?? DateTimeOffset.MaxValue)
            .ThenByDescending(r => r.SubmittedAt)
            .ToList();
        var page = rows.Skip(from).Take(size).ToList();
        var next = from + size < rows.Count ? (from + size).ToString(CultureInfo.InvariantCulture) : null;
        return Task.FromResult(new SummaryPage(page, next));
    }

    public Task<SummaryCounts> CountAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var open = _summaries.Values.Where(r => r.Status != RequestStatus.Closed).ToList();
        return Task.FromResult(new SummaryCounts(open.Count, open.Count(r => r.IsOverdue(now))));
    }

    public Task<int> OverdueAsync(Tier tier, DateTimeOffset now, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Pages do not ask this.");

    public EffectKey Waiting(RequestId id, string kind) =>
        _outbox.Single(item => item.Request == id && item.Effect.Effect.Kind == kind).Effect.Key;

    public void Kill(EffectKey key, string error)
    {
        var at = _outbox.FindIndex(item => item.Effect.Key == key);
        _outbox[at] = _outbox[at] with { Attempts = 12, LastError = error, IsDead = true };
    }

    public Task<IReadOnlyList<OutboxItem>> OfAsync(RequestId id, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<OutboxItem>>([.. _outbox.Where(item => item.Request == id)]);

    public Task<IReadOnlyList<OutboxItem>> DeadAsync(int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<OutboxItem>>([.. _outbox.Where(item => item.IsDead).Take(limit)]);

    public Task<bool> ReviveAsync(EffectKey key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var at = _outbox.FindIndex(item => item.Effect.Key == key && item.IsDead);
        if (at < 0)
            return Task.FromResult(false);

        _outbox[at] = _outbox[at] with { IsDead = false, NextAt = now };
        return Task.FromResult(true);
    }

    public Task<IReadOnlyList<OutboxItem>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The admin's pages carry nothing out.");

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) =>
        throw new NotSupportedException("The admin's pages carry nothing out.");

    public Task FailedAsync(EffectKey key, string error, DateTimeOffset? nextAt, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The admin's pages carry nothing out.");

    public Task DeferAsync(EffectKey key, DateTimeOffset nextAt, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The admin's pages carry nothing out.");
}
