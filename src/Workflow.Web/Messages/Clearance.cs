using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Policies;
using Workflow.Core.Ports;

namespace Workflow.Web.Messages;

/// <summary>Says how much the policy of a request lets out by mail: the one it is pinned to, before that the one in force.</summary>
public sealed class Clearance(IPolicies policies)
{
    /// <summary>What may be said about a request; before its tier is known, what may be said about any.</summary>
    /// <exception cref="InvalidOperationException">The policy clears nothing for mail, so nobody can be reached by it.</exception>
    public Disclosed Of(RequestState request)
    {
        var cleared = request.Assessment is { } assessment
            ? Cleared(policies.Find(assessment.Policy), assessment.Tier)
            : Enum.GetValues<Tier>().Min(tier => Cleared(policies.Current, tier));
        return cleared == Disclosure.Nothing
            ? throw new InvalidOperationException("The policy's channels clear nothing for mail; set at least notice.")
            : new Disclosed(request, cleared);
    }

    // Where the policy's text is gone, people are told that something waits, and nothing of what it is about.
    private static Disclosure Cleared(Policy? policy, Tier tier) => policy?.Cleared(tier, Outlet.Mail) ?? Disclosure.Notice;
}
