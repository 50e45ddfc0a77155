using Workflow.Core.Ports;
using Workflow.Core.Requests;
using Workflow.Web.Messages;
using Workflow.Web.Teams.Cards.Asks;

namespace Workflow.Web.Teams.Cards;

/// <summary>A letter as a card: whatever people are told by mail they can be told in Teams in the same words.</summary>
internal static class LetterCard
{
    /// <summary>Composes it; the letter is to be written with what the policy clears for Teams.</summary>
    public static OutgoingCard For(RequestId request, Letter letter) => Room.Fit(
        $"{request}: {letter.Subject}",
        room => AskCard.Frame(
            [CardWords.Headline(letter.Subject), .. CardParts.Body(letter.Parts, room)],
            CardParts.Buttons(letter.Parts)));
}
