using Microsoft.Graph;
using Microsoft.Kiota.Abstractions.Authentication;

namespace Workflow.Adapters.Graph.Http;

/// <summary>The way to Graph, one for the process. The library's own handlers are left out: they wait by the machine's clock, and follow redirects.</summary>
internal sealed class GraphHttp : IDisposable
{
    private readonly HttpClient _http;

    /// <param name="options">Where Graph is.</param>
    /// <param name="patience">Repeats.</param>
    /// <param name="signIn">Proves who calls.</param>
    /// <param name="transport">Carries.</param>
    public GraphHttp(GraphOptions options, GraphPatience patience, GraphSignIn signIn, GraphTransport transport)
    {
        patience.InnerHandler = signIn;
        signIn.InnerHandler = transport.Handler;

        // Each try has a time of its own.
        _http = new HttpClient(patience) { Timeout = Timeout.InfiniteTimeSpan };
        Client = new GraphServiceClient(_http, new AnonymousAuthenticationProvider(), options.Endpoint.AbsoluteUri.TrimEnd('/'));
    }

    /// <summary>Calls Graph.</summary>
    public GraphServiceClient Client { get; }

    public void Dispose()
    {
        Client.Dispose();
        _http.Dispose();
    }
}

/// <summary>What carries calls to Graph.</summary>
internal sealed record GraphTransport(HttpMessageHandler Handler)
{
    /// <summary>Over the network.</summary>
    public static GraphTransport Network() => new(new SocketsHttpHandler
    {
        // A redirect could lead our token to a host that nobody has allowed.
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    });
}
