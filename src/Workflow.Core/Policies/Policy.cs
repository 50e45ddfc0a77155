using Workflow.Core.Classification;

namespace Workflow.Core.Policies;

/// <summary>A policy document as read: see <c>policies/streamer-genai.yaml</c>.</summary>
/// <remarks>Contract only; the reader, the linter and the rule types belong to the policy work.</remarks>
public sealed record Policy
{
    /// <summary>Which document.</summary>
    public required PolicyStamp Stamp { get; init; }
}
