using Azure.Data.Tables;
using Workflow.Core.Ports;

namespace Workflow.Adapters.AzureStorage;

/// <inheritdoc cref="IConversations" />
/// <remarks>
/// A chat is the row of its person. A second row leads from the chat's id to that one and counts only while the person's
/// row agrees, so the last write is right whatever else happens at the same time, and a forgotten chat leaves two hashes.
/// Both are in one partition, which changes in one transaction: a house has thousands of chats, not millions.
/// </remarks>
internal sealed class TablesConversations(TablesAccount tables) : IConversations
{
    private const string Partition = "conversations";

    public Task<Conversation?> FindAsync(string tenant, string account, CancellationToken cancellationToken) =>
        ReadAsync(PersonRow(tenant, account), cancellationToken);

    public async Task<Conversation?> OfIdAsync(string id, CancellationToken cancellationToken)
    {
        var chat = await RowAsync(ChatRow(id), cancellationToken);
        var conversation = chat is null ? null : await ReadAsync(chat.GetString("Person"), cancellationToken);
        return conversation?.Id == id ? conversation : null;
    }

    public async Task KeepAsync(Conversation conversation, CancellationToken cancellationToken)
    {
        var table = await tables.Conversations.OpenAsync(cancellationToken);
        var person = new TableEntity(Partition, PersonRow(conversation.Tenant, conversation.Account))
        {
            ["Tenant"] = conversation.Tenant,
            ["Account"] = conversation.Account,
            ["User"] = conversation.User,
            ["Id"] = conversation.Id,
            ["ServiceUrl"] = conversation.ServiceUrl.AbsoluteUri,
        };
        var chat = new TableEntity(Partition, ChatRow(conversation.Id)) { ["Person"] = person.RowKey };
        await table.SubmitTransactionAsync(
            [new(TableTransactionActionType.UpsertReplace, person), new(TableTransactionActionType.UpsertReplace, chat)],
            cancellationToken);
    }

    public async Task ForgetAsync(string tenant, string account, CancellationToken cancellationToken)
    {
        var table = await tables.Conversations.OpenAsync(cancellationToken);
        await table.DeleteEntityAsync(Partition, PersonRow(tenant, account), cancellationToken: cancellationToken);
    }

    private async Task<Conversation?> ReadAsync(string row, CancellationToken cancellationToken) =>
        await RowAsync(row, cancellationToken) is { } found
            ? new(
                found.GetString("Tenant"),
                found.GetString("Account"),
                found.GetString("User"),
                found.GetString("Id"),
                new Uri(found.GetString("ServiceUrl")))
            : null;

    private async Task<TableEntity?> RowAsync(string row, CancellationToken cancellationToken)
    {
        var table = await tables.Conversations.OpenAsync(cancellationToken);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition, row, cancellationToken: cancellationToken);
        return found.HasValue ? found.Value : null;
    }

    // Entra writes its ids in either case.
    private static string PersonRow(string tenant, string account) => $"account-{RowKeys.Of($"{tenant} {account}".ToLowerInvariant())}";

    private static string ChatRow(string id) => $"chat-{RowKeys.Of(id)}";
}
