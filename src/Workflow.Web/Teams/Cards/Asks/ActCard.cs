using Workflow.Core.Ports;
using Workflow.Web.Forms;
using Workflow.Web.Languages;
using Workflow.Web.Review;
using Workflow.Web.Teams.Cards.Schema;

namespace Workflow.Web.Teams.Cards.Asks;

/// <summary>The card of one act that was pressed and cannot be done yet: with what was typed, what is wrong, and the one-time code.</summary>
internal static class ActCard
{
    private const int CodeLength = 12;

    /// <summary>Composes it.</summary>
    /// <param name="view">The ask.</param>
    /// <param name="act">What they want to do.</param>
    /// <param name="typed">What they typed.</param>
    public static OutgoingCard For(AskView view, CardAct act, Typed typed) =>
        Room.Fit($"{view.Request.Id}: {view.Disclosed.Subject(act.Title)}", room => Compose(view, act, typed, room));

    private static AdaptiveCard Compose(AskView view, CardAct act, Typed typed, Room room) => AskCard.Frame(
        [
            CardWords.Heading(act.Title),
            .. view.Notice is { } notice ? [CardWords.Strong(notice)] : Array.Empty<CardElement>(),
            .. Elsewhere(act, typed).Select(CardWords.Wrong),
            .. CardParts.Body([view.Disclosed.Facts()], room),
            .. act.Form(view, typed, room),
            .. view.NeedsCode ? Code(view, act, typed, room) : [],
            .. CardWords.Paragraph($"Your decision, its time and how you proved who you are become part of the record."),
        ],
        [
            CardActions.Execute(act.Verb, act.Button, view.Data, act.Style),
            CardActions.Execute(Verbs.Refresh, $"Back", view.Data, takesInputs: false),
            CardActions.Open(view.NeedsCode ? (Text)$"Do it on the page" : $"Open", view.Page),
        ],
        view);

    // Not required by the client: whoever has no code yet must be able to ask for one.
    private static IEnumerable<CardElement> Code(AskView view, CardAct act, Typed typed, Room room) =>
    [
        .. CardFields.Line(
            new Field("code", $"One-time code") { Hint = $"It goes to {CodeStep.Mailbox(view.Ask)}." }.With(typed.Problems),
            Typed.Id(act.Verb, "code"),
            room,
            CodeLength,
            isDemanded: false),
        new CardElement.ActionSet([CardActions.Execute(Verbs.CodeFor(act.Verb), $"Mail me a code", view.Data)]),
    ];

    // A refusal that no field of this act could put right.
    private static IEnumerable<Text> Elsewhere(CardAct act, Typed typed)
    {
        string?[] fields = [act.Field?.Name, act.Person?.Name, "code"];
        return typed.Problems.Where(p => !fields.Contains(p.Field)).Select(p => Text.Of(p.Text));
    }
}
