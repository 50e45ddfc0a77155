using MailKit;
using MailKit.Net.Imap;
using Microsoft.Extensions.Options;
using Workflow.Adapters.Mail;

namespace Workflow.Adapters.Imap;

/// <summary>
/// The one connection to the mailbox, used by one after another. A step that fails ends it, because nobody knows what a
/// half-heard server will say next; the next step connects anew.
/// </summary>
internal sealed class ImapSession(IOptions<ImapOptions> options) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private ImapClient? _client;

    /// <summary>Does something with the open inbox.</summary>
    public async Task<T> UseAsync<T>(Func<ImapClient, IMailFolder, Task<T>> step, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var client = _client ??= await ConnectAsync(cancellationToken);
            return await step(client, client.Inbox!);
        }
        catch
        {
            _client?.Dispose();
            _client = null;
            throw;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose()
    {
        _client?.Dispose();
        _gate.Dispose();
    }

    private async Task<ImapClient> ConnectAsync(CancellationToken cancellationToken)
    {
        var imap = options.Value;
        var client = new ImapClient { Timeout = imap.TimeoutSeconds * 1000 };
        try
        {
            await client.ConnectAsync(imap.Host!, imap.Port, SocketSecurity.Of(imap.Security), cancellationToken);
            await client.AuthenticateAsync(imap.User!, imap.Password!, cancellationToken);
            await client.Inbox!.OpenAsync(FolderAccess.ReadWrite, cancellationToken);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }
}
