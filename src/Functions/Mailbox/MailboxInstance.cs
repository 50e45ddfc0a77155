using Functions.Orchestration;
using Microsoft.DurableTask.Client;

namespace Functions.Mailbox;

/// <summary>The one orchestration that looks into the mailbox.</summary>
internal static class MailboxInstance
{
    public const string Id = "mailbox";

    /// <summary>Has it look; one is started when none is alive.</summary>
    /// <param name="client">From the function's binding.</param>
    /// <param name="reauthorize">Whether the service asks that the subscription be authorized again.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public static async Task TellAsync(DurableTaskClient client, bool reauthorize, CancellationToken cancellationToken)
    {
        await Instances.EnsureAsync(client, nameof(MailboxOrchestrator), Id, cancellationToken);
        await client.RaiseEventAsync(Id, MailboxOrchestrator.Told, reauthorize, cancellationToken);
    }
}
