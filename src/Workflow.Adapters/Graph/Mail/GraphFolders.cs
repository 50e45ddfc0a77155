using System.Collections.Concurrent;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Workflow.Core.Intake;

namespace Workflow.Adapters.Graph.Mail;

/// <summary>The folders of the mailbox: found once, and made when they are not there.</summary>
internal sealed class GraphFolders(GraphServiceClient graph, GraphOptions options)
{
    private readonly ConcurrentDictionary<MailFate, string> _ids = new();
    private volatile string? _inbox;

    /// <summary>The id of the inbox.</summary>
    public async ValueTask<string> InboxAsync(CancellationToken cancellationToken)
    {
        if (_inbox is { } known)
            return known;

        var inbox = await graph.Users[options.Mailbox].MailFolders["inbox"].GetAsync(r => r.QueryParameters.Select = ["id"], cancellationToken);
        return _inbox = inbox!.Id!;
    }

    /// <summary>The id of the folder where mails of a fate belong.</summary>
    public async ValueTask<string> OfAsync(MailFate fate, CancellationToken cancellationToken)
    {
        if (_ids.TryGetValue(fate, out var known))
            return known;

        var name = options.Folders.Of(fate);
        var id = await FindAsync(name, cancellationToken) ?? await MakeAsync(name, cancellationToken);
        return _ids[fate] = id;
    }

    /// <summary>Looks for the folder anew next time, because it is not there any more.</summary>
    public void Forget(MailFate fate) => _ids.TryRemove(fate, out _);

    private async Task<string?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var found = await graph.Users[options.Mailbox].MailFolders.GetAsync(
            request => request.QueryParameters.Filter = $"displayName eq {GraphCalls.Quote(name)}", cancellationToken);
        return found?.Value?.FirstOrDefault()?.Id;
    }

    private async Task<string> MakeAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var made = await graph.Users[options.Mailbox].MailFolders.PostAsync(new MailFolder { DisplayName = name }, null, cancellationToken);
            return made!.Id!;
        }
        catch (ODataError e) when (e.ResponseStatusCode == 409)
        {
            // Somebody else was faster.
            return await FindAsync(name, cancellationToken)
                ?? throw new InvalidOperationException("Graph says that a folder is there and does not show it.", e);
        }
    }
}
