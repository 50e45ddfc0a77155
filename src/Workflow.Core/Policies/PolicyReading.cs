using Workflow.Core.Documents;

namespace Workflow.Core.Policies;

/// <summary>What came of reading a policy: the policy, or every problem at once; warnings may come with a policy.</summary>
public sealed record PolicyReading(Policy? Policy, IReadOnlyList<PolicyProblem> Problems);

/// <summary>A document as text, with the name by which other documents refer to it.</summary>
/// <param name="Name">Such as <c>signals/en.yaml</c>, with forward slashes.</param>
/// <param name="Text">Its content.</param>
public sealed record DocumentText(string Name, string Text);
