using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Workflow.Core.Intake;

/// <summary>Keeps what came with a mail.</summary>
internal static class MailStore
{
    /// <summary>Keeps the mail as it came.</summary>
    public static Task<Attachment> OriginalAsync(this IBlobs blobs, Letter letter, CancellationToken cancellationToken) =>
        blobs.FileAsync(new IncomingFile("original.eml", "message/rfc822", letter.Raw), cancellationToken);

    /// <summary>Keeps its files, in order.</summary>
    public static async Task<IReadOnlyList<Attachment>> FilesAsync(this IBlobs blobs, Letter letter, CancellationToken cancellationToken)
    {
        var attachments = new List<Attachment>();
        foreach (var file in letter.Mail.Files)
        {
            attachments.Add(await blobs.FileAsync(file, cancellationToken).ConfigureAwait(false));
        }

        return attachments;
    }

    private static async Task<Attachment> FileAsync(this IBlobs blobs, IncomingFile file, CancellationToken cancellationToken)
    {
        var blob = await blobs.PutAsync(new MemoryStream(file.Content.ToArray(), writable: false), cancellationToken).ConfigureAwait(false);
        return new Attachment(file.Name, file.MediaType, blob.Size, blob.Sha256);
    }
}
