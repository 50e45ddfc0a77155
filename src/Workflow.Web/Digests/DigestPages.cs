using Microsoft.AspNetCore.Http;
using Workflow.Core.Ports;
using Workflow.Web.Forms;
using Workflow.Web.Links;
using Workflow.Web.Pages;

namespace Workflow.Web.Digests;

/// <summary>The page on which a reader switches digests off and on again.</summary>
public sealed class DigestPages(LinkTokens links, IDigestChoices choices, FormGuard guard)
{
    /// <summary><c>GET /digests?t=</c>: says how it is; scanners that open the link change nothing.</summary>
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var token = http.Request.Query["t"].ToString();
        return links.ReadDigests(token) is LinkReading<DigestLink>.Valid(var link)
            ? await ShowAsync(http, token, link, StatusCodes.Status200OK)
            : Unreadable.ToPage();
    }

    /// <summary><c>POST /digests</c> by the page's form.</summary>
    public async Task<IResult> SwitchAsync(HttpContext http)
    {
        var posted = await guard.ReadAsync(http, FormSize.Text, http.RequestAborted);
        if (posted is not PostedForm.Readable { Fields: var fields })
        {
            return ((PostedForm.Unreadable)posted).Problem.ToPage();
        }

        var token = fields["t"].ToString();
        if (links.ReadDigests(token) is not LinkReading<DigestLink>.Valid(var link))
        {
            return Unreadable.ToPage();
        }

        if (posted is not PostedForm.Genuine)
        {
            return await ShowAsync(http, token, link, StatusCodes.Status400BadRequest);
        }

        await choices.SwitchAsync(link.Address, fields["off"] == "yes", http.RequestAborted);
        return Page.SeeOther("/digests" + QueryString.Create("t", token));
    }

    /// <summary>
    /// <c>POST /digests/off?t=</c> by a mail program on its reader's click (RFC 8058): it holds no cookie and proves itself
    /// by the link, and it can do nothing but switch off.
    /// </summary>
    public async Task<IResult> OffAsync(HttpContext http)
    {
        var posted = await guard.ReadAsync(http, FormSize.Text, http.RequestAborted);
        if (posted is not PostedForm.Readable { Fields: var fields })
        {
            return ((PostedForm.Unreadable)posted).Problem.ToPage();
        }

        if (links.ReadDigests(http.Request.Query["t"].ToString()) is not LinkReading<DigestLink>.Valid(var link))
        {
            return Unreadable.ToPage();
        }

        if (fields["List-Unsubscribe"] != "One-Click")
        {
            return NotOneClick.ToPage();
        }

        await choices.SwitchAsync(link.Address, off: true, http.RequestAborted);
        return Page.Secure(Results.Ok());
    }

    private async Task<IResult> ShowAsync(HttpContext http, string token, DigestLink link, int status)
    {
        var off = await choices.AreOffAsync(link.Address, http.RequestAborted);
        return Page.Html(Slices.DigestsPage.Create(new DigestsModel(link.Address, off, token, guard.Seal(http))), status);
    }

    private static Problem Unreadable { get; } = new(
        StatusCodes.Status404NotFound,
        "link-unreadable",
        $"This link cannot be read",
        $"It may be cut off, or too old. Use the link in the newest digest.");

    private static Problem NotOneClick { get; } = new(
        StatusCodes.Status400BadRequest,
        "not-one-click",
        $"This address is for mail programs",
        $"Open the link in the digest itself to switch it off.");
}

/// <summary>The page of somebody's digests.</summary>
/// <param name="Address">Whose.</param>
/// <param name="AreOff">Whether none are sent.</param>
/// <param name="Token">Of the link.</param>
/// <param name="Seal">Of the form.</param>
public sealed record DigestsModel(string Address, bool AreOff, string Token, FormSeal Seal);
