using Workflow.Core.Classification;

namespace Workflow.Core.Policies;

/// <summary>
/// The text of the policy that a request is pinned to is gone. No other may judge it: somebody has to restore the text.
/// </summary>
public sealed class PolicyNotKeptException : Exception
{
    /// <summary>For the policy with this stamp.</summary>
    public PolicyNotKeptException(PolicyStamp stamp)
        : base($"The text of policy {stamp.Id} {stamp.Version} ({stamp.Sha256}) is not kept here. Restore it from a backup.")
    {
    }
}
