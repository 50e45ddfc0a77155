using System.Globalization;
using Workflow.Core.Approval;
using Workflow.Core.Ports;
using Workflow.Web.Languages;
using Workflow.Web.Messages;
using Workflow.Web.Teams.Cards.Asks;
using Workflow.Web.Teams.Cards.Schema;
using Workflow.Web.Wording;

namespace Workflow.Web.Teams.Cards;

/// <summary>A notice that waits for somebody.</summary>
/// <param name="Handle">Names the ask; the id of its toggle.</param>
/// <param name="Request">The request.</param>
/// <param name="Ask">The person's open ask.</param>
/// <param name="Disclosed">What the policy clears for Teams.</param>
/// <param name="Page">Where it is read in full.</param>
internal sealed record NoticeLine(string Handle, RequestState Request, Ask Ask, Disclosed Disclosed, Uri Page);

/// <summary>All notices that wait for one person, to be taken note of together.</summary>
internal static class DigestCard
{
    /// <summary>What a toggle posts that is not ticked; a ticked one posts the revision that the card showed.</summary>
    public const string NotTicked = "0";

    /// <summary>Composes it, with as many notices as a card can hold; all of them are ticked.</summary>
    /// <param name="notices">Those nearest their end first.</param>
    /// <param name="said">What came of the last press; null when there was none.</param>
    public static OutgoingCard For(IReadOnlyList<NoticeLine> notices, Text? said = null) => Room.Fit(
        notices.Count == 0 ? (Text)$"No notices wait for you" : Counted.Of(notices.Count, $"{notices.Count} notices wait for you"),
        room => Compose(notices, said, room));

    private static AdaptiveCard Compose(IReadOnlyList<NoticeLine> notices, Text? said, Room room)
    {
        var hidden = notices.Count - room.Items;
        return AskCard.Frame(
            [
                CardWords.Heading(notices.Count == 0 ? (Text)$"No notices wait for you" : Counted.Of(notices.Count, $"{notices.Count} notices wait for you")),
                .. said is not null ? [CardWords.Strong(said)] : Array.Empty<CardElement>(),
                .. notices.Count == 0 ? [] : CardWords.Paragraph($"Nothing sensitive was found in them. Untick what you do not want to acknowledge yet."),
                .. notices.Take(room.Items).Select(notice => Entry(notice, room)),
                .. hidden > 0 ? [CardWords.Strong(Counted.Of(hidden, $"{hidden} more are shown once these are acknowledged."))] : Array.Empty<CardElement>(),
            ],
            notices.Count == 0 ? [] : [CardActions.Execute(Verbs.AcknowledgeTicked, $"Acknowledge the ticked", new ActionData(), "positive")]);
    }

    private static CardElement.Container Entry(NoticeLine notice, Room room)
    {
        var seen = notice.Request.Revision.ToString(CultureInfo.InvariantCulture);
        return new CardElement.Container(
        [
            new CardInput.Toggle(notice.Handle, notice.Request.Id.ToString()) { ValueOn = seen, ValueOff = NotTicked, Value = seen },
            .. CardParts.Body([new Part.Paragraph(Phrase.Theirs(notice.Request.Submission.Submitter.Name)), notice.Disclosed.Facts()], room),
            new CardElement.ActionSet([CardActions.Open($"Open", notice.Page)]),
        ])
        {
            Separator = true,
        };
    }
}
