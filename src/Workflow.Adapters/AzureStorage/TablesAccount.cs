using Azure.Data.Tables;

namespace Workflow.Adapters.AzureStorage;

/// <summary>The tables of one installation; the prefix keeps those of several in one account apart.</summary>
internal sealed class TablesAccount(TableServiceClient service, string prefix)
{
    /// <summary>The streams of requests: one partition for each, with its head, events and effects.</summary>
    public LazyTable Streams { get; } = new(service.GetTableClient($"{prefix}streams"));

    /// <summary>What finds streams: lists, due times, dead letters. Made again from the streams at any time.</summary>
    public LazyTable Index { get; } = new(service.GetTableClient($"{prefix}index"));

    /// <summary>Mails whose sender could not be authenticated.</summary>
    public LazyTable Quarantine { get; } = new(service.GetTableClient($"{prefix}quarantine"));

    /// <summary>One-time codes, hashed.</summary>
    public LazyTable Codes { get; } = new(service.GetTableClient($"{prefix}codes"));

    /// <summary>The chats between the bot and people.</summary>
    public LazyTable Conversations { get; } = new(service.GetTableClient($"{prefix}conversations"));

    /// <summary>What was sent, up to where mailboxes were read, and who wants no digests.</summary>
    public LazyTable Mail { get; } = new(service.GetTableClient($"{prefix}mail"));
}
