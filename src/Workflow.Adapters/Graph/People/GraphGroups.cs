using System.Net;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;

namespace Workflow.Adapters.Graph.People;

/// <summary>Asks who belongs to groups, also by way of groups within them.</summary>
internal sealed class GraphGroups(GraphServiceClient graph, GraphBatch batch)
{
    // The most that Graph puts on a page.
    private const int Page = 999;

    private static readonly HashSet<HttpStatusCode> Unknown = [HttpStatusCode.NotFound];

    /// <summary>The users of each group; null for a group that does not exist.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<User>?>> ReadAsync(IEnumerable<string> groups, CancellationToken cancellationToken)
    {
        var first = await batch.ReadAsync(groups, FirstPage, UserCollectionResponse.CreateFromDiscriminatorValue, Unknown, cancellationToken);
        var members = new Dictionary<string, IReadOnlyList<User>?>(StringComparer.Ordinal);
        foreach (var (group, page) in first)
            members.Add(group, page is null ? null : await FollowAsync(group, page, cancellationToken));
        return members;
    }

    private RequestInformation FirstPage(string group) => graph.Groups[group].TransitiveMembers.GraphUser.ToGetRequestInformation(request =>
    {
        // To ask for users alone is an advanced query, which Graph takes with these two or not at all.
        request.Headers.Add("ConsistencyLevel", "eventual");
        request.QueryParameters.Count = true;
        request.QueryParameters.Select = UserReading.Select;
        request.QueryParameters.Top = Page;
    });

    private async Task<IReadOnlyList<User>> FollowAsync(string group, UserCollectionResponse? page, CancellationToken cancellationToken)
    {
        var users = new List<User>();
        while (true)
        {
            users.AddRange(page?.Value ?? []);
            if (page?.OdataNextLink is not { } next)
                return users;
            page = await graph.Groups[group].TransitiveMembers.GraphUser.WithUrl(next)
                .GetAsync(request => request.Headers.Add("ConsistencyLevel", "eventual"), cancellationToken);
        }
    }
}
