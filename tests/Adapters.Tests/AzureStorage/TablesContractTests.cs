using Adapters.Tests.Storage;

namespace Adapters.Tests.AzureStorage;

public sealed class TablesEventStoreTests(Azurite azurite) : EventStoreContract
{
    protected override async Task<Store> OpenAsync() => (await TablesInstallation.MakeAsync(azurite)).Store;

    protected override Task CloseAsync() => Task.CompletedTask;
}

public sealed class TablesOutboxTests(Azurite azurite) : OutboxContract
{
    protected override async Task<Store> OpenAsync() => (await TablesInstallation.MakeAsync(azurite)).Store;

    protected override Task CloseAsync() => Task.CompletedTask;
}

public sealed class TablesSummariesTests(Azurite azurite) : SummariesContract
{
    protected override async Task<Store> OpenAsync() => (await TablesInstallation.MakeAsync(azurite)).Store;

    protected override Task CloseAsync() => Task.CompletedTask;
}
