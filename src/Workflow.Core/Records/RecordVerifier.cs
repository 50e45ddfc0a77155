using System.Security.Cryptography;
using System.Text;

namespace Workflow.Core.Records;

/// <summary>Tells a genuine record from anything else, offline, from its bytes and the trusted keys alone.</summary>
public static class RecordVerifier
{
    /// <summary>The largest file that a verifier need look at, in bytes; no record comes near it.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    private static readonly byte[] PdfStart = Encoding.ASCII.GetBytes("%PDF-");

    /// <summary>Verifies a PDF record or a bare <c>.jws</c>; never throws, whatever the bytes.</summary>
    public static Verification Verify(ReadOnlyMemory<byte> file, RecordKeys keys)
    {
        if (SealedPdf.Split(file) is { } parts)
        {
            return VerifyPdf(file, parts, keys);
        }

        return file.Span.StartsWith(PdfStart)
            ? new Verification.NotARecord($"it is a PDF without the signature that a record carries. If a program has saved or converted a record, ask for the original file.")
            : VerifyJws(Encoding.Latin1.GetString(file.Span), keys);
    }

    private static Verification VerifyJws(string jws, RecordKeys keys)
    {
        switch (Jws.Open(jws, keys))
        {
            case Jws.Opening.Opened opened when SignedRecord.Read(opened.Payload) is { } signed:
                return new Verification.Genuine(signed.Record, opened.KeyId, signed.Document, HoldsDocument: false);
            case Jws.Opening.Opened:
                return new Verification.NotARecord($"it is signed, but in a format that this version does not know.");
            case Jws.Opening.Failed failed:
                return failed.Verification;
            default:
                throw new InvalidOperationException("An opening either opened or failed.");
        }
    }

    private static Verification VerifyPdf(ReadOnlyMemory<byte> file, SealedParts parts, RecordKeys keys)
    {
        var signature = VerifyJws(parts.Jws, keys);
        if (signature is not Verification.Genuine genuine)
        {
            return signature is Verification.NotARecord ? new Verification.Altered($"its signature is damaged.") : signature;
        }

        if (Convert.ToHexStringLower(SHA256.HashData(parts.Document.Span)) != genuine.Document.Sha256)
        {
            return new Verification.Altered($"the readable document is not the one that was signed.");
        }

        return file.Span.SequenceEqual(SealedPdf.Seal(parts.Document.Span, parts.Jws))
            ? genuine with { HoldsDocument = true }
            : new Verification.Altered($"something was changed or added after it was signed.");
    }
}
