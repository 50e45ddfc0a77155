using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace Workflow.Adapters.Graph.Http;

/// <summary>
/// Makes a call in its lane, and again while what is wrong passes by itself. A throttled call (429) was not carried out and
/// is repeated whatever it is; after other failures only what may be done twice is: a POST whose answer was lost may have
/// sent a mail, and its caller has to look.
/// </summary>
internal sealed partial class GraphPatience(
    GraphOptions options, GraphLanes lanes, TimeProvider clock, ILogger<GraphPatience> logger) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // What is read once cannot be sent twice.
        if (request.Content is { } content)
            await content.LoadIntoBufferAsync(cancellationToken);

        var lane = lanes.Of(request.RequestUri!);
        await lane.EnterAsync(cancellationToken);
        try
        {
            return await InTurnAsync(request, lane, cancellationToken);
        }
        finally
        {
            lane.Leave();
        }
    }

    private async Task<HttpResponseMessage> InTurnAsync(HttpRequestMessage request, GraphLanes.Lane lane, CancellationToken cancellationToken)
    {
        for (var tried = 1; ; tried++)
        {
            await UntilOpenAsync(lane, cancellationToken);
            HttpResponseMessage response;
            try
            {
                response = await TryAsync(request, cancellationToken);
            }
            catch (Exception e) when (e is HttpRequestException or TimeoutException && MayRepeat(request) && tried < options.Tries)
            {
                LogAgain(logger, request.Method.Method, 0, tried);
                await Task.Delay(Backoff(tried), clock, cancellationToken);
                continue;
            }

            var throttled = response.StatusCode is HttpStatusCode.TooManyRequests;
            var passing = response.StatusCode is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
            var pause = RetryAfter(response) ?? Backoff(tried);
            if (throttled || (passing && response.Headers.RetryAfter is not null))
                lane.Close(pause);
            if (!(throttled || (passing && MayRepeat(request))) || tried >= options.Tries || pause > options.LongestPause)
                return response;

            LogAgain(logger, request.Method.Method, (int)response.StatusCode, tried);
            response.Dispose();
            if (lane.Closed <= TimeSpan.Zero)
                await Task.Delay(pause, clock, cancellationToken);
        }
    }

    // A timer knows whole milliseconds, and may fire a little early by the clock.
    private async Task UntilOpenAsync(GraphLanes.Lane lane, CancellationToken cancellationToken)
    {
        while (lane.Closed is { Ticks: > 0 } left)
        {
            if (left > options.LongestPause)
                throw new HttpRequestException("Graph wants to be left alone for longer than this call can wait.", null, HttpStatusCode.TooManyRequests);
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)), clock, cancellationToken);
        }
    }

    private async Task<HttpResponseMessage> TryAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var time = new CancellationTokenSource(options.CallTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, time.Token);
        try
        {
            return await base.SendAsync(request, either.Token);
        }
        catch (OperationCanceledException e) when (time.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("Graph did not answer in time.", e);
        }
    }

    private static bool MayRepeat(HttpRequestMessage request) => request.Method != HttpMethod.Post;

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - clock.GetUtcNow() is { Ticks: > 0 } left ? left : TimeSpan.Zero,
        _ => null,
    };

    /// <summary>The pause after so many tries, where the server names none.</summary>
    // 2, 4, 8 … seconds, and up to half as much again, so that those who failed together do not come again together.
    internal static TimeSpan Backoff(int tried)
    {
        var seconds = TimeSpan.FromSeconds(1 << Math.Min(tried, 6));
        return seconds + (seconds * RandomNumberGenerator.GetInt32(500) / 1000);
    }

    [LoggerMessage(1, LogLevel.Information, "Graph answered a {Method} with {Status} at try {Try}; it is made again.")]
    private static partial void LogAgain(ILogger logger, string method, int status, int @try);
}
