using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Policies;
using Workflow.Core.Ports;

namespace Workflow.Web.Messages;

/// <summary>Says how much the policy now in force lets out by mail.</summary>
public sealed class Clearance(IPolicies policies)
{
    /// <summary>What may be said about a request; before its tier is known, what may be said about any.</summary>
    /// <exception cref="InvalidOperationException">The policy clears nothing for mail, so nobody can be reached by it.</exception>
    public Disclosed Of(RequestState request)
    {
        var cleared = request.Assessment is { } assessment
            ? policies.Current.Cleared(assessment.Tier, Outlet.Mail)
            : Enum.GetValues<Tier>().Min(tier => policies.Current.Cleared(tier, Outlet.Mail));
        return cleared == Disclosure.Nothing
            ? throw new InvalidOperationException("The policy's channels clear nothing for mail; set at least notice.")
            : new Disclosed(request, cleared);
    }
}
