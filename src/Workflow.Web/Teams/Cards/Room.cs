using Workflow.Core.Ports;
using Workflow.Web.Languages;
using Workflow.Web.Teams.Cards.Schema;
using Workflow.Web.Wording;

namespace Workflow.Web.Teams.Cards;

/// <summary>How much a card can hold of what people wrote.</summary>
/// <param name="Text">Characters of one text.</param>
/// <param name="Items">Entries of one list.</param>
/// <param name="Typed">Characters of what the reader has typed themselves, for each input.</param>
internal readonly record struct Room(int Text, int Items, int Typed)
{
    // The longest subject that mail programs still show in full, and notifications too.
    private const int MaxSummary = 150;

    // In the narrowest, three texts of the widest characters take a tenth of a card.
    private static readonly Room[] Narrowing =
    [
        new(600, 50, 2000), new(600, 20, 2000), new(300, 12, 2000), new(200, 8, 1000), new(120, 5, 500), new(60, 3, 250), new(60, 1, 100),
    ];

    /// <summary>The fullest card that a channel takes.</summary>
    /// <param name="summary">The line of the notification.</param>
    /// <param name="compose">The card, with no more than the room that it is given.</param>
    public static OutgoingCard Fit(Text summary, Func<Room, AdaptiveCard> compose)
    {
        var line = Phrase.Shorten(Phrase.OneLine(CardWords.Plain(summary)), MaxSummary);
        foreach (var room in Narrowing)
        {
            if (CardJson.Write(compose(room) with { FallbackText = line }) is { } json)
            {
                return new OutgoingCard(json, line);
            }
        }

        throw new InvalidOperationException("A card is too large even with the least that it can say.");
    }
}
