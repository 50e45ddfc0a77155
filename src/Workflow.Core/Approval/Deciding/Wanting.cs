using Workflow.Core.Requests;

namespace Workflow.Core.Approval.Deciding;

/// <summary>The words that a command must carry.</summary>
internal static class Wanting
{
    /// <summary>A reason that somebody can read later.</summary>
    public static Verdict? Reason(string? reason) => string.IsNullOrWhiteSpace(reason)
        ? Verdict.No(RefusalCode.CommentNeeded, $"Please say why: others will want to understand it later.")
        : Short(reason);

    /// <summary>A text that can be kept.</summary>
    public static Verdict? Short(string? text) => text?.Length > DeclarationLimits.Text
        ? Verdict.No(RefusalCode.TooLong, $"Please keep the text under {DeclarationLimits.Text} characters.")
        : null;
}
