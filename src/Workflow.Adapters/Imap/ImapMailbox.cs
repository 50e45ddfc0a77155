using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using Microsoft.Extensions.Options;
using Workflow.Core.Intake;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Imap;

/// <summary>The intake mailbox on any IMAP server (RFC 3501): announced by IDLE where the server can, looked at now and then where not.</summary>
internal sealed class ImapMailbox(ImapSession session, IOptions<ImapOptions> options, TimeProvider time) : IMailbox
{
    // How many mails were left in the inbox when it was last seen: more than that is news.
    private int _left;

    public TimeSpan Every => options.Value.Every;

    public Task<IReadOnlyList<WaitingMail>> WaitingAsync(CancellationToken cancellationToken) => session.UseAsync<IReadOnlyList<WaitingMail>>(
        async (client, inbox) =>
        {
            // Says whether the line is dead, and lets the server tell what is new.
            await client.NoOpAsync(cancellationToken);
            var uids = await inbox.SearchAsync(SearchQuery.NotDeleted, cancellationToken);
            var dates = uids.Count == 0
                ? []
                : await inbox.FetchAsync(uids, MessageSummaryItems.UniqueId | MessageSummaryItems.InternalDate, cancellationToken);
            _left = inbox.Count;
            return [.. dates.OrderBy(m => m.InternalDate ?? DateTimeOffset.MinValue).ThenBy(m => m.UniqueId.Id).Select(m => ImapId.Of(inbox, m.UniqueId))];
        },
        cancellationToken);

    public Task<Stream?> OpenAsync(WaitingMail mail, CancellationToken cancellationToken) => session.UseAsync<Stream?>(
        async (_, inbox) =>
        {
            if (!ImapId.TryRead(mail, inbox, out var uid)) return null;

            try
            {
                // One byte more than the intake takes, so that it refuses what is larger without our loading all of it.
                return await inbox.GetStreamAsync(uid.Value, 0, MailLimits.RawBytes + 1, cancellationToken);
            }
            catch (MessageNotFoundException)
            {
                return null;
            }
        },
        cancellationToken);

    public Task FileAsync(WaitingMail mail, MailFate fate, CancellationToken cancellationToken) => session.UseAsync(
        async (client, inbox) =>
        {
            if (!ImapId.TryRead(mail, inbox, out var uid)) return false;

            var folder = await FolderAsync(client, options.Value.Folders.Of(fate), cancellationToken);
            // Servers without MOVE (RFC 6851) are given a copy and a deletion instead.
            await inbox.MoveToAsync(uid.Value, folder, cancellationToken);
            _left = Math.Max(0, _left - 1);
            return true;
        },
        cancellationToken);

    public Task WatchAsync(TimeSpan atMost, CancellationToken cancellationToken) => session.UseAsync(
        async (client, inbox) =>
        {
            await client.NoOpAsync(cancellationToken);
            if (inbox.Count <= _left)
            {
                await WaitAsync(client, inbox, atMost, cancellationToken);
            }

            return true;
        },
        cancellationToken);

    private async Task WaitAsync(ImapClient client, IMailFolder inbox, TimeSpan atMost, CancellationToken cancellationToken)
    {
        if (!client.Capabilities.HasFlag(ImapCapabilities.Idle))
        {
            await Task.Delay(atMost, time, cancellationToken);
            return;
        }

        using var done = new CancellationTokenSource(atMost, time);
        void Announced(object? sender, EventArgs e) => done.Cancel();
        inbox.CountChanged += Announced;
        try
        {
            await client.IdleAsync(done.Token, cancellationToken);
        }
        finally
        {
            inbox.CountChanged -= Announced;
        }
    }

    // Where personal folders lie, and what divides their names, the server says (RFC 2342).
    private static async Task<IMailFolder> FolderAsync(ImapClient client, string name, CancellationToken cancellationToken)
    {
        var root = client.GetFolder(client.PersonalNamespaces[0]);
        try
        {
            return await root.GetSubfolderAsync(name, cancellationToken);
        }
        catch (FolderNotFoundException)
        {
            return await root.CreateAsync(name, isMessageFolder: true, cancellationToken)
                ?? throw new InvalidOperationException($"The mail server did not make the folder {name}.");
        }
    }
}
