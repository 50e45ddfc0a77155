using MimeKit;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Mail;

/// <summary>Shows the mails that <see cref="FolderMailSender"/> wrote.</summary>
internal sealed class FolderMailbox(OutboxFolder outbox) : IDevMailbox
{
    public async Task<IReadOnlyList<DevMailHead>> ListAsync(CancellationToken cancellationToken)
    {
        var heads = new List<DevMailHead>();
        if (!Directory.Exists(outbox.Path)) return heads;

        foreach (var path in Directory.EnumerateFiles(outbox.Path, $"*{OutboxFolder.Extension}"))
        {
            using var message = await MimeMessage.LoadAsync(path, cancellationToken);
            heads.Add(Head(Path.GetFileNameWithoutExtension(path), message));
        }

        return [.. heads.OrderByDescending(h => h.At).ThenByDescending(h => h.Id, StringComparer.Ordinal)];
    }

    public async Task<DevMail?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        // An id comes from an address that anybody can type; it names a file in this folder and nothing else.
        if (!id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') || !File.Exists(outbox.PathOf(id))) return null;

        using var message = await MimeMessage.LoadAsync(outbox.PathOf(id), cancellationToken);
        return new DevMail(
            Head(id, message),
            [.. message.Headers.Select(h => KeyValuePair.Create(h.Field, h.Value))],
            message.HtmlBody ?? "",
            message.TextBody ?? "");
    }

    private static DevMailHead Head(string id, MimeMessage message) =>
        new(id, message.Date.ToUniversalTime(), message.To.Mailboxes.FirstOrDefault()?.Address ?? "", message.Subject ?? "");
}
