using System.Globalization;
using System.Text;

namespace Workflow.Core.Records;

/// <summary>
/// Puts the signed record into the PDF that people read, as an attached file in an incremental update (ISO 32000-1,
/// 7.5.6): any viewer opens it, and the document that was signed is still there byte for byte.
/// </summary>
/// <remarks>
/// The update follows from the document and the signature alone. So whoever checks a file makes it again and compares:
/// nothing can be changed, added or hidden anywhere in it. Whoever writes the document leaves object
/// <see cref="SealObject"/> free and names it as the stream of an embedded file, and ends it as
/// <c>trailer</c>, dictionary, <c>startxref</c>, offset, <c>%%EOF</c>, a line each.
/// </remarks>
public static class SealedPdf
{
    /// <summary>The number of the object that holds the signed record.</summary>
    public const int SealObject = 2;

    /// <summary>The name under which viewers show the attached file.</summary>
    public const string AttachmentName = "approval-record.jws";

    private const string TrailerEnd = " >>";
    private static readonly byte[] Marker = Encoding.ASCII.GetBytes("%approval-record-seal\n");
    private static readonly byte[] StreamStart = Encoding.ASCII.GetBytes("\nstream\n");
    private static readonly byte[] StreamEnd = Encoding.ASCII.GetBytes("\nendstream\n");

    /// <summary>The document with its signature.</summary>
    /// <exception cref="ArgumentException">The document is not written as the remarks say.</exception>
    public static byte[] Seal(ReadOnlySpan<byte> document, string jws)
    {
        var tail = Encoding.Latin1.GetString(document[Math.Max(0, document.Length - 1024)..]);
        var lines = tail[(tail.LastIndexOf("trailer\n", StringComparison.Ordinal) + 1)..].Split('\n');
        if (lines is not [_, { } trailer, "startxref", { } previous, "%%EOF", ""] || !trailer.EndsWith(TrailerEnd, StringComparison.Ordinal))
        {
            throw new ArgumentException("The document does not end as a record's document does.", nameof(document));
        }

        var start = document.Length + Marker.Length;
        var stream = string.Create(CultureInfo.InvariantCulture, $"""
            {SealObject} 0 obj
            << /Type /EmbeddedFile /Subtype /application#2Fjose /Length {jws.Length} /Params << /Size {jws.Length} >> >>
            stream
            {jws}
            endstream
            endobj

            """).ReplaceLineEndings("\n");
        var table = string.Create(CultureInfo.InvariantCulture, $"""
            xref
            0 1
            0000000000 65535 f{' '}
            {SealObject} 1
            {start:D10} 00000 n{' '}
            trailer
            {trailer[..^TrailerEnd.Length]} /Prev {previous} >>
            startxref
            {start + stream.Length}
            %%EOF

            """).ReplaceLineEndings("\n");
        return [.. document, .. Marker, .. Encoding.ASCII.GetBytes(stream), .. Encoding.ASCII.GetBytes(table)];
    }

    /// <summary>
    /// Takes a file apart that says it is sealed; null when it does not. What comes out is a claim: only a file that
    /// <see cref="Seal"/> makes of it again, byte for byte, holds nothing else.
    /// </summary>
    public static SealedParts? Split(ReadOnlyMemory<byte> file)
    {
        var seal = file.Span.LastIndexOf(Marker);
        if (seal < 0)
        {
            return null;
        }

        var update = file.Span[(seal + Marker.Length)..];
        var start = update.IndexOf(StreamStart) + StreamStart.Length;
        var end = update.IndexOf(StreamEnd);
        var jws = start >= StreamStart.Length && end >= start ? Encoding.Latin1.GetString(update[start..end]) : "";
        return new SealedParts(file[..seal], jws);
    }
}

/// <summary>The document and the signed record that a file claims to hold.</summary>
public sealed record SealedParts(ReadOnlyMemory<byte> Document, string Jws);
