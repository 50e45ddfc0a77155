using Adapters.Tests.Storage;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging.Abstractions;
using Workflow.Adapters.AzureStorage;
using Workflow.Adapters.AzureStorage.Index;
using Workflow.Adapters.AzureStorage.Streams;

namespace Adapters.Tests.AzureStorage;

/// <summary>Tables of their own in the emulator, and the adapters over them, wired by hand.</summary>
internal sealed class TablesInstallation
{
    private static int _made;

    /// <summary>An empty installation.</summary>
    public static async Task<TablesInstallation> MakeAsync(Azurite azurite) =>
        new(await azurite.ConnectAsync(), $"t{Interlocked.Increment(ref _made)}x{Environment.ProcessId}", null, TimeProvider.System);

    /// <summary>An adapter over tables of its own; those of a memory emulator need not be removed.</summary>
    public static async Task<Opened<TPort>> OpenAsync<TPort>(Azurite azurite, Func<TablesInstallation, TPort> adapter) =>
        new(adapter(await MakeAsync(azurite)));

    private readonly string _connection;
    private readonly string _prefix;

    private TablesInstallation(string connection, string prefix, Wire? wire, TimeProvider clock)
    {
        (_connection, _prefix) = (connection, prefix);
        Service = new TableServiceClient(connection, Options(wire));
        Account = new TablesAccount(Service, prefix);
        Streams = new StreamTable(Account);
        Index = new IndexTable(Account);
        Keeper = new IndexKeeper(Account, Streams, Index, clock);
        Commits = new StreamCommits(Account, Streams, Keeper, NullLogger<StreamCommits>.Instance);
    }

    public TableServiceClient Service { get; }

    public TablesAccount Account { get; }

    public StreamTable Streams { get; }

    public IndexTable Index { get; }

    public IndexKeeper Keeper { get; }

    public StreamCommits Commits { get; }

    public TablesEventStore Events => new(Streams, Commits);

    public TablesOutbox Outbox => new(Streams, Commits, Index, Keeper);

    public TablesSummaries Summaries => new(Index, Streams);

    public Store Store => new(Events, Outbox, new TablesAlarms(Index), Summaries);

    /// <summary>Another process over the same tables, with a way of its own to them.</summary>
    public TablesInstallation Through(Wire wire) => new(_connection, _prefix, wire, TimeProvider.System);

    /// <summary>Another process over the same tables, whose clock is so much ahead.</summary>
    public TablesInstallation Later(TimeSpan ahead) => new(_connection, _prefix, null, new ClockAhead(ahead));

    private static TableClientOptions Options(Wire? wire)
    {
        var options = Patience.Of(new TableClientOptions());
        options.Retry.Delay = TimeSpan.FromMilliseconds(10);
        options.Retry.MaxDelay = TimeSpan.FromMilliseconds(50);
        if (wire is not null)
            options.Transport = new HttpClientTransport(wire);
        return options;
    }

    private sealed class ClockAhead(TimeSpan ahead) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
    }
}
