using Workflow.Core.Approval;
using Workflow.Web.Forms;
using Workflow.Web.Languages;
using Workflow.Web.Wording;

namespace Workflow.Web.Review;

/// <summary>The fields of the form on which a person decides.</summary>
public sealed class DecisionFields(ReviewModel model)
{
    /// <summary>The four decisions.</summary>
    public Field Decision => new Field("decision", $"What do you decide?")
    {
        Choices = [.. Enum.GetValues<DecisionKind>().Select(k => new Choice(
            DecisionForm.Value(k), DecisionWords.Choice(k, model.Tier), DecisionWords.Meaning(k, model.Tier)))],
        Chosen = model.Form.Kind is { } kind ? [DecisionForm.Value(kind)] : [],
    }.With(model.Problems);

    /// <summary>The conditions.</summary>
    public Field Conditions => new Field("conditions", $"Conditions")
    {
        Hint = $"One a line. Each becomes an obligation in the record.",
        Value = model.Form.Conditions,
    }.With(model.Problems);

    /// <summary>What a question is about.</summary>
    public Field About => new Field("about", $"About which answers")
    {
        Type = "checkbox",
        Hint = $"The submitter can change those you tick. Others stay as they are.",
        Optional = true,
        Choices = [.. DecisionForm.Askable.Select(f => new Choice(f, FieldWords.Label(f)))],
        Chosen = model.Form.About,
    }.With(model.Problems);

    /// <summary>The comment.</summary>
    public Field Comment => new Field("comment", $"Comment")
    {
        Hint = model.Stage.CommentOn.Where(k => k != DecisionKind.AskForInformation).ToList() is { Count: > 0 } kinds
            ? (Text)$"Needed when you {Phrase.Or([.. kinds.Select(k => (Text)$"{DecisionWords.Choice(k, model.Tier):lower}")])}. The submitter and the others asked can read it."
            : $"The submitter and the others asked can read it.",
        Optional = model.Stage.CommentOn.Count == 0,
        Value = model.Form.Comment,
    }.With(model.Problems);

    /// <summary>The question.</summary>
    public Field Question => new Field("question", $"Your question")
    {
        Hint = $"It is mailed to the submitter in your words.",
        Value = model.Form.Question,
    }.With(model.Problems);
}
