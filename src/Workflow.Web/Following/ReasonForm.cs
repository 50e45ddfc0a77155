using Workflow.Core.Requests;
using Workflow.Web.Forms;
using Workflow.Web.Languages;

namespace Workflow.Web.Following;

/// <summary>A form of a submitter that asks for nothing but words.</summary>
/// <param name="Own">The request.</param>
/// <param name="Seal">Its seal.</param>
/// <param name="Typed">What was typed.</param>
/// <param name="Problems">What is wrong.</param>
/// <param name="Notice">Why it is shown again, when not because of a field.</param>
public sealed record ReasonForm(
    OwnRequest Own, FormSeal Seal, string? Typed, IReadOnlyList<FieldProblem> Problems, Text? Notice)
{
    /// <summary>Whether something is said about what was posted.</summary>
    public bool IsRefused => Problems.Count > 0 || Notice is not null;

    /// <summary>What is wrong with words that must be there.</summary>
    /// <param name="field">Their field.</param>
    /// <param name="words">As typed.</param>
    public static IReadOnlyList<FieldProblem> Check(string field, string? words) => words switch
    {
        null => [new(field, $"Write it in a few words: others will want to understand it later.")],
        { Length: > DeclarationLimits.Text } => [new(field, $"This has {words.Length} characters; at most {DeclarationLimits.Text} fit. Shorten it or attach it as a file.")],
        _ => [],
    };
}
