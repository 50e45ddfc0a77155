using System.Collections.Concurrent;
using LocalHost.Loops;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Workflow.Adapters.Sqlite;
using Workflow.Core.Approval;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace LocalHost.Tests.Loops;

/// <summary>Both loops over a real database, a clock that stands still, and a recorded outside.</summary>
internal sealed class LoopFixture : IAsyncDisposable
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("approvals-");
    private readonly ServiceProvider _services;
    private readonly ConcurrentDictionary<RequestId, (int Causes, DateTimeOffset? Due)> _requests = [];

    public LoopFixture(params (string Key, string Value)[] settings)
    {
        Carrier = new RecordingCarrier(this);
        Desk = new RecordingDesk(this);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Storage:Path", _folder.FullName)])
            .AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value)))
            .Build();
        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IEffectCarrier>(Carrier)
            .AddLogging(logging => logging.AddProvider(Logs))
            .AddSqliteStore()
            .AddLoops()
            .AddSingleton<Handle>(Desk.HandleAsync)
            .BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(Noon);

    public RecordingCarrier Carrier { get; }

    public RecordingDesk Desk { get; }

    public RecordingLogs Logs { get; } = new();

    public IOutbox Outbox => _services.GetRequiredService<IOutbox>();

    public LoopActivity Activity => _services.GetRequiredService<LoopActivity>();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static RequestId Id(int number) => RequestId.FromBits((ulong)number * 7919);

    public async Task StartAsync()
    {
        foreach (var loop in _services.GetServices<IHostedService>())
            await loop.StartAsync(Token);
    }

    public async Task StopAsync()
    {
        foreach (var loop in _services.GetServices<IHostedService>())
            await loop.StopAsync(Token);
    }

    /// <summary>Until the loops have nothing to do at the clock's now; gives up after a while that is long on any machine.</summary>
    public async Task IdleAsync() => await Activity.WhenIdleAsync(Token).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Token);

    /// <summary>Causes effects, in one append without events, and sets the due time.</summary>
    public async Task CauseAsync(RequestId id, DateTimeOffset? due, params Effect[] effects)
    {
        var (causes, _) = _requests.AddOrUpdate(id, (1, due), (_, before) => (before.Causes + 1, due));
        await AppendAsync(id, [.. effects.Select(effect => KeyedEffect.For(id, causes, effect))], null, due);
    }

    public Task CompleteAsync(RequestId id, EffectKey done) => AppendAsync(id, [], done, _requests[id].Due);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _services.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task AppendAsync(RequestId id, IReadOnlyList<KeyedEffect> effects, EffectKey? done, DateTimeOffset? due)
    {
        var now = Clock.GetUtcNow();
        var summary = new RequestSummary(id, "t", "p", "s", RequestStatus.Deciding, null, null, "", [], null, now, now, "");
        Assert.True(await _services.GetRequiredService<IEventStore>()
            .AppendAsync(new Append(id, 0, [], effects, done, summary, due), Token));
    }
}
