using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EndToEnd.Infrastructure;

/// <summary>What <c>eng/Bicep</c> made of <c>infra/</c>.</summary>
internal static class Compiled
{
    /// <summary>The template as it is deployed.</summary>
    public static string Template() => Read("main.json");

    /// <summary>Every resource as it would be deployed with every switch on; what only Azure knows stays an expression.</summary>
    public static IReadOnlyList<JsonObject> Resources() =>
        [.. JsonNode.Parse(Read("every-switch.snapshot.json"))!["predictedResources"]!.AsArray().Select(r => r!.AsObject())];

    /// <summary>Those of one type.</summary>
    public static IReadOnlyList<JsonObject> Resources(string type)
    {
        var found = Resources().Where(r => r.Text("type") == type).ToList();
        Assert.NotEmpty(found);
        return found;
    }

    /// <summary>A template with the templates of its modules, each module once for each time it is used.</summary>
    public static IEnumerable<JsonElement> Templates(JsonElement template)
    {
        yield return template;
        var resources = template.GetProperty("resources");
        var listed = resources.ValueKind is JsonValueKind.Array
            ? resources.EnumerateArray().ToList()
            : [.. resources.EnumerateObject().Select(p => p.Value)];
        var modules = listed.Where(r => r.TryGetProperty("type", out var type) && type.GetString() == "Microsoft.Resources/deployments");
        foreach (var nested in modules.SelectMany(m => Templates(m.GetProperty("properties").GetProperty("template"))))
            yield return nested;
    }

    /// <summary>The value at a path of property names, as text; null when there is none.</summary>
    public static string? Text(this JsonNode? node, params string[] path) =>
        path.Aggregate(node, (at, name) => at?[name])?.ToString();

    private static string Read(string file)
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture is System.Runtime.InteropServices.Architecture.X64,
            "The Bicep package is for Linux on x64 alone.");
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Approvals.sln")))
            root = root.Parent ?? throw new InvalidOperationException("The tests do not lie within the repository.");
        return File.ReadAllText(Path.Combine(root.FullName, "artifacts", "infra", file));
    }
}
