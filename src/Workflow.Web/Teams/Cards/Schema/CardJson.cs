using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Workflow.Core.Ports;

namespace Workflow.Web.Teams.Cards.Schema;

/// <summary>Writes cards.</summary>
internal static class CardJson
{
    // Letters of all scripts stay as they are: escaped, a card in Hebrew would be twice as large.
    private static readonly CardJsonContext Context =
        new(new JsonSerializerOptions(CardJsonContext.Default.Options) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });

    /// <summary>As JSON; null when it is larger than a channel takes.</summary>
    public static string? Write(AdaptiveCard card)
    {
        var json = JsonSerializer.Serialize(card, Context.AdaptiveCard);
        return Encoding.UTF8.GetByteCount(json) <= OutgoingCard.MaxBytes ? json : null;
    }
}

/// <summary>How the elements of cards are written: made by the compiler, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AdaptiveCard))]
internal sealed partial class CardJsonContext : JsonSerializerContext;
