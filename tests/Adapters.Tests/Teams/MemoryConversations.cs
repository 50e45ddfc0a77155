using System.Collections.Concurrent;
using Workflow.Core.Ports;

namespace Adapters.Tests.Teams;

internal sealed class MemoryConversations : IConversations
{
    private readonly ConcurrentDictionary<(string Tenant, string Account), Conversation> _kept = new();

    public Task<Conversation?> FindAsync(string tenant, string account, CancellationToken cancellationToken) =>
        Task.FromResult(_kept.GetValueOrDefault((tenant, account)));

    public Task<Conversation?> OfIdAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult(_kept.Values.FirstOrDefault(conversation => conversation.Id == id));

    public Task KeepAsync(Conversation conversation, CancellationToken cancellationToken)
    {
        _kept[(conversation.Tenant, conversation.Account)] = conversation;
        return Task.CompletedTask;
    }

    public Task ForgetAsync(string tenant, string account, CancellationToken cancellationToken)
    {
        _kept.TryRemove((tenant, account), out _);
        return Task.CompletedTask;
    }
}
