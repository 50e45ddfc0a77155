using System.Text.Json.Serialization;

namespace Workflow.Web.Teams.Cards.Schema;

/// <summary>A button of a card.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Execute), "Action.Execute")]
[JsonDerivedType(typeof(Submit), "Action.Submit")]
[JsonDerivedType(typeof(OpenUrl), "Action.OpenUrl")]
[JsonDerivedType(typeof(ShowCard), "Action.ShowCard")]
internal abstract record CardAction
{
    public string? Title { get; init; }

    /// <summary><c>positive</c> or <c>destructive</c>.</summary>
    public string? Style { get; init; }

    /// <summary>Does something here; the answer takes the card's place.</summary>
    internal sealed record Execute(string Verb, ActionData Data) : CardAction
    {
        /// <summary><c>none</c>: nothing that was typed is sent along, and nothing has to be.</summary>
        public string? AssociatedInputs { get; init; }

        /// <summary>For clients that do not know <c>Action.Execute</c>.</summary>
        public CardAction? Fallback { get; init; }
    }

    /// <summary>The same as a message, whose verb travels in the data.</summary>
    internal sealed record Submit(ActionData Data) : CardAction
    {
        public string? AssociatedInputs { get; init; }
    }

    /// <summary>Opens a page.</summary>
    internal sealed record OpenUrl(Uri Url) : CardAction;

    /// <summary>Unfolds a form.</summary>
    internal sealed record ShowCard(AdaptiveCard Card) : CardAction;
}

/// <summary>What a button sends besides what was typed. It proves nothing: whoever pressed is known by the token alone.</summary>
/// <param name="Ask">The opaque handle of the ask; null where a button is about none.</param>
/// <param name="Amendment">The version of the use that the card showed, so that a decision on an older one is refused.</param>
/// <param name="Verb">What is pressed, where the channel has no place of its own for it.</param>
internal sealed record ActionData(string? Ask = null, int? Amendment = null, string? Verb = null);
