using Azure;
using Azure.Storage.Blobs.Models;
using Workflow.Adapters.Files;
using Workflow.Core.Classification;
using Workflow.Core.Policies;

namespace Workflow.Adapters.AzureStorage;

/// <inheritdoc />
/// <remarks>
/// As blobs in <c>policies/</c> of the container, written once and never over. The port cannot wait: the text in force is
/// kept when an instance starts, and one that is not known yet is read once.
/// </remarks>
internal sealed class BlobPolicyArchive(LazyContainer container) : IPolicyArchive
{
    /// <inheritdoc />
    public void Keep(PolicyStamp stamp, PolicyDocuments documents)
    {
        using var text = new MemoryStream();
        documents.Write(text);
        text.Position = 0;
        try
        {
            container.Open().GetBlobClient(NameOf(stamp.Sha256)).Upload(
                text, new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } });
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobAlreadyExists)
        {
            // Kept at an earlier start, or by another instance.
        }
    }

    /// <inheritdoc />
    public Policy? Find(string sha256)
    {
        try
        {
            var kept = container.Open().GetBlobClient(NameOf(sha256)).DownloadContent().Value.Content;
            using var text = kept.ToStream();
            return PolicyDocuments.Restore(text, sha256);
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    private static string NameOf(string sha256) => $"policies/{sha256}.json";
}
