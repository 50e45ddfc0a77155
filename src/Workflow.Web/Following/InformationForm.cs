using Workflow.Core.Requests;
using Workflow.Web.Forms;
using Workflow.Web.Languages;
using Workflow.Web.Submitting;

namespace Workflow.Web.Following;

/// <summary>The form in which a submitter answers.</summary>
/// <param name="Own">The request; it has an open question.</param>
/// <param name="Seal">Its seal.</param>
/// <param name="Problems">What is wrong.</param>
/// <param name="Notice">Why it is shown again, when not because of a field.</param>
/// <param name="Answer">What was typed, when a person asked.</param>
/// <param name="Fields">What was typed, when the declaration has gaps; null when a person asked.</param>
/// <param name="FilesLost">Whether files were chosen that have to be chosen again.</param>
public sealed record InformationForm(
    OwnRequest Own,
    FormSeal Seal,
    IReadOnlyList<FieldProblem> Problems,
    Text? Notice,
    string? Answer,
    DeclarationFields? Fields,
    bool FilesLost)
{
    /// <summary>The answer to a person's question.</summary>
    public static Field AnswerField { get; } = new("answer", $"Your answer");
}
