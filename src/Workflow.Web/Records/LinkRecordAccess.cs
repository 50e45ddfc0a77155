using Microsoft.AspNetCore.Http;
using Workflow.Core.Approval;
using Workflow.Core.Ports;
using Workflow.Core.Records;
using Workflow.Core.Requests;
using Workflow.Web.Languages;
using Workflow.Web.Links;

namespace Workflow.Web.Records;

/// <summary>
/// Lets in who holds the submitter's link, and those whose approval stands in the record. Whoever was asked and did
/// not approve, perhaps because they turned out to have an interest, lost their right with the question.
/// </summary>
internal sealed class LinkRecordAccess(LinkTokens tokens, IEventStore store, Readers readers) : IRecordAccess
{
    public async ValueTask<Language?> ReaderAsync(HttpContext http, RequestId id)
    {
        var token = (string?)http.Request.Query["t"];
        if (tokens.ReadSubmitter(token) is LinkReading<SubmitterLink>.Valid(var submitter))
        {
            return submitter.Request != id ? null
                : await FindAsync(id, http.RequestAborted) is { } known ? readers.Submitter(known) : InstalledLanguages.For(http);
        }

        return tokens.ReadAsk(token) is LinkReading<AskLink>.Valid(var link)
            && link.Request == id
            && await FindAsync(id, http.RequestAborted) is { } request
            && request.Decisions.Any(d => d.Approves && d.Ask == link.Ask && d.By.Id == link.PersonId)
            ? readers.Asked(request, request.Asks[link.Ask - 1])
            : null;
    }

    // An altered history may not even decode, and what it says of approvals is nobody's right.
    private async Task<RequestState?> FindAsync(RequestId id, CancellationToken cancellationToken)
    {
        var events = await store.LoadAsync(id, cancellationToken);
        return AuditChain.FirstBreak(id.ToString(), events) is null ? Evolution.Fold(events.Select(EventCodec.Decode)) : null;
    }
}
