using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workflow.Core.Diagnostics;

namespace Workflow.Web.Pages;

/// <summary>What people see when we failed.</summary>
public static partial class Faults
{
    /// <summary>Turns an unhandled exception into a page or problem document that tells nothing of our insides.</summary>
    public static IApplicationBuilder UseApprovalsFaults(this IApplicationBuilder app)
    {
        var logger = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Faults));
        return app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            // The framework would log the message too, which may quote what people typed.
            SuppressDiagnosticsCallback = _ => true,
            ExceptionHandler = http =>
            {
                var error = http.Features.Get<IExceptionHandlerFeature>()?.Error;
                if (error is not (null or BadHttpRequestException))
                {
                    LogFault(logger, FailureText.Of(error), error.StackTrace);
                }

                return For(error).ToResult(http).ExecuteAsync(http);
            },
        });
    }

    /// <summary>The problem to show for an exception: the caller's when the server refused the request, else ours.</summary>
    public static Problem For(Exception? error) => error switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => new(
            StatusCodes.Status413PayloadTooLarge,
            "too-large",
            $"That is too much at once",
            $"What was sent is larger than this address takes. Send fewer or smaller files."),
        BadHttpRequestException refused => new(
            refused.StatusCode,
            "bad-request",
            $"The request could not be read",
            $"What arrived is incomplete or malformed. Send it again; if it happens again, tell whoever runs this service."),
        _ => new(
            StatusCodes.Status500InternalServerError,
            "fault",
            $"Something went wrong on our side",
            $"Nothing was changed unless you were told so. Try again in a few minutes; sending the same thing twice is safe. If it happens again, tell whoever runs this service."),
    };

    [LoggerMessage(1, LogLevel.Error, "A request ended in a fault: {Kinds}\n{Where}")]
    private static partial void LogFault(ILogger logger, string kinds, string? where);
}
