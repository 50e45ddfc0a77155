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
/// <param name="Fields">The declaration as typed, to complete it or to change what the question is about.</param>
/// <param name="Asked">The fields that a person's question is about.</param>
public sealed record InformationForm(
    OwnRequest Own,
    FormSeal Seal,
    IReadOnlyList<FieldProblem> Problems,
    Text? Notice,
    string? Answer,
    DeclarationFields Fields,
    IReadOnlyList<string> Asked)
{
    /// <summary>The answer to a person's question.</summary>
    public static Field AnswerField { get; } = new("answer", $"Your answer");
}
