using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Graph.Users.Item.MailFolders.Item.Messages.Delta;

namespace Workflow.Adapters.Graph.Mail;

/// <summary>Asks what changed in the inbox since a link was given, or for everything that lies there.</summary>
internal sealed class InboxChanges(GraphServiceClient graph, GraphOptions options)
{
    private const string PageSize = "odata.maxpagesize=100";

    /// <summary>The mails that came since, oldest first, and where the next look goes on. A link that Graph has forgotten is none.</summary>
    public async Task<(IReadOnlyList<string> Mails, string Link)> ReadAsync(string? link, CancellationToken cancellationToken)
    {
        try
        {
            return await FollowAsync(IsOurs(link) ? link : null, cancellationToken);
        }
        catch (ODataError e) when (link is not null && HasForgotten(e))
        {
            return await FollowAsync(null, cancellationToken);
        }
    }

    private async Task<(IReadOnlyList<string> Mails, string Link)> FollowAsync(string? link, CancellationToken cancellationToken)
    {
        // A mail may show on several pages; the last word about it counts.
        var waiting = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        while (true)
        {
            var page = await PageAsync(link, cancellationToken);
            foreach (var mail in page.Value ?? [])
            {
                if (mail.AdditionalData.ContainsKey("@removed"))
                    waiting.Remove(mail.Id!);
                else
                    waiting[mail.Id!] = mail.ReceivedDateTime ?? DateTimeOffset.MinValue;
            }

            if (page.OdataDeltaLink is { } end)
                return ([.. waiting.OrderBy(mail => mail.Value).ThenBy(mail => mail.Key, StringComparer.Ordinal).Select(mail => mail.Key)], end);
            link = page.OdataNextLink ?? throw new InvalidOperationException("Graph ended a page of changes without saying where to go on.");
        }
    }

    private async Task<DeltaGetResponse> PageAsync(string? link, CancellationToken cancellationToken)
    {
        var delta = graph.Users[options.Mailbox].MailFolders["inbox"].Messages.Delta;
        var page = await (link is null ? delta : delta.WithUrl(link)).GetAsDeltaGetResponseAsync(
            request =>
            {
                request.Headers.AddImmutableIds();
                request.Headers.Add("Prefer", PageSize);
                if (link is null)
                    request.QueryParameters.Select = [nameof(Message.Id), nameof(Message.ReceivedDateTime)];
            },
            cancellationToken);
        return page!;
    }

    // Kept links outlive a change of the setting.
    private bool IsOurs(string? link) => link?.StartsWith(options.Endpoint.AbsoluteUri.TrimEnd('/') + "/", StringComparison.OrdinalIgnoreCase) == true;

    private static bool HasForgotten(ODataError error) => error.ResponseStatusCode == 410
        || error.Error?.Code is { } code && (code.StartsWith("syncState", StringComparison.OrdinalIgnoreCase) || code.Equals("resyncRequired", StringComparison.OrdinalIgnoreCase));
}
