using Workflow.Core.Approval;
using Workflow.Core.Ports;
using Workflow.Web.Languages;
using Workflow.Web.Messages;
using Workflow.Web.Teams.Cards.Asks;
using Workflow.Web.Teams.Cards.Schema;
using Workflow.Web.Wording;

namespace Workflow.Web.Teams.Cards;

/// <summary>A question that waits for somebody.</summary>
/// <param name="Request">The request.</param>
/// <param name="Ask">The person's open ask.</param>
/// <param name="Disclosed">What the policy clears for Teams.</param>
/// <param name="Page">Where it is read and decided.</param>
internal sealed record OpenAsk(RequestState Request, Ask Ask, Disclosed Disclosed, Uri Page);

/// <summary>What waits for one person.</summary>
internal static class MineCard
{
    /// <summary>Composes it, with as many questions as a card can hold.</summary>
    /// <param name="asks">Those nearest their end first.</param>
    /// <param name="now">UTC.</param>
    public static OutgoingCard For(IReadOnlyList<OpenAsk> asks, DateTimeOffset now)
    {
        var title = asks.Count == 0 ? (Text)$"Nothing waits for you" : Counted.Of(asks.Count, $"{asks.Count} questions wait for you");
        return Room.Fit(title, room => AskCard.Frame(
            [
                CardWords.Heading(title),
                .. asks.Take(room.Items).Select(ask => Entry(ask, now, room)),
                .. asks.Count > room.Items ? [CardWords.Strong(Counted.Of(asks.Count - room.Items, $"{asks.Count - room.Items} more are shown once these are answered."))] : Array.Empty<CardElement>(),
            ],
            []));
    }

    private static CardElement.Container Entry(OpenAsk open, DateTimeOffset now, Room room) => new CardElement.Container(
    [
        CardWords.Strong(open.Request.Status == RequestStatus.AwaitingInfo ? StateWords.Name(open.Request.Status) : $"{TimeLeft.Until(open.Ask.Clock.Due, now):upper}", open.Ask.Clock.Due <= now ? "attention" : null),
        .. CardParts.Body([open.Disclosed.Facts(ApproverLetters.AnswerBy(open.Ask))], room),
        new CardElement.ActionSet([CardActions.Open($"Open", open.Page)]),
    ])
    {
        Separator = true,
    };
}
