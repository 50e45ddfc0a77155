using Workflow.Adapters.AzureStorage.Index;
using Workflow.Adapters.AzureStorage.Streams;
using Workflow.Core.Approval;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Workflow.Adapters.AzureStorage;

/// <inheritdoc cref="IOutbox" />
/// <remarks>
/// The effects of one request are stored with its events and exact; the index only tells in which requests to look.
/// Whoever asks what is due also has finished what crashed writers left: a host asks every few minutes at least.
/// </remarks>
internal sealed class TablesOutbox(StreamTable streams, StreamCommits commits, IndexTable index, IndexKeeper keeper) : IOutbox
{
    private const int ReadAtOnce = 16;

    public async Task<IReadOnlyList<OutboxItem>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        await keeper.SweepAsync(cancellationToken);
        var requests = await index.UpToAsync(IndexRows.Effects, now, limit, cancellationToken);
        return await ItemsAsync(requests, state => state.Live.Where(row => row.NextAt <= now), limit, cancellationToken);
    }

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) =>
        index.EarliestAsync(IndexRows.Effects, cancellationToken);

    public Task FailedAsync(EffectKey key, string error, DateTimeOffset? nextAt, CancellationToken cancellationToken) =>
        ChangeAsync(key, state => state.Failed(key, error, nextAt), cancellationToken);

    public Task DeferAsync(EffectKey key, DateTimeOffset until, CancellationToken cancellationToken) =>
        ChangeAsync(key, state => state.PutOff(key, until), cancellationToken);

    public Task<bool> ReviveAsync(EffectKey key, DateTimeOffset now, CancellationToken cancellationToken) =>
        ChangeAsync(key, state => state.Revived(key, now), cancellationToken);

    public async Task<IReadOnlyList<OutboxItem>> OfAsync(RequestId id, CancellationToken cancellationToken) =>
        [.. (await streams.ReadAsync(id, cancellationToken)).Outbox.Select(row => row.ToItem(id))];

    public async Task<IReadOnlyList<OutboxItem>> DeadAsync(int limit, CancellationToken cancellationToken)
    {
        var requests = await index.UpToAsync(IndexRows.Dead, DateTimeOffset.MaxValue, limit, cancellationToken);
        return await ItemsAsync(requests, state => state.Outbox.Where(row => row.IsDead), limit, cancellationToken);
    }

    private Task<bool> ChangeAsync(EffectKey key, Func<StreamState, StreamState?> change, CancellationToken cancellationToken) =>
        RequestId.TryParse(key.Value.Split('/')[0], null, out var id)
            ? commits.ChangeAsync(id, [], change, cancellationToken)
            : Task.FromResult(false);

    private async Task<IReadOnlyList<OutboxItem>> ItemsAsync(
        IReadOnlyList<RequestId> requests,
        Func<StreamState, IEnumerable<OutboxRow>> rows,
        int limit,
        CancellationToken cancellationToken)
    {
        var items = new List<OutboxItem>();
        foreach (var some in requests.Chunk(ReadAtOnce))
        {
            var states = await Task.WhenAll(some.Select(id => streams.ReadAsync(id, cancellationToken)));
            items.AddRange(states.SelectMany(state => rows(state).Select(row => row.ToItem(state.Id))));
            if (items.Count >= limit)
                break;
        }

        return [.. items.Take(limit)];
    }
}
