using Workflow.Core.Policies;
using Workflow.Core.Requests;

namespace Workflow.Core.Classification;

/// <summary>Judges a declaration by a policy.</summary>
public static class Classifier
{
    /// <summary>What the policy makes of a declaration and of what its submitter added later.</summary>
    public static Assessment Assess(Policy policy, Declaration declaration, IEnumerable<string> furtherTexts) =>
        throw new NotSupportedException();
}
