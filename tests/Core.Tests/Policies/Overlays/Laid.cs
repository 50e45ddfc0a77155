using Workflow.Core.Policies;

namespace Core.Tests.Policies.Overlays;

/// <summary>The built-in policy with overlays laid over it.</summary>
internal static class Laid
{
    public const string SagAftra = "overlays/sag-aftra.yaml";
    public const string EuAiAct = "overlays/eu-ai-act-50.yaml";
    public const string California = "overlays/california.yaml";

    public static readonly string[] Packs = [SagAftra, EuAiAct, California];

    /// <summary>The policy with all three packs over it, in every production.</summary>
    public static Policy All { get; } = Sound(Packs);

    /// <summary>The policy that names these overlays; each as a line of YAML.</summary>
    public static Policy Sound(params string[] uses) => Read(uses, []).Policy ?? throw new InvalidOperationException(string.Join('\n', Read(uses, []).Problems));

    /// <summary>Reads it with overlays of the shipped text or, of the same name, of another one.</summary>
    public static PolicyReading Read(IReadOnlyList<string> uses, IReadOnlyList<DocumentText> others)
    {
        var document = BuiltIn.Document with { Text = $"{BuiltIn.Document.Text}\noverlays:\n{string.Concat(uses.Select(u => $"  - {u}\n"))}" };
        var shipped = PolicyReader.PartsOf(document).Where(name => others.All(o => o.Name != name)).Select(BuiltIn.TryLoad).OfType<DocumentText>();
        return PolicyReader.Read(document, [.. shipped, .. others]);
    }
}
