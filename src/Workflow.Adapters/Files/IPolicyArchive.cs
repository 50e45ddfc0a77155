using Workflow.Core.Classification;
using Workflow.Core.Policies;

namespace Workflow.Adapters.Files;

/// <summary>
/// Keeps the text of every policy that was ever in force, under the SHA-256 of its stamp: requests in flight are judged
/// to their end by the one that judged them first.
/// </summary>
internal interface IPolicyArchive
{
    /// <summary>Keeps a text durably, once.</summary>
    void Keep(PolicyStamp stamp, PolicyDocuments documents);

    /// <summary>The policy with this hash; null when it was never kept here, or its text is no longer what it was.</summary>
    Policy? Find(string sha256);
}
