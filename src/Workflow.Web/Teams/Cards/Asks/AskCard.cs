using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Ports;
using Workflow.Web.Languages;
using Workflow.Web.Messages;
using Workflow.Web.Teams.Cards.Schema;
using Workflow.Web.Wording;

namespace Workflow.Web.Teams.Cards.Asks;

/// <summary>The card by which somebody is asked. It is the same card from the question to the answer, composed anew each time.</summary>
/// <remarks>Composed in the language being spoken, as letters are. What it shows comes from the request as it is, never from an older card.</remarks>
internal static class AskCard
{
    /// <summary>The card for the person asked.</summary>
    public static OutgoingCard For(AskView view) => view switch
    {
        { Ask.IsOpen: false } => SettledCard.For(view),
        { Typed: { } typed } when CardAct.All(view).FirstOrDefault(a => a.Verb == typed.Act) is { } act => ActCard.For(view, act, typed),
        _ => Room.Fit($"{view.Request.Id}: {view.Disclosed.Subject(Wanted(view))}", room => Question(view, room)),
    };

    /// <summary>The card for anybody else who looks at it: that there is a request, and where it stands.</summary>
    public static OutgoingCard ForBystander(RequestState request) => Room.Fit(
        $"{request.Id}",
        _ => Frame(
            [
                CardWords.Heading($"Somebody is asked about a use of generative AI"),
                CardWords.Fact($"Request", $"{request.Id}"),
                CardWords.Fact($"Status", request.Outcome is { } outcome ? StateWords.Name(outcome.Kind) : StateWords.Name(request.Status)),
                CardWords.Small($"This card was sent to somebody else, so you can do nothing here."),
            ],
            []));

    /// <summary>The frame of every card, in the language being spoken.</summary>
    internal static AdaptiveCard Frame(IReadOnlyList<CardElement> body, IReadOnlyList<CardAction> actions, AskView? refreshed = null) => new()
    {
        Schema = "http://adaptivecards.io/schemas/adaptive-card.json",
        Version = "1.5",
        // The schema knows languages, not their regions.
        Lang = Language.Current.Tag.Split('-')[0],
        Rtl = Language.Current.Direction == "rtl" ? true : null,
        Msteams = TeamsLook.Full,
        Refresh = refreshed is { User: { } user } ? new CardRefresh(new CardAction.Execute(Verbs.Refresh, refreshed.Data), [user]) : null,
        Body = body,
        Actions = actions.Count == 0 ? null : actions,
    };

    private static Text Wanted(AskView view) => view switch
    {
        { CanDecide: false } => $"Waiting for information",
        { Ask.RemindersSent: > 0 } => $"Reminder, please decide",
        { Tier: Tier.Notify } => $"Please acknowledge",
        _ => $"Please decide",
    };

    /// <summary>A part of a card with its heading; nothing where there is nothing to say.</summary>
    internal static IEnumerable<CardElement> Section(Text title, IEnumerable<Part> parts, Room room) =>
        CardParts.Body(parts, room).ToList() is { Count: > 0 } body ? [CardWords.Subheading(title), .. body] : [];

    private static AdaptiveCard Question(AskView view, Room room)
    {
        var request = view.Request;
        var disclosed = view.Disclosed;
        var verdicts = view.CanDecide ? CardAct.Verdicts(view) : [];
        CardElement[] body =
        [
            CardWords.Heading(Wanted(view)),
            .. view.Notice is { } notice ? [CardWords.Strong(notice)] : Array.Empty<CardElement>(),
            .. CardParts.Body(
                [
                    new Part.Paragraph($"{request.Submission.Submitter.Name} wants {disclosed.Intent}. {ApproverLetters.AskedAs(request, view.Ask)}"),
                    .. ApproverLetters.Handover(request, view.Ask, disclosed),
                    disclosed.Facts(view.CanDecide ? [ApproverLetters.AnswerBy(view.Ask)] : []),
                ],
                room),
            .. Time(view),
            .. CardParts.Body([disclosed.Words($"What is intended", Phrase.Theirs(request.Declaration.Description))], room),
            .. Section($"Why you are asked", disclosed.Grounds(), room),
            .. Section($"Who is asked", disclosed.Colleagues(view.Zone), room),
            .. verdicts.Count > 0 ? [new CardElement.ActionSet([.. First(view), .. verdicts.Select(act => act.ToButton(view, room)), .. AllNotices(view)])] : Array.Empty<CardElement>(),
        ];
        return Frame(body, [.. CardAct.All(view).Skip(verdicts.Count).Select(act => act.ToButton(view, room)), CardActions.Open($"Open", view.Page)], view);
    }

    private static IEnumerable<CardElement> Time(AskView view) => view.CanDecide
        ?
        [
            CardWords.Strong($"{TimeLeft.Until(view.Ask.Clock.Due, view.Now):upper}", view.Ask.Clock.Due <= view.Now ? "attention" : null),
            .. CardWords.Paragraph(Silence.LeadsTo(view.Request, view.Ask)),
        ]
        :
        [
            CardWords.Strong(StateWords.Now(view.Request)),
            .. CardWords.Paragraph($"Until then your time stands still and nothing can be decided. This card will show the answer."),
        ];

    // Nobody should decide what the card may not tell them.
    private static CardAction[] First(AskView view) => view.Disclosed.TellsWhatItIs ? [] : [CardActions.Open($"Read it first", view.Page)];

    private static CardAction[] AllNotices(AskView view) => view is { Tier: Tier.Notify, Notices: > 1 }
        ? [CardActions.Execute(Verbs.Digest, Counted.Of(view.Notices, $"All {view.Notices} notices"), view.Data)]
        : [];
}
