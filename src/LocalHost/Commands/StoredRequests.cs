using System.Runtime.CompilerServices;
using Workflow.Adapters;
using Workflow.Adapters.Sqlite;
using Workflow.Core.Approval;
using Workflow.Core.Ports;

namespace LocalHost.Commands;

/// <summary>The requests of an installation, for commands that read them beside its server.</summary>
internal sealed class StoredRequests(DirectoryInfo data) : IAsyncDisposable
{
    private const int Page = 500;

    private readonly ServiceProvider _services = new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection([new($"{StorageOptions.Section}:{nameof(StorageOptions.Path)}", data.FullName)]).Build())
        .AddLogging()
        .AddSqliteStore()
        .BuildServiceProvider();

    /// <summary>Whether a folder holds an installation: opening another one would make it one.</summary>
    public static bool AreIn(DirectoryInfo data) => File.Exists(Path.Combine(data.FullName, "approvals.db"));

    /// <summary>All of them, in the order of lists.</summary>
    public async IAsyncEnumerable<RequestState> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (summaries, streams) = (_services.GetRequiredService<ISummaries>(), _services.GetRequiredService<IEventStore>());
        string? next = null;
        do
        {
            var page = await summaries.ListAsync(new SummaryQuery(), Page, next, cancellationToken);
            foreach (var summary in page.Items)
            {
                if (Evolution.Fold((await streams.LoadAsync(summary.Id, cancellationToken)).Select(EventCodec.Decode)) is { } request)
                {
                    yield return request;
                }
            }

            next = page.Continuation;
        }
        while (next is not null);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
