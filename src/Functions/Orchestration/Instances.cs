using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Workflow.Core.Requests;

namespace Functions.Orchestration;

/// <summary>Orchestrations of which at most one is alive under an id: those of requests, under the request's id, and the mailbox's.</summary>
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
        // One that is started looks at the stream by itself.
        if (!await EnsureAsync(client, nameof(ApprovalOrchestrator), id.ToString(), cancellationToken))
            await client.RaiseEventAsync(id.ToString(), ApprovalOrchestrator.Changed, reason, cancellationToken);
    }

    /// <summary>
    /// As <see cref="SignalAsync"/>, for whoever has done what was asked and only passes it on: a failure is told, not
    /// thrown, since the sweep tells the orchestration within minutes. Does not give up when the caller is gone.
    /// </summary>
    public static async Task TrySignalAsync(DurableTaskClient client, RequestId id, string reason, Action<Exception> failed)
    {
        try
        {
            await SignalAsync(client, id, reason, CancellationToken.None);
        }
        catch (Exception e)
        {
            failed(e);
        }
    }

    /// <summary>Starts an orchestration unless one is alive under its id.</summary>
    /// <returns>Whether it was started here.</returns>
    public static async Task<bool> EnsureAsync(DurableTaskClient client, string orchestrator, string id, CancellationToken cancellationToken)
    {
        if (await IsAliveAsync(client, id, cancellationToken))
            return false;

        try
        {
            var options = new StartOrchestrationOptions(id) { DedupeStatuses = Alive };
            await client.ScheduleNewOrchestrationInstanceAsync(orchestrator, null, options, cancellationToken);
            return true;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Storage providers say "already exists" in different exceptions; whether somebody was quicker is a fact.
            if (!await IsAliveAsync(client, id, cancellationToken))
                throw;
            return false;
        }
    }

    private static async Task<bool> IsAliveAsync(DurableTaskClient client, string id, CancellationToken cancellationToken)
    {
        var instance = await client.GetInstanceAsync(id, getInputsAndOutputs: false, cancellationToken);
        return instance?.RuntimeStatus is
            OrchestrationRuntimeStatus.Pending or OrchestrationRuntimeStatus.Running or OrchestrationRuntimeStatus.Suspended;
    }
}
