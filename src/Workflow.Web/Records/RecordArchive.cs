using System.Security.Cryptography;
using Workflow.Core.Approval;
using Workflow.Core.Ports;
using Workflow.Core.Records;
using Workflow.Core.Requests;

namespace Workflow.Web.Records;

/// <summary>Takes the record of a request out of storage and checks it against its signature and its stream.</summary>
internal sealed class RecordArchive(IEventStore store, IBlobs blobs, RecordKeys keys)
{
    /// <summary>The stored record with what it turned out to be; null when the request has none.</summary>
    public async Task<ArchivedRecord?> FindAsync(RequestId id, CancellationToken cancellationToken)
    {
        var events = await store.LoadAsync(id, cancellationToken);

        // Before anything is read out of the events: an altered one may not even decode.
        if (AuditChain.FirstBreak(id.ToString(), events) is { } broken)
        {
            return Altered($"event {broken} of the request's history does not fit what came before it. Somebody has changed the stored history.");
        }

        if (Evolution.Fold(events.Select(EventCodec.Decode))?.RecordHash is not { } hash)
        {
            return null;
        }

        if (await ReadAsync(hash, cancellationToken) is not { } file)
        {
            return Altered($"the stored file is missing.");
        }

        if (Convert.ToHexStringLower(SHA256.HashData(file)) != hash)
        {
            return Altered($"the stored file is not the one that was issued.");
        }

        return RecordVerifier.Verify(file, keys) switch
        {
            Verification.Genuine genuine when !Fits(genuine.Record, id, events) =>
                Altered($"the record is signed, but the request's history is not the one that it was signed over."),
            var verification => new ArchivedRecord(file, verification),
        };
    }

    private static ArchivedRecord Altered(FormattableString what) => new(default, new Verification.Altered(what));

    private static bool Fits(WrittenRecord record, RequestId id, IReadOnlyList<StoredEvent> events) =>
        record.Request == id.ToString()
        && record.Chain.Sequence <= events.Count
        && events[record.Chain.Sequence - 1].Hash == record.Chain.Hash;

    private async Task<byte[]?> ReadAsync(string sha256, CancellationToken cancellationToken)
    {
        await using var stored = await blobs.OpenAsync(sha256, cancellationToken);
        if (stored is null)
        {
            return null;
        }

        using var content = new MemoryStream();
        await stored.CopyToAsync(content, cancellationToken);
        return content.ToArray();
    }
}

/// <summary>A record out of storage.</summary>
/// <param name="File">Its bytes; empty when they cannot be trusted to be a record.</param>
/// <param name="Verification">What it turned out to be.</param>
internal sealed record ArchivedRecord(ReadOnlyMemory<byte> File, Verification Verification);
