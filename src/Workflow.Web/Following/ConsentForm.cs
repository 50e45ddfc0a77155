using Workflow.Core.Approval;
using Workflow.Core.Requests;
using Workflow.Web.Forms;
using Workflow.Web.Languages;
using Workflow.Web.Wording;

namespace Workflow.Web.Following;

/// <summary>The form that attaches a consent.</summary>
/// <param name="Own">The request.</param>
/// <param name="Seal">Its seal.</param>
/// <param name="Draft">What was typed.</param>
/// <param name="Problems">What is wrong.</param>
/// <param name="Notice">Why it is shown again, when not because of a field.</param>
/// <param name="FileLost">Whether a file was chosen that has to be chosen again.</param>
/// <param name="Missing">What the policy still wants.</param>
public sealed record ConsentForm(
    OwnRequest Own,
    FormSeal Seal,
    ConsentDraft Draft,
    IReadOnlyList<FieldProblem> Problems,
    Text? Notice,
    bool FileLost,
    IReadOnlyList<MissingConsent> Missing)
{
    /// <summary>Whether something is said about what was posted.</summary>
    public bool IsRefused => Problems.Count > 0 || Notice is not null;

    /// <summary>The people whom the declaration names; null when it names nobody.</summary>
    public Field? Person => Own.Request.Declaration.PeopleDepicted is not [_, ..] people ? null : new Field("person", $"Whose consent is it?")
    {
        Choices = [new("", $"Somebody else, named below"), .. people.Select(p => new Choice(p, Phrase.Theirs(p)))],
        Chosen = [Draft.Person ?? ""],
    }.With(Problems);

    /// <summary>A name that is typed.</summary>
    public Field OtherPerson => new Field("otherPerson", Person is null ? $"Whose consent is it?" : (Text)$"Somebody else's name")
    {
        Hint = $"As the declaration names them: the policy compares the names.",
        Optional = Person is not null,
        Value = Draft.OtherPerson,
    }.With(Problems);

    /// <summary>To what; one document may show several kinds.</summary>
    public Field Kind => new Field("kind", $"What does the document show?")
    {
        Type = "checkbox",
        Hint = $"Tick everything that it says itself. Each is checked and accepted on its own.",
        Choices = [.. Enum.GetValues<ConsentKind>().Select(k => new Choice(Wire.Word(k), ConsentKindWords.Name(k), ConsentKindWords.Meaning(k)))],
        Chosen = Draft.Kinds,
    }.With(Problems);

    /// <summary>What it covers.</summary>
    public Field Scope => new Field("scope", $"What does it cover?")
    {
        Hint = $"In the document's words: which use, which scenes, which media and territories.",
        Value = Draft.Scope,
    }.With(Problems);

    /// <summary>Who signed.</summary>
    public Field SignedBy => new Field("signedBy", $"Who signed it?")
    {
        Hint = $"The person, or their agent, guardian or estate.",
        Value = Draft.SignedBy,
    }.With(Problems);

    /// <summary>First day.</summary>
    public Field From => new Field("from", $"First day it holds") { Type = "date", Value = Draft.From }.With(Problems);

    /// <summary>Last day.</summary>
    public Field Until => new Field("until", $"Last day it holds")
    {
        Type = "date",
        Optional = true,
        Hint = $"Leave it empty if it has no end.",
        Value = Draft.Until,
    }.With(Problems);

    /// <summary>The file.</summary>
    public Field Document => new Field("attachments", $"The document")
    {
        Hint = FileLost ? (Text)$"Browsers do not keep chosen files: please choose yours again." : $"One file, signed.",
        IsSingle = true,
    }.With(Problems);
}
