using Workflow.Core.Classification;
using Workflow.Core.Policies;

namespace Workflow.Core.Ports;

/// <summary>Holds the policy by which new declarations are judged, and those that requests in flight are pinned to.</summary>
public interface IPolicies
{
    /// <summary>The policy now in force, already linted.</summary>
    Policy Current { get; }

    /// <summary>
    /// The policy that an assessment is pinned to (design promise 9), known by the SHA-256 of its text; null when its
    /// text was not kept. A host that keeps no texts knows only the current one.
    /// </summary>
    Policy? Find(PolicyStamp stamp) => stamp.Sha256 == Current.Stamp.Sha256 ? Current : null;
}
