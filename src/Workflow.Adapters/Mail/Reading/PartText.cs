using System.Text;
using System.Text.RegularExpressions;
using MimeKit;
using MimeKit.Text;

namespace Workflow.Adapters.Mail.Reading;

/// <summary>
/// Decodes a text part. Programs name charsets wrongly, so what is declared is believed only while the bytes agree:
/// UTF-8 that declares itself Latin or ASCII is read as UTF-8, Latin as Windows' superset of it, GB 2312 as GB 18030.
/// Nothing fails: bytes that Latin does not explain are read as Windows-1252, which gives each of them a letter.
/// </summary>
internal static partial class PartText
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The part's text; lines that were broken for transport (<c>format=flowed</c>) are whole again.</summary>
    public static string Of(TextPart part)
    {
        var text = Decode(part);
        return part.IsFlowed ? new FlowedToText { DeleteSpace = DeletesSpace(part) }.Convert(SignatureDashes().Replace(text, "$1--")) : text;
    }

    private static bool DeletesSpace(TextPart part) =>
        string.Equals(part.ContentType.Parameters["delsp"], "yes", StringComparison.OrdinalIgnoreCase);

    private static string Decode(TextPart part)
    {
        if (part.Content is not { Stream: { } encoded } content) return "";

        var buffer = new MemoryStream((int)encoded.Length);
        content.DecodeTo(buffer);
        var bytes = buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
        return Decode(bytes, part.ContentType.Charset).TrimStart('\ufeff');
    }

    private static string Decode(ReadOnlySpan<byte> bytes, string? charset)
    {
        var declared = charset?.Trim().Trim('"').ToLowerInvariant();
        if (declared is "utf-7" or "unicode-1-1-utf-7") return Utf7.Decode(bytes);

        // Seven bits mean the same in every charset but those that shift by escapes or spell letters with letters.
        var encoding = Named(declared);
        if (Ascii.IsValid(bytes) && !bytes.Contains((byte)0x1b) && (encoding?.CodePage ?? 0) is not (1200 or 1201 or 12000 or 12001 or 52936 or 65000))
        {
            return Encoding.ASCII.GetString(bytes);
        }

        return (IsLatin(encoding) ? Try(StrictUtf8, bytes) : null)
            ?? (encoding is null ? null : Try(encoding, bytes))
            ?? Try(StrictUtf8, bytes)
            ?? Encoding.GetEncoding(encoding is null or { CodePage: 65001 } ? 1252 : encoding.CodePage).GetString(bytes);
    }

    private static bool IsLatin(Encoding? encoding) => encoding?.CodePage is 1252 or 28591 or 20127;

    private static string? Try(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Encoding? Named(string? charset)
    {
        var known = charset switch
        {
            null or "" => null,
            "iso-8859-1" or "latin1" or "us-ascii" or "ascii" or "ansi_x3.4-1968" => "windows-1252",
            "gb2312" or "gbk" or "x-gbk" or "cp936" => "gb18030",
            "euc-kr" or "ks_c_5601-1987" or "ksc5601" or "cp949" or "windows-949" or "uhc" => "ks_c_5601-1987",
            "shift-jis" or "sjis" or "x-sjis" or "cp932" or "windows-31j" or "ms932" => "shift_jis",
            "utf8" or "cp65001" or "unicode-1-1-utf-8" => "utf-8",
            _ => charset,
        };
        if (known is null) return null;

        try
        {
            return Encoding.GetEncoding(known, EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    // Its trailing space does not say that the line goes on (RFC 3676, section 4.3).
    [GeneratedRegex(@"^((?:>+ ?)?)-- (?=\r?$)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex SignatureDashes();
}
