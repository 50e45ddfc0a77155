using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Workflow.Web.Pages;

/// <summary>What people see when we failed.</summary>
public static class Faults
{
    /// <summary>Turns an unhandled exception into a page or problem document that tells nothing of our insides.</summary>
    public static IApplicationBuilder UseApprovalsFaults(this IApplicationBuilder app) =>
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = http => For(http.Features.Get<IExceptionHandlerFeature>()?.Error).ToResult(http).ExecuteAsync(http),
        });

    /// <summary>The problem to show for an exception: the caller's when the server refused the request, else ours.</summary>
    public static Problem For(Exception? error) => error switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => new(
            StatusCodes.Status413PayloadTooLarge,
            "too-large",
            "That is too much at once",
            "What was sent is larger than this address takes. Send fewer or smaller files."),
        BadHttpRequestException refused => new(
            refused.StatusCode,
            "bad-request",
            "The request could not be read",
            "What arrived is incomplete or malformed. Send it again; if it happens again, tell whoever runs this service."),
        _ => new(
            StatusCodes.Status500InternalServerError,
            "fault",
            "Something went wrong on our side",
            "Nothing was changed unless you were told so. Try again in a few minutes; sending the same thing twice is safe. If it happens again, tell whoever runs this service."),
    };
}
