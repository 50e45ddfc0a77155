using Microsoft.AspNetCore.Http;

namespace Workflow.Web.Pages;

/// <summary>The answer to an address that leads nowhere.</summary>
public static class NotFoundPage
{
    /// <summary>404, as a page or below <c>/api/</c> as problem details.</summary>
    public static IResult Get(HttpContext http) => new Problem(
        StatusCodes.Status404NotFound,
        "not-found",
        $"There is nothing at this address",
        $"The address may be mistyped, or cut off by a mail program. Open the link from the mail again, or start from the first page.")
        .ToResult(http);
}
