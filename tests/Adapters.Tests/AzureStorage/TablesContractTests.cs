using Adapters.Tests.Storage;
using Workflow.Adapters.AzureStorage;
using Workflow.Core.Ports;

namespace Adapters.Tests.AzureStorage;

public sealed class TablesEventStoreTests(Azurite azurite) : EventStoreContract
{
    protected override Task<Opened<Store>> OpenAsync() => TablesInstallation.OpenAsync<Store>(azurite, i => i.Store);
}

public sealed class TablesOutboxTests(Azurite azurite) : OutboxContract
{
    protected override Task<Opened<Store>> OpenAsync() => TablesInstallation.OpenAsync<Store>(azurite, i => i.Store);
}

public sealed class TablesSummariesTests(Azurite azurite) : SummariesContract
{
    protected override Task<Opened<Store>> OpenAsync() => TablesInstallation.OpenAsync<Store>(azurite, i => i.Store);
}

public sealed class TablesCodesTests(Azurite azurite) : CodesContract
{
    protected override Task<Opened<ICodeStore>> OpenAsync() => TablesInstallation.OpenAsync<ICodeStore>(azurite, i => new TablesCodes(i.Account));
}

public sealed class TablesQuarantineTests(Azurite azurite) : QuarantineContract
{
    protected override Task<Opened<IQuarantine>> OpenAsync() => TablesInstallation.OpenAsync<IQuarantine>(azurite, i => new TablesQuarantine(i.Account));
}

public sealed class TablesConversationsTests(Azurite azurite) : ConversationsContract
{
    protected override Task<Opened<IConversations>> OpenAsync() => TablesInstallation.OpenAsync<IConversations>(azurite, i => new TablesConversations(i.Account));
}

public sealed class TablesDigestChoicesTests(Azurite azurite) : DigestChoicesContract
{
    protected override Task<Opened<IDigestChoices>> OpenAsync() => TablesInstallation.OpenAsync<IDigestChoices>(azurite, i => new TablesDigestChoices(i.Account));
}

public sealed class TablesMailLogTests(Azurite azurite) : MailLogContract
{
    protected override Task<Opened<IMailLog>> OpenAsync() => TablesInstallation.OpenAsync<IMailLog>(azurite, i => new TablesMailLog(i.Account));
}
