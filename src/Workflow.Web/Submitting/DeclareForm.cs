using Workflow.Core.Requests;
using Workflow.Web.Forms;
using Workflow.Web.Languages;

namespace Workflow.Web.Submitting;

/// <summary>The form to declare a use, as it is shown.</summary>
/// <param name="Fields">The fields.</param>
/// <param name="Seal">Its seal.</param>
/// <param name="Notice">Why it is shown again, when not because of a field; null at first.</param>
public sealed record DeclareForm(DeclarationFields Fields, FormSeal Seal, Text? Notice = null);

/// <summary>The fields of a declaration, as they are shown.</summary>
/// <param name="Draft">What was typed.</param>
/// <param name="Productions">What can be chosen.</param>
/// <param name="Problems">What is wrong.</param>
/// <param name="FilesLost">Whether files were chosen that a browser does not keep when a page is shown again.</param>
public sealed record DeclarationFields(
    DeclarationDraft Draft, IReadOnlyList<string> Productions, IReadOnlyList<FieldProblem> Problems, bool FilesLost = false)
{
    /// <summary>A question with what was typed, and what is wrong with it.</summary>
    public Field Show(Field question, string? value) => (question with { Value = value }).With(Problems);

    /// <summary>A question with what was chosen, and what is wrong with it.</summary>
    public Field Show(Field question, IEnumerable<string?> chosen) =>
        (question with { Chosen = [.. chosen.OfType<string>()] }).With(Problems);
}

/// <summary>One field of a declaration.</summary>
/// <param name="Fields">All of them.</param>
/// <param name="Name">Which, by the name that forms use; a name that is none shows nothing.</param>
public sealed record OneField(DeclarationFields Fields, string Name);
