using MimeKit;
using MimeKit.Text;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Workflow.Adapters.Mail;

/// <summary>Sorts the parts of a mail into what is read as its text and what is kept as a file.</summary>
internal sealed class MailContent
{
    private readonly List<IncomingFile> _files = [];
    private long _fileBytes;

    private MailContent()
    {
    }

    /// <summary>All text, parts one after another; of alternatives the one that says more.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Everything else, as it came.</summary>
    public IReadOnlyList<IncomingFile> Files => _files;

    /// <summary>What is too much, in words; null when it fits.</summary>
    public string? Excess =>
        _files.Count > DeclarationLimits.Attachments ? $"More than {DeclarationLimits.Attachments} files are attached."
        : _fileBytes > DeclarationLimits.AttachmentBytes ? $"The attached files are larger than {DeclarationLimits.AttachmentBytes / 1024 / 1024} MB together."
        : null;

    public static MailContent Of(MimeMessage message)
    {
        var content = new MailContent();
        if (message.Body is { } body) content.Text = content.Read(body).Trim();
        return content;
    }

    private string Read(MimeEntity entity)
    {
        switch (entity)
        {
            case MultipartAlternative alternatives:
                return Best([.. alternatives.Select(a => (IsPlain: IsText(a, "plain"), Text: Read(a)))]);

            case Multipart parts:
                return string.Join("\n\n", parts.Select(Read).Where(t => t.Length > 0));

            case TextPart text when IsText(text, "plain"):
                return text.IsFlowed ? new FlowedToText { DeleteSpace = DeletesSpace(text) }.Convert(text.Text) : text.Text;

            case TextPart text when IsText(text, "html"):
                return HtmlText.Of(text.Text);

            default:
                Keep(entity);
                return "";
        }
    }

    // A plain part that says far less than its HTML twin is a stub ("open this in your browser"), or hides something.
    private static string Best(IReadOnlyList<(bool IsPlain, string Text)> alternatives)
    {
        var plain = alternatives.FirstOrDefault(a => a.IsPlain).Text ?? "";
        var rich = alternatives.LastOrDefault(a => !a.IsPlain && a.Text.Length > 0).Text ?? "";
        return plain.Trim().Length * 4 >= rich.Length ? plain : rich;
    }

    private static bool IsText(MimeEntity entity, string subtype) =>
        entity is TextPart { IsAttachment: false } text && text.ContentType.IsMimeType("text", subtype);

    private static bool DeletesSpace(TextPart text) =>
        string.Equals(text.ContentType.Parameters["delsp"], "yes", StringComparison.OrdinalIgnoreCase);

    private void Keep(MimeEntity entity)
    {
        var bytes = new MemoryStream();
        switch (entity)
        {
            case MessagePart { Message: { } forwarded }:
                forwarded.WriteTo(bytes);
                break;
            case MimePart { Content: { } content }:
                content.DecodeTo(bytes);
                break;
        }

        var declared = entity.ContentDisposition?.FileName ?? entity.ContentType.Name;
        var name = FileName(declared) ?? $"attachment-{_files.Count + 1}{(entity is MessagePart ? ".eml" : "")}";
        _fileBytes += bytes.Length;
        _files.Add(new IncomingFile(name, entity.ContentType.MimeType.ToLowerInvariant(), bytes.ToArray()));
    }

    /// <summary>The last part of a path, as one harmless line that keeps its ending; null when nothing is left.</summary>
    internal static string? FileName(string? declared)
    {
        if (PlainText.Line(declared?[(declared.LastIndexOfAny(['/', '\\']) + 1)..]) is not { } line) return null;

        var name = string.Concat(line.Where(c => !"<>:\"|?*".Contains(c, StringComparison.Ordinal))).Trim('.', ' ');
        if (name.Length == 0) return null;

        var extension = Path.GetExtension(name) is { Length: <= 10 } known ? known : "";
        return PlainText.Shorten(name[..^extension.Length], DeclarationLimits.Line - extension.Length) + extension;
    }
}
