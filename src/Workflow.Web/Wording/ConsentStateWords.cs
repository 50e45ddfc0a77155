using Workflow.Core.Approval;
using Workflow.Web.Languages;

namespace Workflow.Web.Wording;

/// <summary>What a document that shows a consent is worth now, in words.</summary>
public static class ConsentStateWords
{
    /// <summary>Whether it was checked, and whether it holds at this instant (UTC).</summary>
    public static Text Of(Consent consent, DateTimeOffset at) => consent switch
    {
        { Check: null } => $"Not checked yet.",
        { Check.Accepted: false } => $"Not accepted.",
        _ when consent.Stands(at) => $"Accepted.",
        _ when consent.Evidence.EndsAt <= at => $"Accepted, but it has ended.",
        _ => $"Accepted, but it does not hold yet.",
    };
}
