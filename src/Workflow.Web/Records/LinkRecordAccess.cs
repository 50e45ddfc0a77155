using Microsoft.AspNetCore.Http;
using Workflow.Core.Approval;
using Workflow.Core.Ports;
using Workflow.Core.Records;
using Workflow.Core.Requests;
using Workflow.Web.Links;

namespace Workflow.Web.Records;

/// <summary>
/// Lets in who holds the submitter's link, and those whose approval stands in the record. Whoever was asked and did
/// not approve, perhaps because they turned out to have an interest, lost their right with the question.
/// </summary>
internal sealed class LinkRecordAccess(LinkTokens tokens, IEventStore store) : IRecordAccess
{
    public async ValueTask<bool> MayReadAsync(HttpContext http, RequestId id)
    {
        var token = (string?)http.Request.Query["t"];
        if (tokens.ReadSubmitter(token) is LinkReading<SubmitterLink>.Valid submitter)
        {
            return submitter.Link.Request == id;
        }

        return tokens.ReadAsk(token) is LinkReading<AskLink>.Valid(var link)
            && link.Request == id
            && await HasApprovedAsync(link, http.RequestAborted);
    }

    private async Task<bool> HasApprovedAsync(AskLink link, CancellationToken cancellationToken)
    {
        var events = await store.LoadAsync(link.Request, cancellationToken);

        // An altered history may not even decode, and what it says of approvals is nobody's right.
        return AuditChain.FirstBreak(link.Request.ToString(), events) is null
            && Evolution.Fold(events.Select(EventCodec.Decode)) is { } request
            && request.Decisions.Any(d => d.Approves && d.Ask == link.Ask && d.By.Id == link.PersonId);
    }
}
