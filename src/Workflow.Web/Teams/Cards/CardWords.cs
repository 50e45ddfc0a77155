using Workflow.Web.Languages;
using Workflow.Web.Teams.Cards.Schema;

namespace Workflow.Web.Teams.Cards;

/// <summary>Texts as elements of a card, in the language being spoken.</summary>
internal static class CardWords
{
    /// <summary>A text for a place that no client reads as Markdown.</summary>
    /// <remarks>
    /// Clients put dates in the place of <c>{{DATE(…)}}</c> wherever it stands, so that what a person wrote as one is
    /// kept from being one by a word joiner, which nobody sees.
    /// </remarks>
    public static string Plain(Text text) =>
        text.In(Language.Current with { IsolatesNames = true }).Replace("{{", "{\u2060{", StringComparison.Ordinal);

    /// <summary>A heading in our own words alone: it is read as Markdown.</summary>
    public static CardElement.TextBlock Heading(Text ours) => new(Plain(ours));

    /// <summary>A smaller one, above a part of a card.</summary>
    public static CardElement.TextBlock Subheading(Text ours) => new(Plain(ours)) { Size = "Medium", Spacing = "medium" };

    /// <summary>A headline with words of people.</summary>
    public static CardElement.RichTextBlock Headline(Text text) => new(new TextRun(Plain(text)) { Size = "Large", Weight = "Bolder" });

    /// <summary>A paragraph, line by line.</summary>
    public static IEnumerable<CardElement> Paragraph(Text text) => Lines(text).Select((line, i) => Line(new TextRun(line), i));

    /// <summary>A paragraph that few need to read.</summary>
    public static CardElement.RichTextBlock Small(Text text) => new(new TextRun(Plain(text)) { Size = "Small", IsSubtle = true });

    /// <summary>A line that matters.</summary>
    /// <param name="text">What it says.</param>
    /// <param name="color"><c>attention</c>, <c>warning</c> or <c>good</c>; null for none.</param>
    public static CardElement.RichTextBlock Strong(Text text, string? color = null) => new(new TextRun(Plain(text)) { Weight = "Bolder", Color = color });

    /// <summary>What is wrong with what stands above it.</summary>
    public static CardElement.RichTextBlock Wrong(Text text) => new(new TextRun(Plain(text)) { Color = "attention" }) { Spacing = "small" };

    /// <summary>A label with its value.</summary>
    public static CardElement.RichTextBlock Fact(Text label, Text value) => new(
        new TextRun(Plain($"{label}:")) { IsSubtle = true },
        new TextRun(" " + Plain(value)))
    {
        Spacing = "small",
    };

    /// <summary>An entry of a list.</summary>
    public static CardElement.RichTextBlock Bullet(Text text) => new(new TextRun("• " + Plain(text))) { Spacing = "small" };

    private static CardElement.RichTextBlock Line(TextRun run, int index) => new(run) { Spacing = index == 0 ? null : "none" };

    private static string[] Lines(Text text) => Plain(text).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
