using Microsoft.AspNetCore.Http;
using Workflow.Core.Approval;
using Workflow.Web.Forms;
using Workflow.Web.Languages;
using Workflow.Web.Links;
using Workflow.Web.Pages;

namespace Workflow.Web.Following;

/// <summary>Opens a request for whoever holds its submitter's link, or says why the link no longer opens it.</summary>
public sealed class RequestAccess(LinkTokens links, ApprovalDesk desk, FormGuard guard)
{
    /// <summary>Reads the token <c>t</c>.</summary>
    /// <returns>The request, or the page to show instead.</returns>
    public async Task<(OwnRequest? Own, IResult? Closed)> OpenAsync(HttpContext http)
    {
        var token = http.Request.Query["t"].ToString();
        switch (links.ReadSubmitter(token))
        {
            case LinkReading<SubmitterLink>.Valid { Link: var link }
                when await desk.FindAsync(link.Request, http.RequestAborted) is { } request
                && request.Submission.Submitter.Email == link.Email:
                return (new OwnRequest(request, token), null);

            case LinkReading<SubmitterLink>.Expired { Link: var link }:
                return (null, Lost(http, StatusCodes.Status410Gone, new LostLink(
                    guard.Seal(http),
                    $"This link is too old",
                    $"Links work for a limited time, so that an old mailbox opens nothing. Your request is still here.",
                    link.Request.ToString())));

            default:
                return (null, Lost(http, StatusCodes.Status404NotFound, new LostLink(
                    guard.Seal(http),
                    $"This link opens nothing",
                    $"It may have been cut off by a mail program: open it from the mail again, or copy all of it. If that does not help, have a new one mailed to you.",
                    RequestId: null)));
        }
    }

    private static IResult Lost(HttpContext http, int status, LostLink lost) =>
        HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)
            ? Page.Html(Slices.Following.LostLinkPage.Create(lost), status)
            : Page.Html(Slices.Following.LostLinkPage.Create(lost with { Detail = $"{lost.Detail} What you just sent was not taken." }), status);
}

/// <summary>The page that a dead link leads to.</summary>
/// <param name="Seal">Of the form that asks for a new link.</param>
/// <param name="Title">What happened.</param>
/// <param name="Detail">What it means.</param>
/// <param name="RequestId">The request it was for; null when nobody can tell, then the form asks.</param>
/// <param name="Error">What is wrong with what was typed into that form.</param>
public sealed record LostLink(FormSeal Seal, Text Title, Text Detail, string? RequestId, Text? Error = null);
