namespace Workflow.Core.Ports;

/// <summary>The personal chats between the bot and people, by tenant and account: learned when somebody installs the app or writes.</summary>
public interface IConversations
{
    /// <summary>The chat with somebody; null when none is known.</summary>
    Task<Conversation?> FindAsync(string tenant, string account, CancellationToken cancellationToken);

    /// <summary>The chat of this id; null when it is not known.</summary>
    Task<Conversation?> OfIdAsync(string id, CancellationToken cancellationToken);

    /// <summary>Keeps a chat in place of the one kept before for the same tenant and account.</summary>
    Task KeepAsync(Conversation conversation, CancellationToken cancellationToken);

    /// <summary>Forgets the chat with somebody: they have removed the app.</summary>
    Task ForgetAsync(string tenant, string account, CancellationToken cancellationToken);
}

/// <summary>A personal chat between the bot and one person.</summary>
/// <param name="Tenant">The Entra tenant's id.</param>
/// <param name="Account">The person's Entra object id.</param>
/// <param name="User">The id by which the channel knows the person, such as <c>29:…</c>.</param>
/// <param name="Id">The chat's id.</param>
/// <param name="ServiceUrl">Where the connector of this chat is reached; named by a validated token, never by a card.</param>
public sealed record Conversation(string Tenant, string Account, string User, string Id, Uri ServiceUrl);
