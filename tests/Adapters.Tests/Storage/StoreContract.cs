using Workflow.Core.Ports;

namespace Adapters.Tests.Storage;

/// <summary>What a store offers to the core.</summary>
public sealed record Store(IEventStore Events, IOutbox Outbox, IAlarms Alarms, ISummaries Summaries);

/// <summary>The base of what every kind of store must do, whatever it stores into.</summary>
public abstract class StoreContract : PortContract<Store>
{
    private protected Store Store => Port;

    private protected async Task AppendedAsync(Append append) =>
        Assert.True(await Store.Events.AppendAsync(append, Token));
}
