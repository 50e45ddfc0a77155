using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Policies;
using Workflow.Core.Ports;

namespace Workflow.Web.Messages;

/// <summary>Says how much the policy of a request lets out: the one it is pinned to, before that the one in force.</summary>
public sealed class Clearance(IPolicies policies)
{
    /// <summary>What mails may say about a request.</summary>
    /// <exception cref="InvalidOperationException">The policy clears nothing for mail, so nobody can be reached by it.</exception>
    public Disclosed Of(RequestState request) =>
        For(request, Outlet.Mail) ?? throw new InvalidOperationException("The policy's channels clear nothing for mail; set at least notice.");

    /// <summary>What may leave by an outlet about a request; before its tier is known, what may about any.</summary>
    /// <returns>Null when not even that something waits may leave by it.</returns>
    public Disclosed? For(RequestState request, Outlet outlet)
    {
        var cleared = request.Assessment is { } assessment
            ? Cleared(policies.Find(assessment.Policy), assessment.Tier, outlet)
            : Enum.GetValues<Tier>().Min(tier => Cleared(policies.Current, tier, outlet));
        return cleared == Disclosure.Nothing ? null : new Disclosed(request, cleared, outlet);
    }

    // Where the policy's text is gone, people are told that something waits, and nothing of what it is about.
    private static Disclosure Cleared(Policy? policy, Tier tier, Outlet outlet) => policy?.Cleared(tier, outlet) ?? Disclosure.Notice;
}
