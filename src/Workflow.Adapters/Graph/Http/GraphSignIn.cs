using System.Net;
using System.Net.Http.Headers;

namespace Workflow.Adapters.Graph.Http;

/// <summary>
/// Puts our token on every call, at each try anew, since a token may grow old while one waits; a refused one is replaced
/// once. It goes to the configured service alone, whatever address an answer of the service has named.
/// </summary>
internal sealed class GraphSignIn(GraphOptions options, KeptToken token) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri?.GetLeftPart(UriPartial.Authority) != options.Endpoint.GetLeftPart(UriPartial.Authority))
            throw new InvalidOperationException("A call is for another host than that of Graph:Endpoint.");

        var mine = await token.TokenAsync(refused: null, cancellationToken);
        var response = await SendAsync(request, mine, cancellationToken);
        if (response.StatusCode is not HttpStatusCode.Unauthorized)
            return response;

        response.Dispose();
        return await SendAsync(request, await token.TokenAsync(refused: mine, cancellationToken), cancellationToken);
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string mine, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", mine);
        return base.SendAsync(request, cancellationToken);
    }
}
