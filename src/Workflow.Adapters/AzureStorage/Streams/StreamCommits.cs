using System.Security.Cryptography;
using Azure;
using Microsoft.Extensions.Logging;
using Workflow.Adapters.AzureStorage.Index;
using Workflow.Core.Records;
using Workflow.Core.Requests;

namespace Workflow.Adapters.AzureStorage.Streams;

/// <summary>
/// The only way to change a stream: read it, compute what it becomes, store the difference if it is still as read,
/// then bring the index after it. Each call has an id of its own, stored with what it writes, so that a write whose
/// answer was lost is recognised afterwards and not taken for somebody else's.
/// </summary>
internal sealed partial class StreamCommits(
    TablesAccount account, StreamTable streams, IndexKeeper keeper, ILogger<StreamCommits> logger)
{
    private const int Tries = 50;

    /// <summary>Stores what <paramref name="change"/> makes of the stream; false when it makes nothing of it.</summary>
    /// <param name="id">Which stream.</param>
    /// <param name="events">The events that the change appends.</param>
    /// <param name="change">Pure; called again when somebody else was faster. Null: leave it.</param>
    /// <param name="cancellationToken">Gives up before the write has begun; what has begun is finished.</param>
    public async Task<bool> ChangeAsync(
        RequestId id, IReadOnlyList<StoredEvent> events, Func<StreamState, StreamState?> change, CancellationToken cancellationToken)
    {
        var table = await account.Streams.OpenAsync(cancellationToken);
        var intent = Intent.New(id, RandomNumberGenerator.GetHexString(32, lowercase: true));
        var before = await streams.ReadAsync(id, cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            if (change(before) is not { } changed)
            {
                await keeper.AbandonAsync(intent);
                return false;
            }

            var after = changed with { Write = intent.Write };
            intent = await keeper.BeginAsync(intent, before, after);
            try
            {
                await StreamTransaction.CommitAsync(table, before, after, events);
                await SettleAsync(intent, after);
                return true;
            }
            catch (Exception failure) when (failure is RequestFailedException or AggregateException or OperationCanceledException)
            {
                before = await streams.ReadAsync(id, CancellationToken.None);
                if (await IsStoredAsync(before, intent.Write, events))
                {
                    await SettleAsync(intent, before);
                    return true;
                }

                // Not stored for another reason than a conflict, or not yet: whoever asked may ask again. The intent
                // stays for the sweep.
                if (attempt == Tries || failure is not RequestFailedException { } answer || !answer.IsConflict())
                    throw;
            }
        }
    }

    private async Task<bool> IsStoredAsync(StreamState now, string write, IReadOnlyList<StoredEvent> events) =>
        now.Write == write
        || (events is [var first, ..] && await streams.WriteOfAsync(now.Id, first.Sequence, CancellationToken.None) == write);

    // The stream is stored: failing to bring the index after it is no failure of the write. The intent remains, and
    // the sweep does it.
    private async Task SettleAsync(Intent intent, StreamState stored)
    {
        try
        {
            await keeper.FinishAsync(intent, stored);
        }
        catch (Exception e) when (e is RequestFailedException or AggregateException or OperationCanceledException)
        {
            LogUnsettled(logger, e, intent.Id.ToString());
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Request {Request} is stored, but its index is not; the sweep brings it after.")]
    private static partial void LogUnsettled(ILogger logger, Exception failure, string request);
}
