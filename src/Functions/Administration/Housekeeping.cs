using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Workflow.Core.People;

namespace Functions.Administration;

/// <summary>
/// Removes the histories of orchestrations that have been over for long. The requests themselves stay: their streams,
/// not these histories, say what happened.
/// </summary>
/// <param name="options">For how long they are kept.</param>
/// <param name="clock">The machine's.</param>
/// <param name="logger">Told how many, and at whose word.</param>
public sealed partial class Housekeeping(IOptions<HousekeepingOptions> options, TimeProvider clock, ILogger<Housekeeping> logger)
{
    // What one run leaves the next one takes.
    private const int MostAtOnce = 5000;
    private const int PageSize = 100;

    private static readonly OrchestrationRuntimeStatus[] Over =
        [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated];

    /// <summary>Every night at 03:20 UTC.</summary>
    [Function(nameof(Housekeeping))]
    public Task RunAsync(
        [TimerTrigger("0 20 3 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken) =>
        PurgeAsync(client, Actor.System, cancellationToken);

    /// <summary>Purges what was over before the retention began.</summary>
    internal async Task<PurgeDocument> PurgeAsync(DurableTaskClient client, Actor by, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - options.Value.Retention;
        var purged = 0;
        foreach (var id in await OldAsync(client, before, cancellationToken))
            purged += (await client.PurgeInstanceAsync(id, null, cancellationToken)).PurgedInstanceCount;
        LogPurged(logger, purged, before, by.Id);
        return new PurgeDocument(purged, before);
    }

    // The runtime's own bulk purge goes by the day of creation, and a long life may have ended yesterday.
    private static async Task<List<string>> OldAsync(DurableTaskClient client, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var old = new List<string>();
        var query = new OrchestrationQuery(CreatedTo: before, Statuses: Over, PageSize: PageSize);
        await foreach (var page in client.GetAllInstancesAsync(query).AsPages(null, PageSize).WithCancellation(cancellationToken))
        {
            old.AddRange(page.Values.Where(instance => instance.LastUpdatedAt < before).Select(instance => instance.InstanceId));
            if (old.Count >= MostAtOnce)
                break;
        }

        return old;
    }

    [LoggerMessage(1, LogLevel.Information, "Purged {Count} orchestrations that were over before {Before}, by {Actor}.")]
    private static partial void LogPurged(ILogger logger, int count, DateTimeOffset before, string actor);
}
