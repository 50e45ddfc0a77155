namespace EndToEnd.Crash;

/// <summary>A declaration that asks one person, as the JSON that the API takes.</summary>
internal static class Load
{
    public static object Declaration(string title) => new
    {
        name = "Lou Sender",
        email = "lou@crew.example",
        production = "The Lantern Coast",
        title,
        description = "Mood boards of a harbour at night, from our own words only, to talk about colour with the art department.",
        tools = new[] { new { name = "Sketcher", vendor = "Sketch Ltd", plan = "Enterprise", terms = "No training on inputs or outputs" } },
        inputKinds = new[] { "own-or-licensed" },
        use = "ideation",
        finalDeliverable = "no",
        p1 = "yes",
        p2 = "yes",
        p3 = "yes",
        p4 = "yes",
        p5 = "yes",
    };
}
