using Azure;
using Workflow.Adapters.AzureStorage.Streams;

namespace Workflow.Adapters.AzureStorage.Index;

/// <summary>
/// Brings the index after the streams. Streams and index lie in different partitions, which no transaction spans; so a
/// write is announced by an <see cref="Intent"/>, stored, followed by the index, and only then is the intent deleted.
/// A crash in between leaves the intent, and <see cref="SweepAsync"/> finishes. A row of the index may thus be missing
/// or out of date for moments, or after a crash until the next sweep, but never for ever; the streams always tell the truth.
/// </summary>
internal sealed class IndexKeeper(TablesAccount account, StreamTable streams, IndexTable index, TimeProvider clock)
{
    // Far longer than a write takes; one that takes longer still is fenced off and starts again.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // Before its first write a stream has no head to fence by. No write hangs for that long.
    private static readonly TimeSpan PatienceWithoutStream = TimeSpan.FromDays(1);

    private const int Rounds = 20;

    /// <summary>Notes what a write is about to leave behind; costs nothing when the index need not change.</summary>
    public async Task<Intent> BeginAsync(Intent intent, StreamState before, StreamState after)
    {
        var (known, next) = (IndexRows.Of(before), IndexRows.Of(after));
        var changes = known.Count != next.Count || known.Any(row => next.GetValueOrDefault(row.Key) != row.Value);
        var begun = intent with { Known = known, Stale = intent.Stale.Union(known.Keys).ToHashSet() };
        if (!changes && !intent.IsStored)
            return begun;
        await index.PutAsync(begun.Key, begun.StaleText, CancellationToken.None);
        return begun with { IsStored = true };
    }

    /// <summary>Takes the note back: nothing was written.</summary>
    public Task AbandonAsync(Intent intent) =>
        intent.IsStored ? index.DeleteAsync(intent.Key, CancellationToken.None) : Task.CompletedTask;

    /// <summary>Makes the index say what the stream says, whoever writes to it meanwhile, and deletes the note.</summary>
    public async Task FinishAsync(Intent intent, StreamState state)
    {
        if (!intent.IsStored)
            return;

        var (known, stale) = (intent.Known, intent.Stale.ToHashSet());
        for (var round = 1; ; round++)
        {
            var rows = IndexRows.Of(state);
            await Task.WhenAll(rows.Where(row => known.GetValueOrDefault(row.Key) != row.Value)
                .Select(row => index.PutAsync(row.Key, row.Value, CancellationToken.None)));
            await Task.WhenAll(stale.Where(key => !rows.ContainsKey(key))
                .Select(key => index.DeleteAsync(key, CancellationToken.None)));
            if (await streams.LastWriteAsync(state.Id, CancellationToken.None) == state.Write)
                break;

            // Somebody else wrote meanwhile and may be through with the index already: what was just put may be old.
            if (round == Rounds)
                return;
            known = new Dictionary<IndexKey, string>();
            stale.UnionWith(rows.Keys);
            state = await streams.ReadAsync(state.Id, CancellationToken.None);
        }

        await index.DeleteAsync(intent.Key, CancellationToken.None);
    }

    /// <summary>Finishes what crashed writers have left.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var row in await index.AllAsync(Intent.Partition, cancellationToken))
        {
            var age = now - row.Timestamp!.Value;
            if (age < Patience)
                continue;

            var intent = Intent.Read(row);
            if (await FenceAsync(intent, cancellationToken) is { } state)
                await FinishAsync(intent, state);
            else if (age > PatienceWithoutStream)
                await AbandonAsync(intent);
        }
    }

    // Replaces the head by itself, so that a writer who has read it before and not yet written must begin again, and
    // announce itself again.
    private async Task<StreamState?> FenceAsync(Intent intent, CancellationToken cancellationToken)
    {
        var table = await account.Streams.OpenAsync(cancellationToken);
        while (true)
        {
            var state = await streams.ReadAsync(intent.Id, cancellationToken);
            if (state.ETag is null)
                return null;
            try
            {
                await StreamTransaction.CommitAsync(table, state, state, []);
                return state;
            }
            catch (RequestFailedException e) when (e.IsConflict())
            {
                // Written since: the next reading shows what.
            }
        }
    }
}
