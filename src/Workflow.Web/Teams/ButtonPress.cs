using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Workflow.Web.Teams;

/// <summary>A button of a card that somebody pressed.</summary>
/// <param name="Verb">What it is to do.</param>
/// <param name="Handle">The opaque name of the ask that the card shows; null on cards that show none.</param>
/// <param name="Amendment">Which version of the use the card shows; null on cards that show none.</param>
/// <param name="Fields">What was typed, by the names that forms use. Nothing of it says who typed it.</param>
public sealed record ButtonPress(string Verb, string? Handle, int? Amendment, IFormCollection Fields)
{
    // The longest card we make has some thirty inputs; a decision has at most a few hundred kilobytes of text.
    private const int MaxFields = 100;

    /// <summary>
    /// Reads the value of an activity: <c>{action: {verb, data}}</c> as <c>Action.Execute</c> invokes, or the data alone
    /// with the verb in it, as the fallback <c>Action.Submit</c> posts it; null when it is neither.
    /// </summary>
    public static ButtonPress? Read(JsonElement? value)
    {
        if (value is not { ValueKind: JsonValueKind.Object } root)
        {
            return null;
        }

        var isExecute = root.TryGetProperty("action", out var action) && action.ValueKind is JsonValueKind.Object;
        var data = !isExecute ? root : action.TryGetProperty("data", out var inner) && inner.ValueKind is JsonValueKind.Object ? inner : default;
        var fields = data.ValueKind is JsonValueKind.Object ? ReadFields(data) : [];
        var verb = isExecute && action.TryGetProperty("verb", out var named) ? Scalar(named) : fields.GetValueOrDefault("verb").FirstOrDefault();
        return verb is { Length: > 0 } && fields.Count <= MaxFields
            ? new ButtonPress(
                verb,
                fields.GetValueOrDefault("ask").FirstOrDefault(),
                int.TryParse(fields.GetValueOrDefault("amendment"), CultureInfo.InvariantCulture, out var amendment) ? amendment : null,
                new FormCollection(fields))
            : null;
    }

    private static Dictionary<string, StringValues> ReadFields(JsonElement data)
    {
        var fields = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        foreach (var property in data.EnumerateObject())
        {
            if (Scalar(property.Value) is { } text)
            {
                fields[property.Name] = text;
            }
        }

        return fields;
    }

    private static string? Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };
}
