using MimeKit;
using MimeKit.Cryptography;
using MimeKit.Tnef;
using Workflow.Core.Intake;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Workflow.Adapters.Mail.Reading;

/// <summary>
/// Sorts the parts of a mail into what is read as its text and what is kept as a file. Mails attached to it are both: a
/// file, and below the text what they say, divided from it as mail programs divide a mail that they forward.
/// </summary>
internal sealed class MailContent
{
    private readonly List<IncomingFile> _files = [];
    private readonly List<string> _forwarded = [];
    private long _fileBytes;
    private long _textBytes;
    private bool _isInTnef;

    private MailContent()
    {
    }

    /// <summary>All text, parts one after another; of alternatives the one that says more.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Everything else, as it came.</summary>
    public IReadOnlyList<IncomingFile> Files => _files;

    /// <summary>The appointment that it carries, if any.</summary>
    public Appointment? Appointment { get; private set; }

    /// <summary>How its content is locked away, in words; null when it can be read.</summary>
    public string? Sealed { get; private set; }

    /// <summary>What is too much, in words; null when it fits.</summary>
    public string? Excess =>
        _files.Count > DeclarationLimits.Attachments ? $"More than {DeclarationLimits.Attachments} files are attached."
        : _fileBytes > DeclarationLimits.AttachmentBytes ? $"The attached files are larger than {DeclarationLimits.AttachmentBytes / 1024 / 1024} MB together."
        : _textBytes > MailLimits.TextBytes ? $"The text of the mail is larger than {MailLimits.TextBytes / 1024 / 1024} MB."
        : Text.Length > MailLimits.TextCharacters ? $"The text of the mail is longer than {MailLimits.TextCharacters} characters."
        : null;

    public static MailContent Of(MimeMessage message)
    {
        var content = new MailContent();
        if (message.Body is not { } body) return content;

        var own = content.Read(body).Trim();
        content.Text = content._forwarded.Count == 0 ? own : string.Join("\n\n", [own, .. content._forwarded]).Trim();
        return content;
    }

    private string Read(MimeEntity entity)
    {
        if (Excess is not null) return "";

        switch (entity)
        {
            case MultipartAlternative alternatives:
                return Best([.. alternatives.Select(a => (IsPlain: IsText(a, "plain"), Text: Read(a)))]);

            // What follows is the signature, which says nothing to a reader.
            case MultipartSigned { Count: > 0 } signed:
                return Read(signed[0]);

            case MultipartEncrypted:
                Sealed = "encrypted";
                return "";

            // Its boundary is nowhere: what stands before the first part is all that there is.
            case Multipart { Count: 0, Preamble: { } unparted }:
                _textBytes += unparted.Length;
                return unparted;

            case Multipart parts:
                return string.Join("\n\n", parts.Select(Read).Where(t => t.Length > 0));

            case TextPart text when IsText(text, "plain") || IsText(text, "html"):
                return ReadText(text);

            case TnefPart tnef when !_isInTnef:
                return ReadTnef(tnef);

            case MessagePart { Message: { } forwarded }:
                Keep(entity);
                Forward(forwarded);
                return "";

            default:
                if (entity is TextPart calendar && calendar.ContentType.IsMimeType("text", "calendar")) Appointment ??= Appointment.Of(calendar);
                if (entity.ContentType.IsMimeType("application", "pkcs7-mime") || entity.ContentType.IsMimeType("application", "x-pkcs7-mime")) Sealed = "sealed (S/MIME)";
                Keep(entity);
                return "";
        }
    }

    private string ReadText(TextPart part)
    {
        _textBytes += part.Content?.Stream?.Length ?? 0;
        if (Excess is not null) return "";

        var text = PartText.Of(part);
        return part.IsHtml ? HtmlText.Of(text) : text;
    }

    // Outlook's own wrapping of text and files; what cannot be unwrapped is a file like any other.
    private string ReadTnef(TnefPart tnef)
    {
        if (TnefContent.Of(tnef) is not { } body)
        {
            Keep(tnef);
            return "";
        }

        _isInTnef = true;
        var text = Read(body);
        _isInTnef = false;
        return text;
    }

    private void Forward(MimeMessage message)
    {
        // The files in it lie in the file that it is.
        var (files, bytes) = (_files.Count, _fileBytes);
        var text = message.Body is { } body ? Read(body).Trim() : "";
        _files.RemoveRange(files, _files.Count - files);
        _fileBytes = bytes;

        var head = new[] { ("From", message.Headers[HeaderId.From]), ("Date", message.Headers[HeaderId.Date]), ("Subject", message.Headers[HeaderId.Subject]) };
        var lines = head.Select(field => PlainText.Line(field.Item2) is { } value ? $"{field.Item1}: {PlainText.Shorten(value, DeclarationLimits.Line)}" : null).OfType<string>();
        _forwarded.Insert(0, $"---------- Forwarded message ----------\n{string.Join('\n', lines)}\n\n{text}".TrimEnd());
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

    private void Keep(MimeEntity entity)
    {
        var bytes = new MemoryStream(entity is MimePart { Content.Stream: { } encoded } ? (int)encoded.Length : 0);
        switch (entity)
        {
            case MessagePart { Message: { } forwarded }:
                forwarded.WriteTo(bytes);
                break;
            case MimePart { Content: { } content }:
                content.DecodeTo(bytes);
                break;
        }

        var name = FileName(entity.ContentDisposition?.FileName ?? entity.ContentType.Name) ?? $"attachment-{_files.Count + 1}{Ending(entity)}";
        _fileBytes += bytes.Length;
        _files.Add(new IncomingFile(name, entity.ContentType.MimeType.ToLowerInvariant(), bytes.GetBuffer().AsMemory(0, (int)bytes.Length)));
    }

    private static string Ending(MimeEntity entity) =>
        entity is MessagePart ? ".eml" : entity.ContentType.IsMimeType("text", "calendar") ? ".ics" : "";

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
