using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Web.Forms;
using Workflow.Web.Languages;
using Workflow.Web.Wording;

namespace Workflow.Web.Review.Acts;

/// <summary>Handing a question on.</summary>
internal sealed class HandingOn : Act
{
    // Nobody of this name is in any directory or declaration, so what is refused of them is refused of everybody.
    private const string Nobody = "nobody@nobody.invalid";

    public override string Path => "/review/delegate";

    public override Text Title => $"Hand this on to somebody else";

    public override Text Meaning => $"They are asked in your place, with the rights that you have and a time of their own. You are told what they decide, and your link decides nothing more.";

    public override Text Button => $"Hand it on";

    public override bool NeedsColleague => true;

    public override IReadOnlyList<Field> Fields(ActModel model) =>
    [
        new Field("to", $"To whom")
        {
            Hint = $"Everybody who works on this production and may decide it.",
            Choices = [new Choice("", $"Please choose"), .. model.Colleagues.Select(p => new Choice(p.Id, Phrase.Theirs(p.Name)))],
            Chosen = [model.Form.To],
        },
        new Field("comment", $"Comment")
        {
            Hint = $"Why, or what to look at. They can read it, and so can the others asked.",
            Optional = true,
            Value = model.Form.Comment,
        },
    ];

    public override Command ToCommand(Stamp stamp, Ask ask, Person? to, string? comment) =>
        new Command.DelegateTo(stamp, ask.Number, to ?? ask.Person with { Id = Nobody, Name = Nobody, Email = Nobody }, comment);
}
