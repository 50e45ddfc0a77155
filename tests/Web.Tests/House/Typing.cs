namespace Web.Tests.House;

/// <summary>What people type into the form.</summary>
internal static class Typing
{
    /// <summary>A declaration with nothing missing.</summary>
    public static IReadOnlyList<(string Name, string? Value)> Complete { get; } =
    [
        ("name", "Robin Vale"),
        ("email", "robin@artdept.example"),
        ("language", "fr"),
        ("production", "The Lantern Coast"),
        ("title", "Mood boards for the harbour"),
        ("description", "Mood boards of a harbour at night,\nfor discussion only."),
        ("use", "ideation"),
        ("finalDeliverable", "no"),
        ("tools[0].name", "Sketcher"),
        ("tools[0].plan", "Enterprise"),
        ("p1", "yes"),
        ("p2", "yes"),
        ("p3", "yes"),
        ("p4", "yes"),
        ("p5", "yes"),
    ];

    /// <summary>The same with some fields typed otherwise.</summary>
    public static IReadOnlyList<(string Name, string? Value)> But(params IReadOnlyList<(string Name, string? Value)> others) =>
        [.. Complete.Where(c => others.All(o => o.Name != c.Name)), .. others];
}
