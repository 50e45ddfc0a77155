using System.Security.Cryptography;
using Workflow.Core.Approval;
using Workflow.Core.Ports;
using Workflow.Core.Records;
using Workflow.Web.Links;

namespace Workflow.Web.Records;

/// <summary>Writes the record of an approval down, has it signed, and keeps it.</summary>
/// <remarks>
/// An ES256 signature is never the same twice. So a second run, after a crash between storing and recording, keeps a
/// second file: same document, same signed content, another signature. The one whose hash the stream records is the
/// request's record; nobody has been told of the other, and it is genuine as well.
/// </remarks>
internal sealed class RecordOffice(IRecordSigner signer, RecordKeys keys, IBlobs blobs, PublicAddress site) : IRecordOffice
{
    public async Task<Delivery> IssueAsync(
        RequestState request, IReadOnlyList<StoredEvent> events, CancellationToken cancellationToken)
    {
        if (AuditChain.FirstBreak(request.Id.ToString(), events) is { } broken)
        {
            throw new InvalidDataException($"Event {broken} of {request.Id} does not fit its chain. No record is signed over it.");
        }

        var record = WrittenRecord.Of(request, events);
        var document = RecordPdf.Compose(record, site.Records);
        var stamp = new DocumentStamp(Convert.ToHexStringLower(SHA256.HashData(document)), document.Length);
        var jws = await Jws.SignAsync(signer, new SignedRecord(record, stamp).ToPayload(), cancellationToken);
        var file = SealedPdf.Seal(document, jws);

        // What people keep for years is checked once before they get it, as they would check it.
        if (RecordVerifier.Verify(file, keys) is not Verification.Genuine)
        {
            throw new InvalidOperationException($"The record of {request.Id} does not verify: the signing key {signer.KeyId} is not among the trusted ones.");
        }

        using var content = new MemoryStream(file, writable: false);
        var stored = await blobs.PutAsync(content, cancellationToken);
        return new Delivery(Delivery.RecordChannel, stored.Sha256, null);
    }
}
