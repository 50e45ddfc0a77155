using Azure.Core;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Workflow.Adapters;
using Workflow.Adapters.Teams;
using Workflow.Adapters.Teams.Connector;
using Workflow.Core.Ports;

namespace Adapters.Tests.Teams;

/// <summary>A bot and the connector's double, by a clock that runs while somebody waits and nobody is being answered.</summary>
internal sealed class TeamsInstallation : IAsyncDisposable
{
    public const string Tenant = "7e4a0700-1111-4222-8333-444455556666";

    private readonly TeamsHttp _http;

    private TeamsInstallation(ConnectorDouble connector)
    {
        Connector = connector;
        _http = new TeamsHttp(connector.Way);
        Credential = new FakeCredential(Clock);
        var options = new TeamsOptions { AppId = "b0700000-1111-4222-8333-444455556666", TenantId = Tenant };
        Teams = new TeamsConnector(
            options,
            new ConnectorClient(
                options,
                _http,
                new ServiceUrls(options),
                new Pace(options, Clock),
                Clock,
                NullLogger<ConnectorClient>.Instance,
                new KeptToken(() => Credential, TeamsServices.ConnectorScope, Clock)),
            Conversations);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));

    public ConnectorDouble Connector { get; }

    public FakeCredential Credential { get; }

    public MemoryConversations Conversations { get; } = new();

    public ITeams Teams { get; }

    public static async Task<TeamsInstallation> StartAsync() => new(await ConnectorDouble.StartAsync());

    /// <summary>A chat that is known.</summary>
    public async Task<Conversation> KnowAsync(string account, string service = "https://smba.trafficmanager.net/teams/")
    {
        var conversation = new Conversation(Tenant, account, $"29:{account}", $"19:{account};x@unq.gbl.spaces", new Uri(service));
        await Conversations.KeepAsync(conversation, CancellationToken.None);
        return conversation;
    }

    /// <summary>Lets time pass until the work is done.</summary>
    public async Task<T> RunAsync<T>(Func<Task<T>> work)
    {
        var running = Task.Run(work);
        while (!running.IsCompleted)
        {
            if (!Connector.IsBusy)
                Clock.Advance(Connector.IsHolding ? TimeSpan.FromSeconds(1) : TimeSpan.FromMilliseconds(20));
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        }

        return await running;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Connector.DisposeAsync();
    }
}

/// <summary>Hands out <c>token-1</c>, <c>token-2</c> and so on, each good for an hour.</summary>
internal sealed class FakeCredential(TimeProvider clock) : TokenCredential
{
    public List<string> Asked { get; } = [];

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        Asked.Add(string.Join(' ', requestContext.Scopes));
        return new AccessToken($"token-{Asked.Count}", clock.GetUtcNow().AddHours(1));
    }

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        ValueTask.FromResult(GetToken(requestContext, cancellationToken));
}
