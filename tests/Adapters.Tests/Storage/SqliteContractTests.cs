using Workflow.Adapters.Sqlite;
using Workflow.Core.Ports;

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

public sealed class SqliteCodesTests : CodesContract
{
    private readonly SqliteFolder _folder = new();

    protected override Task<ICodeStore> OpenAsync() => Task.FromResult<ICodeStore>(new SqliteCodes(_folder.Database));

    protected override Task CloseAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }
}

public sealed class SqliteQuarantineTests : QuarantineContract
{
    private readonly SqliteFolder _folder = new();

    protected override Task<IQuarantine> OpenAsync() => Task.FromResult<IQuarantine>(new SqliteQuarantine(_folder.Database));

    protected override Task CloseAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }
}

public sealed class SqliteConversationsTests : ConversationsContract
{
    private readonly SqliteFolder _folder = new();

    protected override Task<IConversations> OpenAsync() =>
        Task.FromResult<IConversations>(new SqliteConversations(_folder.Database));

    protected override Task CloseAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }
}

public sealed class SqliteDigestChoicesTests : DigestChoicesContract
{
    private readonly SqliteFolder _folder = new();

    protected override Task<IDigestChoices> OpenAsync() =>
        Task.FromResult<IDigestChoices>(new SqliteDigestChoices(_folder.Database));

    protected override Task CloseAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }
}

public sealed class SqliteMailLogTests : MailLogContract
{
    private readonly SqliteFolder _folder = new();

    protected override Task<IMailLog> OpenAsync() => Task.FromResult<IMailLog>(new SqliteMailLog(_folder.Database));

    protected override Task CloseAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }
}
