using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Web.Forms;
using Workflow.Web.Languages;
using Workflow.Web.Review;
using Workflow.Web.Review.Acts;
using Workflow.Web.Teams.Cards.Schema;
using Workflow.Web.Wording;

namespace Workflow.Web.Teams.Cards.Asks;

/// <summary>Something that an asked person can do on a card, with what it takes.</summary>
/// <param name="Verb">What its button sends.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Meaning">What it leads to.</param>
/// <param name="Field">The one thing to type or choose; null when there is none.</param>
/// <param name="Person">Whom to choose; null when nobody is chosen.</param>
internal sealed record CardAct(string Verb, Text Title, Text Meaning, Field? Field = null, Field? Person = null)
{
    /// <summary>What its buttons say: short, for phones.</summary>
    public Text Button { get; init; } = Title;

    /// <summary>Of the button that does it.</summary>
    public string? Style { get; init; }

    /// <summary>Whether a press alone does it.</summary>
    public bool IsPlain => Field is null && Person is null;

    /// <summary>
    /// The verdicts, then what somebody does who can give none; only what would be accepted now. A notice is read and
    /// noted: whoever wants more than that opens it.
    /// </summary>
    public static IReadOnlyList<CardAct> All(AskView view) => view switch
    {
        { CanDecide: false } => [],
        { Tier: Tier.Notify } => Verdicts(view),
        _ => [.. Verdicts(view), Question(view), .. Otherwise(view)],
    };

    /// <summary>Yes, yes under conditions, no; of a notice, that it is read.</summary>
    public static IReadOnlyList<CardAct> Verdicts(AskView view) => view.Tier == Tier.Notify ?
    [
        Decision(view, DecisionKind.Approve, Comment(view, DecisionKind.Approve)) with { Verb = Verbs.Acknowledge, Style = "positive" },
    ] :
    [
        Decision(view, DecisionKind.Approve, Comment(view, DecisionKind.Approve)) with { Style = "positive" },
        Decision(view, DecisionKind.ApproveWithConditions, new Field("conditions", $"Conditions") { Hint = $"One a line. Each becomes an obligation in the record." }),
        Decision(view, DecisionKind.Reject, Comment(view, DecisionKind.Reject)) with { Style = "destructive" },
    ];

    /// <summary>What unfolds the form of this act, or does it where there is nothing to fill in.</summary>
    public CardAction ToButton(AskView view, Room room) => IsPlain
        ? CardActions.Execute(Verb, Button, view.Data, Style)
        : CardActions.Unfold(Button, [.. Form(view, null, room)], [CardActions.Execute(Verb, Button, view.Data, Style)]);

    /// <summary>What it takes, with what was typed and what is wrong with it.</summary>
    public IEnumerable<CardElement> Form(AskView view, Typed? typed, Room room) =>
    [
        .. CardWords.Paragraph(Meaning),
        .. Person is null ? [] : CardFields.Person(Shown(Person, typed), Typed.Id(Verb, Person.Name), room, $"{Verbs.Colleagues}/{view.Handle}"),
        .. Field is null ? [] : CardFields.Lines(Shown(Field, typed), Typed.Id(Verb, Field.Name), room),
    ];

    private static Field Shown(Field field, Typed? typed) => typed is null
        ? field
        : (field with { Value = typed[field.Name], Chosen = [typed[field.Name]] }).With(typed.Problems);

    private static CardAct Question(AskView view) =>
        Decision(view, DecisionKind.AskForInformation, new Field("question", $"Your question") { Hint = $"It is mailed to the submitter in your words." }) with { Button = $"Ask a question" };

    private static IEnumerable<CardAct> Otherwise(AskView view)
    {
        if (view.Colleagues.Count > 0 && IsOffered(view, Act.HandingOn))
        {
            yield return new CardAct(
                Verbs.Delegate,
                Act.HandingOn.Title,
                Act.HandingOn.Meaning,
                new Field("comment", $"Comment") { Optional = true, Hint = $"Why, or what to look at. They can read it, and so can the others asked." },
                new Field("to", $"To whom") { Choices = [.. view.Colleagues.Select(p => new Choice(p.Id, Phrase.Theirs(p.Name)))] })
            {
                Button = Act.HandingOn.Button,
            };
        }

        if (IsOffered(view, Act.SteppingBack))
        {
            yield return new CardAct(
                Verbs.Recuse,
                Act.SteppingBack.Title,
                Act.SteppingBack.Meaning,
                new Field("comment", $"Comment") { Optional = true, Hint = $"The others asked can read it." })
            {
                Button = Act.SteppingBack.Button,
            };
        }
    }

    private static bool IsOffered(AskView view, Act act) =>
        view.Offers.Try(stamp => act.ToCommand(stamp, view.Ask, to: null, comment: null)) is null or { Code: RefusalCode.CommentNeeded };

    private static CardAct Decision(AskView view, DecisionKind kind, Field? field) =>
        new(DecisionForm.Value(kind), DecisionWords.Choice(kind, view.Tier), DecisionWords.Meaning(kind, view.Tier), field);

    // A no without a reason helps nobody, whatever the policy says.
    private static Field? Comment(AskView view, DecisionKind kind) => kind == DecisionKind.Reject || view.Stage.CommentOn.Contains(kind)
        ? new Field("comment", $"Comment") { Hint = $"The submitter and the others asked can read it." }
        : null;
}
