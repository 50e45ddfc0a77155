using Azure.Core;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging.Abstractions;
using Workflow.Adapters.AzureStorage;
using Workflow.Adapters.AzureStorage.Index;
using Workflow.Adapters.AzureStorage.Streams;

namespace Bench;

/// <summary>The store in tables of its own, with every request to the service counted.</summary>
internal sealed class TablesStore
{
    public TablesStore(string connection, string prefix)
    {
        var options = Patience.Of(new TableClientOptions());
        options.AddPolicy(Transactions, HttpPipelinePosition.PerRetry);
        Account = new TablesAccount(new TableServiceClient(connection, options), prefix);
        var streams = new StreamTable(Account);
        var index = new IndexTable(Account);
        var keeper = new IndexKeeper(Account, streams, index, TimeProvider.System);
        var commits = new StreamCommits(Account, streams, keeper, NullLogger<StreamCommits>.Instance);
        Events = new TablesEventStore(streams, commits);
        Outbox = new TablesOutbox(streams, commits, index, keeper);
        Summaries = new TablesSummaries(index, streams);
    }

    public TransactionCount Transactions { get; } = new();

    public TablesAccount Account { get; }

    public TablesEventStore Events { get; }

    public TablesOutbox Outbox { get; }

    public TablesSummaries Summaries { get; }
}
