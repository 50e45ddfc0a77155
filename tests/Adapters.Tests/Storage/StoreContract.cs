using Workflow.Core.Ports;

namespace Adapters.Tests.Storage;

/// <summary>What a store offers to the core, over a fresh and empty place.</summary>
public sealed record Store(IEventStore Events, IOutbox Outbox, IAlarms Alarms, ISummaries Summaries);

/// <summary>The base of what every kind of store must do, whatever it stores into.</summary>
public abstract class StoreContract : IAsyncLifetime
{
    private protected Store Store { get; private set; } = null!;

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Opens an empty store.</summary>
    protected abstract Task<Store> OpenAsync();

    /// <summary>Closes and removes it.</summary>
    protected abstract Task CloseAsync();

    public async ValueTask InitializeAsync() => Store = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    private protected async Task AppendedAsync(Append append) =>
        Assert.True(await Store.Events.AppendAsync(append, Token));
}
