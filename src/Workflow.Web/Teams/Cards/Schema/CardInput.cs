using System.Text.Json.Serialization;

namespace Workflow.Web.Teams.Cards.Schema;

/// <summary>Where somebody types or chooses. Its id is the name under which the channel posts the value.</summary>
/// <param name="Id">Unique in the whole card, cards within it included.</param>
internal abstract record CardInput(string Id) : CardElement
{
    /// <summary>What it asks, in our words.</summary>
    public string? Label { get; init; }

    public bool? IsRequired { get; init; }

    /// <summary>What the client says where something required is missing.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>What was typed or chosen.</summary>
    public string? Value { get; init; }

    /// <summary>One line of text, or several.</summary>
    internal sealed record Text(string Id) : CardInput(Id)
    {
        public bool? IsMultiline { get; init; }

        public int? MaxLength { get; init; }

        public string? Placeholder { get; init; }
    }

    /// <summary>Yes or no; its title is read as Markdown, so it holds no words of people.</summary>
    internal sealed record Toggle(string Id, string Title) : CardInput(Id)
    {
        public required string ValueOn { get; init; }

        public required string ValueOff { get; init; }
    }

    /// <summary>One of several.</summary>
    internal sealed record ChoiceSet(string Id, IReadOnlyList<InputChoice> Choices) : CardInput(Id)
    {
        /// <summary><c>compact</c>, or <c>filtered</c> to type and find.</summary>
        public string Style { get; init; } = "compact";

        public string? Placeholder { get; init; }

        /// <summary>Where further choices are asked for while somebody types.</summary>
        [JsonPropertyName("choices.data")]
        public DataQuery? ChoicesData { get; init; }

        public bool Wrap { get; } = true;
    }
}

/// <summary>One choice.</summary>
internal sealed record InputChoice(string Title, string Value);

/// <summary>Has the channel ask us for choices.</summary>
/// <param name="Dataset">Comes back with the question.</param>
internal sealed record DataQuery(string Dataset)
{
    public string Type { get; } = "Data.Query";
}
