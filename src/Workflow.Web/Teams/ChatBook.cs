using Workflow.Core.Ports;

namespace Workflow.Web.Teams;

/// <summary>Learns from what people do in which chat each of them can be reached.</summary>
public sealed class ChatBook(IConversations conversations)
{
    /// <summary>Keeps the personal chat that an activity came from, or forgets it when its person removed the app.</summary>
    public async Task NoteAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (Of(activity) is not { } chat)
        {
            return;
        }

        if (activity is { Type: "installationUpdate", Action: "remove" })
        {
            await conversations.ForgetAsync(chat.Tenant, chat.Account, cancellationToken);
        }
        else if (await conversations.FindAsync(chat.Tenant, chat.Account, cancellationToken) != chat)
        {
            await conversations.KeepAsync(chat, cancellationToken);
        }
    }

    // What is said in a group or a channel is read by others too: no card of ours goes there.
    private static Conversation? Of(Activity activity) =>
        activity is
        {
            Conversation: { Id: { Length: > 0 } id, ConversationType: "personal" },
            From: { Id: { Length: > 0 } user, AadObjectId: { Length: > 0 } account },
            Tenant: { Length: > 0 } tenant,
        }
        && Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var service)
            ? new Conversation(tenant, account, user, id, service)
            : null;
}
