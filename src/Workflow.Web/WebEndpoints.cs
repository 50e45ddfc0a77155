using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Workflow.Web.Admin;
using Workflow.Web.Api;
using Workflow.Web.Development;
using Workflow.Web.Digests;
using Workflow.Web.Following;
using Workflow.Web.Pages;
using Workflow.Web.Records;
using Workflow.Web.Review;
using Workflow.Web.Review.Acts;
using Workflow.Web.Review.Consents;
using Workflow.Web.Review.Notices;
using Workflow.Web.Submitting;
using Workflow.Web.Teams;

namespace Workflow.Web;

/// <summary>Every address of the product, in one list. The Functions host has the same list as triggers.</summary>
public static class WebEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps them onto the handlers that <see cref="WebServices.AddApprovalsWeb"/> registers.</summary>
    /// <remarks>
    /// Always a lambda: a bare method group taking only an <see cref="HttpContext"/> would bind as a request delegate,
    /// whose result is thrown away.
    /// </remarks>
    /// <param name="routes">Where to.</param>
    /// <param name="development">Whether to show everybody's mail at <c>/dev/mailbox</c>: in Development and nowhere else. It needs an <see cref="Core.Ports.IDevMailbox"/>.</param>
    public static IEndpointRouteBuilder MapApprovals(this IEndpointRouteBuilder routes, bool development = false)
    {
        routes.MapRead("/", () => StartPage.Get());
        routes.MapRead("/assets/{name}", (HttpContext http, string name) => Assets.Get(http, name));

        routes.MapRead("/declare", (HttpContext http, DeclarePages pages) => pages.FormAsync(http));
        routes.MapPost("/declare", (HttpContext http, DeclarePages pages) => pages.SubmitAsync(http));
        routes.MapRead("/declare/sent", (HttpContext http, DeclarePages pages) => pages.ReceiptAsync(http));

        routes.MapRead("/request", (HttpContext http, StatusPages pages) => pages.ShowAsync(http));
        routes.MapRead("/request/information", (HttpContext http, InformationPages pages) => pages.FormAsync(http));
        routes.MapPost("/request/information", (HttpContext http, InformationPages pages) => pages.AnswerAsync(http));
        routes.MapRead("/request/withdraw", (HttpContext http, WithdrawPages pages) => pages.FormAsync(http));
        routes.MapPost("/request/withdraw", (HttpContext http, WithdrawPages pages) => pages.WithdrawAsync(http));
        routes.MapRead("/request/consent", (HttpContext http, ConsentPages pages) => pages.FormAsync(http));
        routes.MapPost("/request/consent", (HttpContext http, ConsentPages pages) => pages.AttachAsync(http));
        routes.MapRead("/request/amend", (HttpContext http, AmendPages pages) => pages.FormAsync(http));
        routes.MapPost("/request/amend", (HttpContext http, AmendPages pages) => pages.AmendAsync(http));
        routes.MapRead("/request/renew", (HttpContext http, RenewPages pages) => pages.FormAsync(http));
        routes.MapPost("/request/renew", (HttpContext http, RenewPages pages) => pages.RenewAsync(http));
        routes.MapRead("/request/note", (HttpContext http, NotePages pages) => pages.FormAsync(http));
        routes.MapPost("/request/note", (HttpContext http, NotePages pages) => pages.AddAsync(http));
        routes.MapPost("/request/link", (HttpContext http, FreshLinks links) => links.SendAsync(http));

        routes.MapRead("/review", (HttpContext http, ReviewPages pages) => pages.ShowAsync(http));
        routes.MapPost("/review", (HttpContext http, ReviewPages pages) => pages.DecideAsync(http));
        routes.MapPost("/review/code", (HttpContext http, ReviewPages pages) => pages.MailCodeAsync(http));
        routes.MapRead("/review/delegate", (HttpContext http, ActPages pages) => pages.ShowAsync(http, Act.HandingOn));
        routes.MapPost("/review/delegate", (HttpContext http, ActPages pages) => pages.PostAsync(http, Act.HandingOn));
        routes.MapRead("/review/recuse", (HttpContext http, ActPages pages) => pages.ShowAsync(http, Act.SteppingBack));
        routes.MapPost("/review/recuse", (HttpContext http, ActPages pages) => pages.PostAsync(http, Act.SteppingBack));
        routes.MapRead("/review/revoke", (HttpContext http, ActPages pages) => pages.ShowAsync(http, Act.Revoking));
        routes.MapPost("/review/revoke", (HttpContext http, ActPages pages) => pages.PostAsync(http, Act.Revoking));
        routes.MapRead("/review/consents", (HttpContext http, ConsentCheckPages pages) => pages.ShowAsync(http));
        routes.MapPost("/review/consents", (HttpContext http, ConsentCheckPages pages) => pages.CheckAsync(http));
        routes.MapRead("/review/notices", (HttpContext http, NoticePages pages) => pages.ShowAsync(http));
        routes.MapPost("/review/notices", (HttpContext http, NoticePages pages) => pages.AcknowledgeAsync(http));
        routes.MapRead("/review/file", (HttpContext http, ReviewFiles files) => files.DownloadAsync(http));

        routes.MapRead("/digests", (HttpContext http, DigestPages pages) => pages.ShowAsync(http));
        routes.MapPost("/digests", (HttpContext http, DigestPages pages) => pages.SwitchAsync(http));
        routes.MapPost("/digests/off", (HttpContext http, DigestPages pages) => pages.OffAsync(http));

        routes.MapPost("/api/requests", (HttpContext http, RequestsApi api) => api.SubmitAsync(http));
        routes.MapRead("/api/requests/{id}", (HttpContext http, RequestsApi api, string id) => api.StatusAsync(http, id));
        routes.MapPost("/api/intake/email", (HttpContext http, EmailIntakeApi api) => api.TakeAsync(http));

        routes.MapPost("/api/messages", (HttpContext http, TeamsMessages teams) => teams.TakeAsync(http));

        routes.MapRecords();
        routes.MapAdmin();
        if (development)
        {
            routes.MapDevMailbox();
        }

        routes.MapFallback("{*path}", (HttpContext http) => NotFoundPage.Get(http));
        return routes;
    }

    // Link checkers ask with HEAD; a page that exists must not answer them with 404.
    internal static void MapRead(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapMethods(pattern, Reading, handler);
}
