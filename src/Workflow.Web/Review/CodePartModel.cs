using Workflow.Core.Approval;
using Workflow.Core.Requests;
using Workflow.Web.Forms;
using Workflow.Web.Languages;

namespace Workflow.Web.Review;

/// <summary>The part of a form that proves the mailbox.</summary>
/// <param name="Field">The one-time code; its value is never shown again.</param>
/// <param name="Mailbox">Where it goes, not in full.</param>
/// <param name="Address">Where the wish for a code is posted; null for the form's own address with <see cref="Step"/>.</param>
public sealed record CodePartModel(Field Field, Text Mailbox, string? Address)
{
    /// <summary>Name of the button that wishes for a code; its value is <c>code</c>.</summary>
    public const string Step = "step";

    /// <summary>The part for a person's form.</summary>
    public static CodePartModel For(Ask ask, IReadOnlyList<FieldProblem> problems, string? address = null) =>
        new(new Field("code", $"One-time code").With(problems), CodeStep.Mailbox(ask), address);
}
