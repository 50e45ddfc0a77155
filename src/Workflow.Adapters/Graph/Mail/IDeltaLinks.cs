using System.Collections.Concurrent;

namespace Workflow.Adapters.Graph.Mail;

/// <summary>Remembers up to where the changes of a mailbox were dealt with: the link that Graph gave at the end of a round.</summary>
/// <remarks>Forgetting one, or remembering an older one, costs time and never a mail: what lies in the inbox is found again.</remarks>
internal interface IDeltaLinks
{
    /// <summary>The link of a mailbox; null when there is none.</summary>
    Task<string?> FindAsync(string mailbox, CancellationToken cancellationToken);

    /// <summary>Keeps a link in the place of an earlier one.</summary>
    Task KeepAsync(string mailbox, string link, CancellationToken cancellationToken);
}

/// <summary>Remembers for as long as the process lives, which is enough where one process serves the mailbox.</summary>
internal sealed class MemoryDeltaLinks : IDeltaLinks
{
    private readonly ConcurrentDictionary<string, string> _links = new(StringComparer.OrdinalIgnoreCase);

    public Task<string?> FindAsync(string mailbox, CancellationToken cancellationToken) =>
        Task.FromResult(_links.GetValueOrDefault(mailbox));

    public Task KeepAsync(string mailbox, string link, CancellationToken cancellationToken)
    {
        _links[mailbox] = link;
        return Task.CompletedTask;
    }
}
