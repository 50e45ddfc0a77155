using Microsoft.AspNetCore.Http;
using Workflow.Core.Requests;
using Workflow.Web.Links;

namespace Workflow.Web.Records;

/// <summary>Lets in who holds the submitter's or an approver's link to the same request.</summary>
internal sealed class LinkRecordAccess(LinkTokens tokens) : IRecordAccess
{
    public ValueTask<bool> MayReadAsync(HttpContext http, RequestId id)
    {
        var token = (string?)http.Request.Query["t"];
        var submitter = tokens.ReadSubmitter(token) is LinkReading<SubmitterLink>.Valid s && s.Link.Request == id;
        var approver = tokens.ReadAsk(token) is LinkReading<AskLink>.Valid a && a.Link.Request == id;
        return ValueTask.FromResult(submitter || approver);
    }
}
