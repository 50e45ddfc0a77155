using Workflow.Web.Languages;
using Workflow.Web.Messages;
using Workflow.Web.Teams.Cards.Schema;
using Workflow.Web.Wording;

namespace Workflow.Web.Teams.Cards;

/// <summary>Parts of a letter as elements of a card, so that cards take what they disclose from where mails take it.</summary>
internal static class CardParts
{
    /// <summary>The elements; a button is none, see <see cref="Buttons"/>.</summary>
    public static IEnumerable<CardElement> Body(IEnumerable<Part> parts, Room room) => parts.SelectMany(part => Body(part, room));

    /// <summary>The buttons, which only open pages.</summary>
    public static IReadOnlyList<CardAction> Buttons(IEnumerable<Part> parts) =>
        [.. parts.Select(Button).OfType<CardAction>()];

    private static CardAction? Button(Part part) => part switch
    {
        Part.Button b => CardActions.Open(b.Label, b.Address),
        Part.Link l => CardActions.Open(l.Label, l.Address),
        _ => null,
    };

    private static IEnumerable<CardElement> Body(Part part, Room room) => part switch
    {
        Part.Paragraph p => CardWords.Paragraph(p.Text),
        Part.SmallPrint p => [CardWords.Small(p.Text)],
        Part.Quote p => [new CardElement.Container([.. CardWords.Paragraph(Shortened(p.Text, room))]) { Style = "emphasis" }],
        Part.Facts p => p.Items.Select(f => CardWords.Fact(f.Label, Shortened(f.Value, room))),
        Part.Bullets p => Bullets(p.Items, room),
        Part.Code p => [new CardElement.RichTextBlock(new TextRun(p.Digits) { Size = "ExtraLarge", FontType = "Monospace" })],
        Part.Button or Part.Link => [],
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    private static IEnumerable<CardElement> Bullets(IReadOnlyList<Text> items, Room room)
    {
        var shown = items.Take(room.Items).Select(item => CardWords.Bullet(Shortened(item, room)));
        return items.Count > room.Items ? [.. shown, CardWords.Bullet(Counted.Of(items.Count - room.Items, $"and {items.Count - room.Items} more"))] : shown;
    }

    private static Text Shortened(Text text, Room room) => text.ToString() is { } said && said.Length > room.Text
        ? Phrase.Theirs(Phrase.Shorten(said, room.Text))
        : text;
}
