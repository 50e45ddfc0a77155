using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Adapters.Tests.Graph.Double;

/// <summary>Several calls in one: each is carried out, and goes wrong, by itself. The answers come in another order.</summary>
internal static class BatchDouble
{
    private const int Most = 20;

    public static void MapOn(GraphDouble graph) => graph.Map("POST /$batch", call => Answer(graph, call));

    private static GraphReply Answer(GraphDouble graph, GraphCall batch)
    {
        var requests = batch.Json().GetProperty("requests").EnumerateArray().ToList();
        batch.Require(requests.Count is >= 1 and <= Most, $"takes 1 to {Most} requests");
        batch.Require(requests.Select(r => r.GetProperty("id").GetString()).Distinct().Count() == requests.Count, "wants an id of its own for each request");
        return GraphReply.Json(200, new { responses = requests.Select(request => Part(graph, batch, request)).Reverse().ToList() });
    }

    private static object Part(GraphDouble graph, GraphCall batch, JsonElement request)
    {
        var url = request.GetProperty("url").GetString()!;
        batch.Require(url.StartsWith('/') && !url.StartsWith("/v1.0", StringComparison.Ordinal), "wants addresses relative to its version");
        var (path, query) = url.Split('?', 2) is [var before, var after] ? (before, after) : (url, "");
        IHeaderDictionary headers = new HeaderDictionary();
        headers.Authorization = batch.Headers.Authorization;
        if (request.TryGetProperty("headers", out var said))
        {
            foreach (var header in said.EnumerateObject())
                headers[header.Name] = header.Value.GetString();
        }

        var part = new GraphCall(
            request.GetProperty("method").GetString()!, Uri.UnescapeDataString(path), new QueryCollection(QueryHelpers.ParseQuery(query)), headers, [], batch.At);
        var (fault, reply) = graph.Answer(part);
        var replied = new Dictionary<string, string> { ["Content-Type"] = "application/json" };
        if (fault?.RetryAfter is { } pause)
            replied["Retry-After"] = pause;
        return new { id = request.GetProperty("id").GetString(), status = reply.Status, headers = replied, body = JsonNode.Parse(reply.Body) };
    }
}
