using System.Runtime.CompilerServices;
using Workflow.Core.Approval;
using Workflow.Core.Ports;

namespace Workflow.Web.Digests;

/// <summary>Everything that is open, one request after another, so that a large house does not lie in memory at once.</summary>
public sealed class OpenMatters(ISummaries summaries, ApprovalDesk desk)
{
    private const int Page = 200;

    /// <summary>The open requests as they are now. Of a list that lags behind, only what is still open is given.</summary>
    public async IAsyncEnumerable<RequestState> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? next = null;
        do
        {
            var page = await summaries.ListAsync(new SummaryQuery(Open: true), Page, next, cancellationToken);
            foreach (var row in page.Items)
            {
                if (await desk.FindAsync(row.Id, cancellationToken) is { Status: not RequestStatus.Closed } request)
                {
                    yield return request;
                }
            }

            next = page.Continuation;
        }
        while (next is not null);
    }
}
