using Workflow.Core.Approval;
using Workflow.Core.Requests;

namespace Workflow.Web.Review;

/// <summary>What an answer, or a new version of the use, changed in the declaration.</summary>
/// <param name="Before">As it was.</param>
/// <param name="After">As it was left.</param>
public sealed record DeclarationChange(Declaration Before, Declaration After)
{
    /// <summary>The fields that differ.</summary>
    public IReadOnlyList<string> Fields => DeclarationDiff.Between(Before, After);

    /// <summary>What the answer at this place changed; null when it left the declaration as it was.</summary>
    public static DeclarationChange? Of(RequestState request, int answer) => request.Answers[answer].Before is { } before
        ? new DeclarationChange(before, request.Answers.Skip(answer + 1).Select(a => a.Before).FirstOrDefault(b => b is not null) ?? request.Declaration)
        : null;
}
