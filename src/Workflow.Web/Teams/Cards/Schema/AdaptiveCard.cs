using System.Text.Json.Serialization;

namespace Workflow.Web.Teams.Cards.Schema;

/// <summary>
/// An Adaptive Card of version 1.5, or the card within an <see cref="CardAction.ShowCard"/>, which has nothing but a body
/// and actions. Only what we use is here; what is null is not written. The names are those of the published schema.
/// </summary>
internal sealed record AdaptiveCard
{
    [JsonPropertyName("$schema"), JsonPropertyOrder(-3)]
    public string? Schema { get; init; }

    [JsonPropertyOrder(-2)]
    public string Type { get; } = "AdaptiveCard";

    [JsonPropertyOrder(-1)]
    public string? Version { get; init; }

    /// <summary>BCP 47 tag, so that screen readers speak it right.</summary>
    public string? Lang { get; init; }

    /// <summary>Whether its language is written from right to left.</summary>
    public bool? Rtl { get; init; }

    /// <summary>What a client says that cannot show it.</summary>
    public string? FallbackText { get; init; }

    /// <summary>What Teams alone reads.</summary>
    public TeamsLook? Msteams { get; init; }

    /// <summary>Who gets a view of their own by itself.</summary>
    public CardRefresh? Refresh { get; init; }

    public required IReadOnlyList<CardElement> Body { get; init; }

    public IReadOnlyList<CardAction>? Actions { get; init; }
}

/// <summary>How wide Teams shows a card.</summary>
internal sealed record TeamsLook(string Width)
{
    /// <summary>As wide as the chat.</summary>
    public static TeamsLook Full { get; } = new("Full");
}

/// <summary>Has the client ask for the card anew whenever one of these people opens it.</summary>
/// <param name="Action">What it sends.</param>
/// <param name="UserIds">At most 60, by the channel's ids; for everybody else it waits for a press.</param>
internal sealed record CardRefresh(CardAction Action, IReadOnlyList<string> UserIds);
