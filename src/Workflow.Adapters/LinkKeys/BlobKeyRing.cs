using System.Xml.Linq;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Workflow.Adapters.AzureStorage;

namespace Workflow.Adapters.LinkKeys;

/// <summary>
/// The key ring of Data Protection as one blob. It is replaced as it was read, so no instance loses what another adds,
/// and fetched again only when it has changed.
/// </summary>
/// <remarks>Synchronous, because Data Protection's interface is; it asks about once a day.</remarks>
internal sealed class BlobKeyRing(LazyContainer container, string name) : IXmlRepository
{
    private volatile Ring? _known;
    private volatile bool _wasEmpty;

    /// <inheritdoc />
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var ring = Read();
        _wasEmpty = ring is null;
        return ring is null ? [] : [.. ring.Parse().Root!.Elements()];
    }

    /// <inheritdoc />
    public void StoreElement(XElement element, string friendlyName)
    {
        while (true)
        {
            var ring = Read();
            var document = ring?.Parse() ?? new XDocument(new XElement("key-ring"));
            // A try of ours whose answer was lost.
            if (document.Root!.Elements().Any(e => XNode.DeepEquals(e, element)))
                return;

            // Instances that start together with no ring each make a key that is good at once. The first one stands:
            // nothing was sealed with ours yet, and with several of them some instance would not know one for a day.
            if (ring is not null && _wasEmpty && element.Name == "key")
                return;

            document.Root.Add(element);
            try
            {
                Blob().Upload(
                    BinaryData.FromString(document.ToString(SaveOptions.DisableFormatting)),
                    new BlobUploadOptions { Conditions = ring is null ? new() { IfNoneMatch = ETag.All } : new() { IfMatch = ring.Version } });
                return;
            }
            catch (RequestFailedException e) when (e.IsConflict())
            {
                // Another instance was faster: ours is added to what is there now.
            }
        }
    }

    private Ring? Read()
    {
        var known = _known;
        try
        {
            var answer = Blob().DownloadContent(new BlobDownloadOptions { Conditions = new() { IfNoneMatch = known?.Version } });
            if (answer.GetRawResponse().Status != 304)
                _known = known = new Ring(answer.Value.Details.ETag, answer.Value.Content.ToString());
            return known;
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            // Deleted means that all links are revoked.
            return _known = null;
        }
    }

    private BlobClient Blob() => container.Open().GetBlobClient(name);

    private sealed record Ring(ETag Version, string Text)
    {
        public XDocument Parse() => XDocument.Parse(Text);
    }
}
