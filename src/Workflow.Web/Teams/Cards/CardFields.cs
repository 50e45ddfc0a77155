using Workflow.Web.Forms;
using Workflow.Web.Teams.Cards.Schema;
using Workflow.Web.Wording;

namespace Workflow.Web.Teams.Cards;

/// <summary>Fields of forms as inputs of a card, each with its label, what is meant, what was typed and what is wrong with it.</summary>
internal static class CardFields
{
    /// <summary>The most that one text typed on a card may hold, in UTF-16 characters; whoever has more to say opens the page.</summary>
    public const int MaxTyped = 2000;

    /// <summary>One line.</summary>
    /// <param name="field">The field.</param>
    /// <param name="id">The name under which it is posted.</param>
    /// <param name="room">What fits.</param>
    /// <param name="maxLength">Characters.</param>
    /// <param name="isDemanded">Whether the client itself refuses to send it empty, where it may not be.</param>
    public static IEnumerable<CardElement> Line(Field field, string id, Room room, int maxLength, bool isDemanded = true) =>
        Input(field, new CardInput.Text(id) { MaxLength = maxLength, Value = Typed(field, room) }, isDemanded);

    /// <summary>Several lines.</summary>
    public static IEnumerable<CardElement> Lines(Field field, string id, Room room) =>
        Input(field, new CardInput.Text(id) { IsMultiline = true, MaxLength = MaxTyped, Value = Typed(field, room) });

    /// <summary>One of several.</summary>
    public static IEnumerable<CardElement> Choice(Field field, string id, Room room) => Input(
        field,
        new CardInput.ChoiceSet(id, Choices(field.Choices, room))
        {
            Placeholder = CardWords.Plain($"Please choose"),
            Value = Chosen(field, room),
        });

    /// <summary>One person: some to choose from at once, all others by typing.</summary>
    /// <param name="field">Its choices are those shown at once.</param>
    /// <param name="id">The name under which it is posted.</param>
    /// <param name="room">What fits.</param>
    /// <param name="dataset">Where the channel asks for others.</param>
    public static IEnumerable<CardElement> Person(Field field, string id, Room room, string dataset) => Input(
        field,
        new CardInput.ChoiceSet(id, Choices(field.Choices, room))
        {
            Style = "filtered",
            ChoicesData = new DataQuery(dataset),
            Placeholder = CardWords.Plain($"Type a name"),
            Value = Chosen(field, room),
        });

    private static IEnumerable<CardElement> Input(Field field, CardInput input, bool isDemanded = true) =>
    [
        input with
        {
            Label = CardWords.Plain(field.Asked),
            IsRequired = isDemanded && !field.Optional ? true : null,
            ErrorMessage = isDemanded && !field.Optional ? CardWords.Plain($"Please fill in “{field.Label}”.") : null,
        },
        .. field.Errors.Select(CardWords.Wrong),
        .. field.Hint is { } hint ? [CardWords.Small(hint) with { Spacing = "small" }] : Array.Empty<CardElement>(),
    ];

    private static InputChoice[] Choices(IReadOnlyList<Choice> choices, Room room) =>
        [.. choices.Where(c => c.Value.Length > 0).Take(room.Items).Select(c => new InputChoice(CardWords.Plain(c.Text), c.Value))];

    // What is longer than any choice of ours was never chosen.
    private static string? Chosen(Field field, Room room) => field.Chosen.FirstOrDefault(c => c.Length > 0 && c.Length <= room.Typed);

    private static string? Typed(Field field, Room room) => field.Value is { Length: > 0 } typed ? Phrase.Shorten(typed, room.Typed) : null;
}
