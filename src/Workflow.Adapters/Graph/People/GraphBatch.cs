using System.Net;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Workflow.Adapters.Graph.Http;

namespace Workflow.Adapters.Graph.People;

/// <summary>
/// Reads many small things, twenty in a call. What failed of a call and passes by itself is asked for again, and nothing
/// else of it: reading twice does no harm.
/// </summary>
internal sealed class GraphBatch(GraphServiceClient graph, GraphOptions options, TimeProvider clock)
{
    // The most that Graph takes in one call.
    private const int Most = 20;

    /// <summary>An answer for each key; null where the status is one of <paramref name="nothing"/>.</summary>
    /// <param name="keys">What is asked about.</param>
    /// <param name="call">How one is asked about.</param>
    /// <param name="factory">Makes an answer of JSON.</param>
    /// <param name="nothing">Statuses that say that there is nothing to read.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="HttpRequestException">Another status, or one that did not pass.</exception>
    public async Task<IReadOnlyDictionary<string, T?>> ReadAsync<T>(
        IEnumerable<string> keys, Func<string, RequestInformation> call, ParsableFactory<T> factory, IReadOnlySet<HttpStatusCode> nothing, CancellationToken cancellationToken)
        where T : class, IParsable
    {
        var answers = new Dictionary<string, T?>(StringComparer.Ordinal);
        foreach (var some in keys.Chunk(Most))
        {
            for (var tried = 1; await RoundAsync([.. some.Where(key => !answers.ContainsKey(key))], cancellationToken) is { } failed; tried++)
            {
                var pause = failed.RetryAfter ?? GraphPatience.Backoff(tried);
                if (tried >= options.Tries || pause > options.LongestPause)
                    throw new HttpRequestException("A part of a batch was not answered.", null, failed.Status);
                await Task.Delay(pause, clock, cancellationToken);
            }
        }

        return answers;

        async Task<Failed?> RoundAsync(IReadOnlyList<string> asked, CancellationToken cancellation)
        {
            try
            {
                var batch = new BatchRequestContentCollection(graph);
                var steps = new List<(string Key, string Step)>();
                foreach (var key in asked)
                    steps.Add((key, await batch.AddBatchRequestStepAsync(call(key))));

                var response = await graph.Batch.PostAsync(batch, cancellation);
                Failed? failed = null;
                foreach (var (key, step) in steps)
                {
                    using var part = await response.GetResponseByIdAsync(step);
                    if (part is { IsSuccessStatusCode: true })
                    {
                        await using var json = await part.Content.ReadAsStreamAsync(cancellation);
                        answers[key] = await KiotaSerializer.DeserializeAsync("application/json", json, factory, cancellation);
                    }
                    else if (part is not null && nothing.Contains(part.StatusCode))
                        answers[key] = null;
                    else
                        failed = Failed.Of(part, failed);
                }

                return failed;
            }
            catch (ApiException e)
            {
                var status = (HttpStatusCode)e.ResponseStatusCode;
                // A call that was throttled as a whole has been repeated already.
                return Failed.Passes(status) && status is not HttpStatusCode.TooManyRequests
                    ? new Failed(status, null)
                    : throw new HttpRequestException("Graph refused a batch.", e, status);
            }
            catch (Exception e) when (e is TimeoutException or HttpRequestException { StatusCode: null })
            {
                return new Failed(HttpStatusCode.ServiceUnavailable, null);
            }
        }
    }

    /// <summary>Something of a call has failed in a way that passes by itself.</summary>
    private sealed record Failed(HttpStatusCode Status, TimeSpan? RetryAfter)
    {
        public static bool Passes(HttpStatusCode status) => status is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;

        /// <summary>Of a part and what failed before it, the longer pause.</summary>
        public static Failed Of(HttpResponseMessage? part, Failed? before)
        {
            var status = part?.StatusCode ?? HttpStatusCode.BadGateway;
            if (!Passes(status))
                throw new HttpRequestException("Graph refused a part of a batch.", null, status);
            var pause = part?.Headers.RetryAfter?.Delta;
            return new Failed(status, before?.RetryAfter is { } longer && longer > (pause ?? TimeSpan.Zero) ? longer : pause);
        }
    }
}
