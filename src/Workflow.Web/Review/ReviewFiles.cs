using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Workflow.Core.Ports;
using Workflow.Core.Requests;
using Workflow.Web.Languages;
using Workflow.Web.Pages;

namespace Workflow.Web.Review;

/// <summary>Hands the files of a request to the person who is asked.</summary>
public sealed class ReviewFiles(ReviewDoor door, Readers readers, IBlobs blobs, TimeProvider clock)
{
    /// <summary>
    /// <c>GET /review/file?t=&amp;sha256=</c>: always a download of unknown type, never shown by the browser, since
    /// strangers made it. Only files of this request, and only while the ask is open; consents also later, for whoever
    /// checks them.
    /// </summary>
    public async Task<IResult> DownloadAsync(HttpContext http)
    {
        switch (await door.OpenAsync(http.Request.Query["t"], http.RequestAborted))
        {
            case ReviewAccess.Denied denied:
                return denied.Problem.ToPage();
            case ReviewAccess.Settled settled when !new Offers(settled.Request, settled.Ask, clock.GetUtcNow()).Checking:
                return Closed.ToPage(readers.Asked(settled.Request, settled.Ask));
            case ReviewAccess.Found found:
                var sha256 = http.Request.Query["sha256"].ToString();
                if (FilesFor(found).FirstOrDefault(f => f.Sha256 == sha256) is not { } file
                    || await blobs.OpenAsync(file.Sha256, http.RequestAborted) is not { } content)
                    return Unknown.ToPage(readers.Asked(found.Request, found.Ask));

                return Page.Secure(Results.Stream(content, "application/octet-stream", SafeFileName.Of(file.Name)));
            default:
                throw new UnreachableException();
        }
    }

    private IEnumerable<Attachment> FilesFor(ReviewAccess.Found found) =>
    [
        .. found is ReviewAccess.Open ? ReviewModel.FilesOf(found.Request) : [],
        .. new Offers(found.Request, found.Ask, clock.GetUtcNow()).Checking ? found.Request.Consents.Select(c => c.Evidence.Document) : [],
    ];

    private static Problem Closed { get; } = new(
        StatusCodes.Status410Gone,
        "ask-settled",
        $"The files are no longer shown by this link",
        $"The question it belongs to is settled. Ask whoever runs this service if you still need them.");

    private static Problem Unknown { get; } = new(
        StatusCodes.Status404NotFound,
        "file-unknown",
        $"There is no such file",
        $"It does not belong to this request. Open the request's page again and choose a file there.");
}
