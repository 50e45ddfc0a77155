using System.Text.Json;
using Workflow.Core.Ports;

namespace Web.Tests.Teams.Cards;

/// <summary>All objects of a card, whatever they stand in.</summary>
internal static class CardTree
{
    public static IEnumerable<JsonElement> Objects(OutgoingCard card) => Objects(JsonSerializer.Deserialize<JsonElement>(card.Json));

    /// <summary>Those of a type, such as <c>Action.Execute</c>, or of all that start so.</summary>
    public static IReadOnlyList<JsonElement> Of(OutgoingCard card, string type) =>
        [.. Objects(card).Where(o => Text(o, "type") is { } name && name.StartsWith(type, StringComparison.Ordinal))];

    public static string? Text(JsonElement element, string property) =>
        element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IEnumerable<JsonElement> Objects(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Objects(p.Value)).Prepend(element),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Objects),
        _ => [],
    };
}
