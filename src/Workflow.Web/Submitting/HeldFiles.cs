using Workflow.Core.Approval;
using Workflow.Core.Requests;

namespace Workflow.Web.Submitting;

/// <summary>The files that count against the limits of a request.</summary>
internal static class HeldFiles
{
    /// <summary>Those of its declaration, and the documents of consents.</summary>
    public static IReadOnlyList<Attachment> Held(this RequestState request) =>
        [.. request.Declaration.Attachments, .. request.Consents.Select(c => c.Evidence.Document)];
}
