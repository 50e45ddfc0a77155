using Azure;
using Workflow.Core.Approval;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Workflow.Adapters.AzureStorage.Streams;

/// <summary>
/// A stream without its events: what its head row says and the effects that wait. What can happen to it is computed
/// here, without any I/O; <see cref="StreamCommits"/> stores the difference.
/// </summary>
/// <param name="Id">Whose stream.</param>
/// <param name="ETag">Of the head row as it was read, which every write replaces; null when there is no stream.</param>
/// <param name="Version">Sequence number of the last event; 0 when there is none.</param>
/// <param name="Write">Which write it was that made it so.</param>
/// <param name="NextPosition">Of the next effect.</param>
/// <param name="Summary">The row for lists; null when there is no stream.</param>
/// <param name="Due">When the process wants to be woken.</param>
/// <param name="Outbox">By position.</param>
internal sealed record StreamState(
    RequestId Id,
    ETag? ETag,
    int Version,
    string Write,
    long NextPosition,
    RequestSummary? Summary,
    DateTimeOffset? Due,
    IReadOnlyList<OutboxRow> Outbox)
{
    public static StreamState None(RequestId id) => new(id, null, 0, "", 0, null, null, []);

    /// <summary>The effects that are not dead.</summary>
    public IEnumerable<OutboxRow> Live => Outbox.Where(row => !row.IsDead);

    /// <summary>Null when it stands at another version than the append was decided on.</summary>
    public StreamState? Appended(Append append)
    {
        if (Version != append.ExpectedVersion)
            return null;

        // The done effect goes first: what it caused must not queue behind it.
        var outbox = Outbox.Where(row => row.Key != append.Completes).ToList();
        foreach (var (i, effect) in append.Effects.Index())
            outbox.Add(NewRow(effect, NextPosition + i, append.Summary.ChangedAt, outbox));
        return this with
        {
            Version = Version + append.Events.Count,
            NextPosition = NextPosition + append.Effects.Count,
            Summary = append.Summary,
            Due = append.Due,
            Outbox = outbox,
        };
    }

    /// <summary>Null when the effect is done.</summary>
    public StreamState? Failed(EffectKey key, string error, DateTimeOffset? nextAt)
    {
        var failed = Changed(key, row => row with { Attempts = row.Attempts + 1, LastError = error, IsDead = nextAt is null });
        return nextAt is { } until ? failed?.PutOff(key, until) : failed;
    }

    /// <summary>Puts off an effect and what must not overtake it; null when it is done or dead.</summary>
    public StreamState? PutOff(EffectKey key, DateTimeOffset until) =>
        Live.FirstOrDefault(row => row.Key == key) is { } first
            ? this with { Outbox = [.. Outbox.Select(row => Waits(row, first) && row.NextAt < until ? row with { NextAt = until } : row)] }
            : null;

    /// <summary>Brings a dead letter back; null when there is no such dead letter.</summary>
    public StreamState? Revived(EffectKey key, DateTimeOffset now) =>
        Outbox.Any(row => row.Key == key && row.IsDead)
            ? Changed(key, row => row with { IsDead = false, Attempts = 0, NextAt = now })
            : null;

    private StreamState? Changed(EffectKey key, Func<OutboxRow, OutboxRow> change) =>
        Outbox.Any(row => row.Key == key)
            ? this with { Outbox = [.. Outbox.Select(row => row.Key == key ? change(row) : row)] }
            : null;

    private static bool Waits(OutboxRow row, OutboxRow first) =>
        !row.IsDead && row.Lane == first.Lane && row.Position >= first.Position;

    // Due at once or when it may be, but not before what waits in its lane.
    private static OutboxRow NewRow(KeyedEffect effect, long position, DateTimeOffset at, List<OutboxRow> waiting)
    {
        var lane = EffectLane.Of(effect.Effect);
        var ahead = waiting.Where(row => !row.IsDead && row.Lane == lane).Select(row => row.NextAt);
        return new OutboxRow(position, effect.Key, lane, EffectCodec.Encode(effect.Effect), 0, ahead.Append(effect.NotBefore ?? at).Max(), null, false);
    }
}
