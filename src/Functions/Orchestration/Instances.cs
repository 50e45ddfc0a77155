using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Workflow.Core.Requests;

namespace Functions.Orchestration;

/// <summary>The orchestrations of requests: at most one is alive for each, under the request's id.</summary>
internal static class Instances
{
    private static readonly string[] Alive =
    [
        nameof(OrchestrationRuntimeStatus.Pending), nameof(OrchestrationRuntimeStatus.Running), nameof(OrchestrationRuntimeStatus.Suspended),
    ];

    /// <summary>
    /// Makes a request's orchestration look at the stream: tells the one that is alive, else starts one, also where an
    /// earlier one has completed, failed, or was terminated or purged.
    /// </summary>
    /// <param name="client">From the function's binding.</param>
    /// <param name="id">Whose stream has changed.</param>
    /// <param name="reason">A word for who reads the history; nothing confidential.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public static async Task SignalAsync(DurableTaskClient client, RequestId id, string reason, CancellationToken cancellationToken)
    {
        if (!await IsAliveAsync(client, id, cancellationToken))
        {
            try
            {
                var options = new StartOrchestrationOptions(id.ToString()) { DedupeStatuses = Alive };
                await client.ScheduleNewOrchestrationInstanceAsync(nameof(ApprovalOrchestrator), null, options, cancellationToken);
                return;
            }
            catch (Exception) when (!cancellationToken.IsCancellationRequested)
            {
                // Storage providers say "already exists" in different exceptions; whether somebody was quicker is a fact.
                if (!await IsAliveAsync(client, id, cancellationToken))
                    throw;
            }
        }

        await client.RaiseEventAsync(id.ToString(), ApprovalOrchestrator.Changed, reason, cancellationToken);
    }

    private static async Task<bool> IsAliveAsync(DurableTaskClient client, RequestId id, CancellationToken cancellationToken)
    {
        var instance = await client.GetInstanceAsync(id.ToString(), getInputsAndOutputs: false, cancellationToken);
        return instance?.RuntimeStatus is
            OrchestrationRuntimeStatus.Pending or OrchestrationRuntimeStatus.Running or OrchestrationRuntimeStatus.Suspended;
    }
}
