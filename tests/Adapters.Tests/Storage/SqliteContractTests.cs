namespace Adapters.Tests.Storage;

public sealed class SqliteEventStoreTests : EventStoreContract
{
    private readonly SqliteFolder _folder = new();

    protected override Task<Store> OpenAsync() => Task.FromResult(_folder.Store);

    protected override Task CloseAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }
}

public sealed class SqliteOutboxTests : OutboxContract
{
    private readonly SqliteFolder _folder = new();

    protected override Task<Store> OpenAsync() => Task.FromResult(_folder.Store);

    protected override Task CloseAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }
}

public sealed class SqliteSummariesTests : SummariesContract
{
    private readonly SqliteFolder _folder = new();

    protected override Task<Store> OpenAsync() => Task.FromResult(_folder.Store);

    protected override Task CloseAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }
}
