using Workflow.Core.Approval;
using Workflow.Web.Following;

namespace Workflow.Web.Review;

/// <summary>That a use which was allowed once goes round again, for whoever decides it: why, and what differs.</summary>
/// <param name="Version">The version that goes round.</param>
/// <param name="Approval">What was allowed before.</param>
/// <param name="Change">What the version changes in what was allowed; null when the same is to be renewed.</param>
/// <param name="TimeZone">IANA name of the reader's.</param>
public sealed record NextRound(UseVersion Version, GrantedApproval Approval, DeclarationChange? Change, string TimeZone)
{
    /// <summary>What there is to tell the person asked; null when the use goes round for the first time.</summary>
    public static NextRound? Of(RequestHistory history, Ask ask) => history.Request is { Amendment: > 1, Approval: { } approval } request
        && Versions.Of(history) is [.., { Number: var number } version] && number == ask.Amendment
            ? new NextRound(version, approval, version.IsRenewal ? null : new DeclarationChange(approval.Declaration, request.Declaration), ask.Person.Calendar.TimeZone)
            : null;
}
