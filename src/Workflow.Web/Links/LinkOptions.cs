namespace Workflow.Web.Links;

/// <summary>How long mailed links are good: section <c>Links</c>.</summary>
/// <remarks>Closing an ask revokes its link at once whatever its age; these limits catch what lies in old mailboxes.</remarks>
public sealed class LinkOptions
{
    /// <summary>Links to approvers, those to their notices included. 60 days by default.</summary>
    public TimeSpan AskValidity { get; set; } = TimeSpan.FromDays(60);

    /// <summary>Links to submitters, who come back for the record for as long as a production runs. 400 days by default.</summary>
    public TimeSpan SubmitterValidity { get; set; } = TimeSpan.FromDays(400);
}
