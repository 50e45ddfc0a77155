using System.Text.Json;
using System.Text.Json.Nodes;
using EndToEnd.Crash;

namespace EndToEnd.Browser;

/// <summary>Declarations that the tests of pages send through the API.</summary>
internal static class Declarations
{
    /// <summary>One that only has to be noted.</summary>
    public static JsonObject Ordinary(string title) => JsonSerializer.SerializeToNode(Load.Declaration(title))!.AsObject();

    /// <summary>Makes it one for written approval by three roles: creative executive, legal and post supervisor.</summary>
    public static void Written(JsonObject declaration)
    {
        declaration["description"] =
            "We generate posters in the manner of a well-known painter and hang them in the corridor of the harbour office. "
            + "They are out of focus behind the actors and carry no story; the prop house repaints them before delivery.";
        declaration["inputs"] = "Six photographs of paintings, taken from the painter's catalogue.";
        declaration["p1"] = "no";
    }

    /// <summary>Makes it one that recreates somebody: their consents are demanded, and three roles decide, talent relations among them.</summary>
    public static void Depicting(JsonObject declaration)
    {
        declaration["description"] =
            "Two lines of the keeper were lost in the storm on set. We speak them anew with a voice made from her own takes, "
            + "word for word as in the script, and she hears them before the mix.";
        declaration["inputKinds"] = new JsonArray("own-or-licensed", "performer-material");
        declaration["use"] = "performance";
        declaration["peopleDepicted"] = new JsonArray("Mara Quill");
    }

    /// <summary>Makes it one that needs one person's judgement.</summary>
    public static void Review(JsonObject declaration) => declaration["p3"] = "unsure";
}
