using Workflow.Core.Approval;
using Workflow.Web.Languages;
using Workflow.Web.Wording;

namespace Workflow.Web.Admin;

/// <summary>Where a request stands, as the label in lists.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Class">Its class in the stylesheet, beside <c>status</c>.</param>
public sealed record AdminBadge(Text Text, string Class)
{
    /// <summary>For a request that stands there and, once closed, ended so.</summary>
    public static AdminBadge For(RequestStatus status, OutcomeKind? outcome) => outcome is { } end
        ? new(StateWords.Name(end), end switch
        {
            OutcomeKind.Approved or OutcomeKind.Acknowledged => "good",
            OutcomeKind.Rejected or OutcomeKind.Expired => "bad",
            _ => "",
        })
        : new(StateWords.Name(status), status == RequestStatus.AwaitingInfo ? "waiting" : "open");

    /// <summary>For what was approved; null while that holds, or when nothing was.</summary>
    public static AdminBadge? For(Standing? standing) => standing switch
    {
        null or Standing.InForce => null,
        { } ended => new($"{AdminStanding.Name(ended)}", ended == Standing.Suspended ? "waiting" : "bad"),
    };
}
