using System.Collections.Concurrent;
using Workflow.Core.Requests;

namespace LocalHost.Loops;

/// <summary>
/// Requests that were woken to no effect and are left alone for a while: one second, doubling up to a minute, so that
/// a fault in one does not keep the loop spinning.
/// </summary>
internal sealed class Snoozed(TimeProvider clock)
{
    private static readonly Backoff Delays =
        new(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), new Random());

    private readonly ConcurrentDictionary<RequestId, (int Times, DateTimeOffset Until)> _requests = [];

    public int Count => _requests.Count;

    public bool Contains(RequestId id) => _requests.TryGetValue(id, out var snooze) && clock.GetUtcNow() < snooze.Until;

    public void Add(RequestId id) => _requests.AddOrUpdate(
        id,
        _ => (1, clock.GetUtcNow() + Delays.Bound(1)),
        (_, earlier) => (earlier.Times + 1, clock.GetUtcNow() + Delays.Bound(earlier.Times + 1)));

    public void Remove(RequestId id) => _requests.TryRemove(id, out _);

    /// <summary>Forgets all but these, which are all that is due.</summary>
    public void KeepOnly(IReadOnlyList<RequestId> due)
    {
        foreach (var id in _requests.Keys.Except(due))
            Remove(id);
    }
}
