using System.Text.Json.Serialization;

namespace Workflow.Web.Teams.Cards.Schema;

/// <summary>What a card is made of.</summary>
/// <remarks>
/// A <c>TextBlock</c> is read as Markdown, so it holds nothing but our own headings. Whatever may hold words of people
/// stands in <see cref="RichTextBlock"/>s, whose runs no client reads as Markdown. A <c>FactSet</c> is Markdown again,
/// and too wide for a phone: there is none.
/// </remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextBlock), "TextBlock")]
[JsonDerivedType(typeof(RichTextBlock), "RichTextBlock")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(ActionSet), "ActionSet")]
[JsonDerivedType(typeof(CardInput.Text), "Input.Text")]
[JsonDerivedType(typeof(CardInput.Toggle), "Input.Toggle")]
[JsonDerivedType(typeof(CardInput.ChoiceSet), "Input.ChoiceSet")]
internal abstract record CardElement
{
    /// <summary>The space above: <c>none</c>, <c>small</c>, <c>medium</c>, <c>large</c>.</summary>
    public string? Spacing { get; init; }

    /// <summary>Whether a line stands above it.</summary>
    public bool? Separator { get; init; }

    /// <summary>Our own words, as a heading.</summary>
    internal sealed record TextBlock(string Text) : CardElement
    {
        public bool Wrap { get; } = true;

        public string Style { get; } = "heading";

        public string Size { get; init; } = "Large";

        public string Weight { get; } = "Bolder";

        public string? Color { get; init; }
    }

    /// <summary>A line or paragraph of anybody's words.</summary>
    internal sealed record RichTextBlock(params IReadOnlyList<TextRun> Inlines) : CardElement;

    /// <summary>Elements that belong together.</summary>
    internal sealed record Container(IReadOnlyList<CardElement> Items) : CardElement
    {
        public string? Style { get; init; }
    }

    /// <summary>Buttons within the body.</summary>
    internal sealed record ActionSet(IReadOnlyList<CardAction> Actions) : CardElement;
}

/// <summary>Words that all look the same.</summary>
internal sealed record TextRun(string Text)
{
    public string Type { get; } = "TextRun";

    public string? Size { get; init; }

    public string? Weight { get; init; }

    public string? Color { get; init; }

    public string? FontType { get; init; }

    public bool? IsSubtle { get; init; }
}
