using Functions.Orchestration;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Workflow.Core.Diagnostics;
using Workflow.Web.Pages;

namespace Functions.Triggers;

/// <summary>
/// What every HTTP trigger passes through, for want of middleware: a fault becomes a page that tells nothing of our
/// insides, and what was changed is told to its orchestration.
/// </summary>
/// <param name="changes">Which streams were appended to.</param>
/// <param name="logger">Told of faults, without personal data.</param>
public sealed partial class Door(Changes changes, ILogger<Door> logger)
{
    /// <summary>Shows something; a GET never changes state.</summary>
    internal async Task<IResult> ShowAsync(HttpRequest request, Func<HttpContext, Task<IResult>> handler)
    {
        var http = request.HttpContext;
        try
        {
            return await handler(http);
        }
        catch (Exception e) when (!http.RequestAborted.IsCancellationRequested)
        {
            LogFault(logger, request.Method, FailureText.Of(e));
            return Faults.For(e).ToResult(http);
        }
    }

    /// <summary>Does something, and then wakes the orchestrations of the requests that it changed.</summary>
    internal async Task<IResult> DoAsync(HttpRequest request, DurableTaskClient client, Func<HttpContext, Task<IResult>> handler)
    {
        using var listening = changes.Listen();
        var result = await ShowAsync(request, handler);
        // Whatever comes of it, the visitor's answer is true.
        foreach (var id in listening.Requests)
            await Instances.TrySignalAsync(client, id, "command", e => LogNotTold(logger, id.ToString(), FailureText.Of(e)));
        return result;
    }

    [LoggerMessage(1, LogLevel.Error, "A {Method} failed: {Reason}.")]
    private static partial void LogFault(ILogger logger, string method, string reason);

    [LoggerMessage(2, LogLevel.Warning, "The orchestration of {Id} could not be told: {Reason}. The sweep will.")]
    private static partial void LogNotTold(ILogger logger, string id, string reason);
}
