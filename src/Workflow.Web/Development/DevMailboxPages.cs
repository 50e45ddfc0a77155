using System.Text;
using Microsoft.AspNetCore.Http;
using Workflow.Core.Ports;
using Workflow.Web.Pages;

namespace Workflow.Web.Development;

/// <summary>
/// Shows the mails that a development installation wrote instead of sending, each as its receiver would see it. They
/// hold links and codes that decide requests, so these pages exist in no other environment.
/// </summary>
public static class DevMailboxPages
{
    // A mail's own HTML: nothing runs, nothing loads, and a click on a link leaves the frame.
    private const string SandboxedMail =
        "sandbox allow-popups allow-top-navigation-by-user-activation; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

    private const string FramingPage = SecurityHeaders.ContentSecurityPolicy + "; frame-src 'self'";

    /// <summary><c>GET /dev/mailbox</c>.</summary>
    public static async Task<IResult> ListAsync(HttpContext http, IDevMailbox mailbox) =>
        Page.Html(Slices.DevMailboxPage.Create(await mailbox.ListAsync(http.RequestAborted)));

    /// <summary><c>GET /dev/mailbox/{id}</c>.</summary>
    public static async Task<IResult> GetAsync(HttpContext http, IDevMailbox mailbox, string id)
    {
        if (await mailbox.ReadAsync(id, http.RequestAborted) is not { } mail)
            return Missing(http);

        http.Response.Headers.ContentSecurityPolicy = FramingPage;
        return Page.Html(Slices.DevMailPage.Create(mail));
    }

    /// <summary><c>GET /dev/mailbox/{id}/html</c>: the HTML part alone, for the frame.</summary>
    public static async Task<IResult> GetHtmlAsync(HttpContext http, IDevMailbox mailbox, string id)
    {
        if (await mailbox.ReadAsync(id, http.RequestAborted) is not { } mail)
            return Missing(http);

        http.Response.Headers.ContentSecurityPolicy = SandboxedMail;
        return Page.Secure(Results.Content(OpeningLinksOnTop(mail.Html), "text/html", Encoding.UTF8));
    }

    // Our own pages refuse to be framed, so without this a link in the mail would open nothing.
    private static string OpeningLinksOnTop(string html)
    {
        const string head = "<head>";
        const string target = "<base target=\"_top\">";
        var at = html.IndexOf(head, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? target + html : html.Insert(at + head.Length, target);
    }

    private static IResult Missing(HttpContext http) => new Problem(
        StatusCodes.Status404NotFound,
        "not-found",
        $"There is no such mail",
        $"The outbox folder may have been emptied meanwhile.")
    {
        Next = new NavigationLink("/dev/mailbox", $"Go to the mailbox"),
    }.ToResult(http);
}
