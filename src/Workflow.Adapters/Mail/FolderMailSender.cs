using System.Security.Cryptography;
using System.Text;
using MimeKit;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Mail;

/// <summary>Writes mails into a folder instead of sending them. The same Message-ID is one file, however often it is sent.</summary>
/// <remarks>
/// A mail is whole or not there, also when this process is killed. It is not flushed to the disk, which would cost as
/// much as the commits of the store: a power cut may take the last ones from a folder that stands in for a server.
/// </remarks>
internal sealed class FolderMailSender(OutgoingMime mime, OutboxFolder outbox) : IMailSender
{
    private static readonly FormatOptions Wire = FormatOptions.Default.Clone();

    static FolderMailSender() => Wire.NewLineFormat = NewLineFormat.Dos;

    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var path = outbox.PathOf(FileId(mail.MessageId));
        if (File.Exists(path)) return;

        Directory.CreateDirectory(outbox.Path);
        var draft = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}.part";
        using (var message = mime.Build(mail))
        await using (var file = File.Create(draft))
        {
            await message.WriteToAsync(Wire, file, cancellationToken);
        }

        File.Move(draft, path, overwrite: true);
    }

    /// <summary>A file name that a person can relate to the Message-ID and that no two of them share.</summary>
    internal static string FileId(string messageId)
    {
        var readable = string.Concat(messageId.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' ? c : '_')).Trim('.');
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(messageId)))[..12];
        return $"{readable[..Math.Min(readable.Length, 80)]}-{hash}";
    }
}
