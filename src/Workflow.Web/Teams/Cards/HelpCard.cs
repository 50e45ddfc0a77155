using Workflow.Core.Ports;
using Workflow.Web.Languages;
using Workflow.Web.Messages;
using Workflow.Web.Teams.Cards.Asks;

namespace Workflow.Web.Teams.Cards;

/// <summary>What the bot can do: for <c>help</c>, and for whatever it did not understand.</summary>
internal static class HelpCard
{
    /// <summary>Composes it.</summary>
    /// <param name="commands">What can be typed, as the bot hears it in the language being spoken, with what comes of it.</param>
    /// <param name="said">What it has to say first, such as that it did not understand; null when nothing.</param>
    public static OutgoingCard For(IReadOnlyList<Fact> commands, Text? said = null) => Room.Fit(
        $"What I can do for you",
        room => AskCard.Frame(
            [
                CardWords.Heading($"What I can do for you"),
                .. said is null ? [] : CardWords.Paragraph(said),
                .. CardWords.Paragraph($"Whoever is asked gets a card and decides on it. Besides, write to me:"),
                .. CardParts.Body([new Part.Facts(commands)], room),
            ],
            []));

    /// <summary>The card that says one thing, such as why something was refused.</summary>
    public static OutgoingCard Saying(Text heading, Text text) => Room.Fit(
        heading,
        _ => AskCard.Frame([CardWords.Heading(heading), .. CardWords.Paragraph(text)], []));
}
