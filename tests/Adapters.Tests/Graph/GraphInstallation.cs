using Adapters.Tests.Graph.Double;
using Azure.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Adapters.Graph;
using Workflow.Adapters.Graph.Http;

namespace Adapters.Tests.Graph;

/// <summary>Our side of Graph as an installation registers it, with the double on the other and a clock that turns while we wait.</summary>
internal sealed class GraphInstallation : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly bool _isOwner;

    private GraphInstallation(GraphDouble graph, TurningClock clock, Dictionary<string, string?>? settings, Action<IServiceCollection>? add, bool isOwner)
    {
        (Graph, Clock, _isOwner) = (graph, clock, isOwner);
        Credential = new CountingCredential(clock);
        Transport = new CountingTransport();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Graph:Endpoint"] = graph.Endpoint.AbsoluteUri,
                ["Graph:Mailbox"] = MailDouble.Address,
                ["Mail:From"] = $"Approvals <{MailDouble.Address}>",
            })
            .AddInMemoryCollection(settings ?? [])
            .Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<TokenCredential>(Credential);
        services.AddSingleton(new GraphTransport(Transport));
        services.AddGraph(configuration);
        add?.Invoke(services);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public GraphDouble Graph { get; }

    public TurningClock Clock { get; }

    public CountingCredential Credential { get; }

    public CountingTransport Transport { get; }

    /// <param name="add">Adds what the test is about.</param>
    /// <param name="settings">On top of endpoint and mailbox.</param>
    public static async Task<GraphInstallation> StartAsync(Action<IServiceCollection>? add = null, Dictionary<string, string?>? settings = null)
    {
        var clock = new TurningClock();
        return new GraphInstallation(await GraphDouble.StartAsync(clock), clock, settings, add, isOwner: true);
    }

    /// <summary>Another process that calls the same Graph, which belongs to the first one.</summary>
    public static GraphInstallation On(GraphDouble graph, Action<IServiceCollection>? add = null, Dictionary<string, string?>? settings = null) =>
        new(graph, (TurningClock)graph.Clock, settings, add, isOwner: false);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Lets time pass while the work waits for it, until it is done.</summary>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work)
    {
        var running = Task.Run(() => work(TestContext.Current.CancellationToken));
        while (!running.IsCompleted)
        {
            if (Graph.IsHolding)
                Clock.Turn(limitsToo: true);
            else if (!Transport.IsBusy)
                Clock.Turn(limitsToo: false);
            await Task.WhenAny(running, Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System));
        }

        return await running;
    }

    public Task RunAsync(Func<CancellationToken, Task> work) => RunAsync(async cancellationToken =>
    {
        await work(cancellationToken);
        return true;
    });

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_isOwner)
            await Graph.DisposeAsync();
    }
}

/// <summary>Tells how many calls are under way.</summary>
internal sealed class CountingTransport() : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false })
{
    private int _underWay;

    public bool IsBusy => Volatile.Read(ref _underWay) > 0;

    /// <summary>The most calls that were under way together.</summary>
    public int MostAtOnce { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _underWay));
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }
}

/// <summary>Hands out <c>token-1</c>, <c>token-2</c> and so on, each good for an hour, unless it fails.</summary>
internal sealed class CountingCredential(TimeProvider clock) : TokenCredential
{
    public List<string> Asked { get; } = [];

    public Exception? Failure { get; set; }

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        if (Failure is { } failure)
            throw failure;
        Asked.Add(string.Join(' ', requestContext.Scopes));
        return new AccessToken($"token-{Asked.Count}", clock.GetUtcNow().AddHours(1));
    }

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        ValueTask.FromResult(GetToken(requestContext, cancellationToken));
}
