using Workflow.Adapters.Sqlite;
using Workflow.Core.Ports;

namespace Adapters.Tests.Storage;

public sealed class SqliteEventStoreTests : EventStoreContract
{
    protected override Task<Opened<Store>> OpenAsync() => SqliteFolder.OpenAsync<Store>(f => f.Store);
}

public sealed class SqliteOutboxTests : OutboxContract
{
    protected override Task<Opened<Store>> OpenAsync() => SqliteFolder.OpenAsync<Store>(f => f.Store);
}

public sealed class SqliteSummariesTests : SummariesContract
{
    protected override Task<Opened<Store>> OpenAsync() => SqliteFolder.OpenAsync<Store>(f => f.Store);
}

public sealed class SqliteCodesTests : CodesContract
{
    protected override Task<Opened<ICodeStore>> OpenAsync() => SqliteFolder.OpenAsync<ICodeStore>(f => new SqliteCodes(f.Database));
}

public sealed class SqliteQuarantineTests : QuarantineContract
{
    protected override Task<Opened<IQuarantine>> OpenAsync() => SqliteFolder.OpenAsync<IQuarantine>(f => new SqliteQuarantine(f.Database));
}

public sealed class SqliteConversationsTests : ConversationsContract
{
    protected override Task<Opened<IConversations>> OpenAsync() => SqliteFolder.OpenAsync<IConversations>(f => new SqliteConversations(f.Database));
}

public sealed class SqliteDigestChoicesTests : DigestChoicesContract
{
    protected override Task<Opened<IDigestChoices>> OpenAsync() => SqliteFolder.OpenAsync<IDigestChoices>(f => new SqliteDigestChoices(f.Database));
}

public sealed class SqliteMailLogTests : MailLogContract
{
    protected override Task<Opened<IMailLog>> OpenAsync() => SqliteFolder.OpenAsync<IMailLog>(f => new SqliteMailLog(f.Database));
}
