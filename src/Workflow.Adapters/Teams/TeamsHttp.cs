namespace Workflow.Adapters.Teams;

/// <summary>The way out to the Bot Framework. One for the process: its connections are shared, and looked up anew now and then.</summary>
internal sealed class TeamsHttp(HttpMessageHandler handler) : IDisposable
{
    // Far above any answer of the connector and any list of keys.
    private const int LargestAnswer = 1024 * 1024;

    public TeamsHttp()
        : this(new SocketsHttpHandler
        {
            // A redirect could lead the bot's token to a host that nobody has allowed.
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
    {
    }

    public HttpClient Client { get; } = new(handler)
    {
        // Each caller has a time of its own.
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = LargestAnswer,
    };

    public void Dispose() => Client.Dispose();
}
