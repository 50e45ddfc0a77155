using MimeKit;
using Workflow.Core.Intake;

namespace Workflow.Adapters.Mail.Reading;

/// <summary>
/// Measures a mail before it is parsed: a hostile one of a few megabytes can hold millions of parts or headers, which
/// would each become an object.
/// </summary>
internal sealed class MimeShape : MimeReader
{
    private int _depth;
    private int _deepest;
    private int _parts;
    private int _headers;
    private long _headerBytes;

    // Beyond this depth the reader takes a part as a whole; it need not know more than that the limit is passed.
    private MimeShape(Stream stream)
        : base(new ParserOptions { MaxMimeDepth = MailLimits.Depth + 2 }, stream, MimeFormat.Entity)
    {
    }

    /// <summary>What it has too much of, in words; null when it may be parsed.</summary>
    public string? Excess => this switch
    {
        { _deepest: > MailLimits.Depth } => $"parts nested deeper than {MailLimits.Depth} levels",
        { _parts: > MailLimits.Parts } => $"more than {MailLimits.Parts} parts",
        { _headers: > MailLimits.Headers } => $"more than {MailLimits.Headers} header fields",
        { _headerBytes: > MailLimits.HeaderBytes } => $"header fields of more than {MailLimits.HeaderBytes / 1024} kB",
        _ => null,
    };

    /// <summary>Measures the rest of the stream. Throws <see cref="FormatException"/> when it is no mail.</summary>
    public static MimeShape Of(Stream stream, CancellationToken cancellationToken)
    {
        var shape = new MimeShape(stream);
        shape.ReadMessage(cancellationToken);
        return shape;
    }

    protected override void OnHeaderRead(Header header, int beginLineNumber, CancellationToken cancellationToken)
    {
        _headers++;
        _headerBytes += header.RawField.Length + header.RawValue.Length;
    }

    protected override void OnMimePartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken) =>
        _parts++;

    protected override void OnMultipartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken) =>
        Enter();

    protected override void OnMultipartEnd(
        ContentType contentType, long beginOffset, int beginLineNumber, long headersEndOffset, long endOffset, int lines, CancellationToken cancellationToken) =>
        _depth--;

    protected override void OnMessagePartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken) =>
        Enter();

    protected override void OnMessagePartEnd(
        ContentType contentType, long beginOffset, int beginLineNumber, long headersEndOffset, long endOffset, int lines, CancellationToken cancellationToken) =>
        _depth--;

    private void Enter()
    {
        _parts++;
        _deepest = Math.Max(_deepest, ++_depth);
    }
}
