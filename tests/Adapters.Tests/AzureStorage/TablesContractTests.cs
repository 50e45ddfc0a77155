using Adapters.Tests.Storage;
using Workflow.Adapters.AzureStorage;
using Workflow.Core.Ports;

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

public sealed class TablesCodesTests(Azurite azurite) : CodesContract
{
    protected override async Task<ICodeStore> OpenAsync() => new TablesCodes((await TablesInstallation.MakeAsync(azurite)).Account);

    protected override Task CloseAsync() => Task.CompletedTask;
}

public sealed class TablesQuarantineTests(Azurite azurite) : QuarantineContract
{
    protected override async Task<IQuarantine> OpenAsync() => new TablesQuarantine((await TablesInstallation.MakeAsync(azurite)).Account);

    protected override Task CloseAsync() => Task.CompletedTask;
}

public sealed class TablesConversationsTests(Azurite azurite) : ConversationsContract
{
    protected override async Task<IConversations> OpenAsync() =>
        new TablesConversations((await TablesInstallation.MakeAsync(azurite)).Account);

    protected override Task CloseAsync() => Task.CompletedTask;
}

public sealed class TablesDigestChoicesTests(Azurite azurite) : DigestChoicesContract
{
    protected override async Task<IDigestChoices> OpenAsync() =>
        new TablesDigestChoices((await TablesInstallation.MakeAsync(azurite)).Account);

    protected override Task CloseAsync() => Task.CompletedTask;
}

public sealed class TablesMailLogTests(Azurite azurite) : MailLogContract
{
    protected override async Task<IMailLog> OpenAsync() => new TablesMailLog((await TablesInstallation.MakeAsync(azurite)).Account);

    protected override Task CloseAsync() => Task.CompletedTask;
}
