using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TeamsPackage;

/// <summary>Fills the placeholders of <c>manifest.json</c>.</summary>
internal static partial class Manifest
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The manifest of an installation, as JSON.</summary>
    /// <remarks>Values are put into parsed strings, so that no value can add a property.</remarks>
    public static string Of(Installation installation)
    {
        var values = new Dictionary<string, string>
        {
            ["version"] = Assembly.GetExecutingAssembly().GetName().Version!.ToString(3),
            ["botId"] = installation.BotId.ToString(),
            ["siteUrl"] = installation.Site.AbsoluteUri,
            ["siteHost"] = installation.Site.Host,
            ["owner"] = installation.Owner,
            ["privacyUrl"] = installation.Privacy.AbsoluteUri,
            ["termsUrl"] = installation.Terms.AbsoluteUri,
            ["accentColor"] = Icons.Accent.ToString(),
        };
        using var template = Assembly.GetExecutingAssembly().GetManifestResourceStream("manifest.json")!;
        return Filled(JsonNode.Parse(template)!, values)!.ToJsonString(Readable) + "\n";
    }

    private static JsonNode? Filled(JsonNode? node, Dictionary<string, string> values) => node switch
    {
        JsonObject o => new JsonObject(o.Select(p => KeyValuePair.Create(p.Key, Filled(p.Value, values)))),
        JsonArray a => new JsonArray([.. a.Select(item => Filled(item, values))]),
        JsonValue v when v.TryGetValue<string>(out var text) =>
            JsonValue.Create(Placeholder().Replace(text, found => values[found.Groups["name"].Value])),
        _ => node?.DeepClone(),
    };

    [GeneratedRegex(@"\{\{(?<name>\w+)\}\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Placeholder();
}
