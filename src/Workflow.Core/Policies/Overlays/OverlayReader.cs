using Workflow.Core.Classification;
using Workflow.Core.Documents;

namespace Workflow.Core.Policies.Overlays;

/// <summary>Reads the overlays that a policy names, and lints each as laid over the policy and those before it.</summary>
/// <param name="read">Of the policy document, for what it says of its overlays.</param>
/// <param name="parts">At least the documents that it names.</param>
internal sealed class OverlayReader(ValueReader read, IReadOnlyList<DocumentText> parts)
{
    private readonly List<PolicyProblem> _problems = [];

    /// <summary>What is wrong in the overlays themselves; what is wrong in how the policy names them is among its own problems.</summary>
    public IReadOnlyList<PolicyProblem> Problems => _problems;

    /// <summary>The documents that a policy names under <c>overlays</c>, each once.</summary>
    public static IEnumerable<string> FilesOf(Node? overlays) =>
        (overlays is Node.Sequence list ? list.Items : overlays is null ? [] : [overlays]).Select(FileOf).OfType<Node.Scalar>().Select(f => f.Text).Distinct();

    /// <summary>The policy with its overlays; null when something is wrong with one of them.</summary>
    /// <param name="node">The policy's <c>overlays</c>.</param>
    /// <param name="policy">The policy without them, sound: an overlay is judged as laid over it.</param>
    public Policy? Lay(Node? node, Policy policy)
    {
        var uses = Read(node, policy);
        return read.Problems.HasErrors || _problems.Exists(p => p.Severity is Severity.Error) ? null : policy.Under(uses);
    }

    private List<OverlayUse> Read(Node? node, Policy policy)
    {
        var uses = new List<OverlayUse>();
        foreach (var one in read.List(node, n => n))
        {
            var map = one is Node.Map ? read.Map(one, "file", "productions", "settings") : null;
            var file = FileOf(one) ?? read.Need(map, "file");
            var name = read.Text(file);
            if (parts.FirstOrDefault(p => p.Name == name) is not { } document)
            {
                read.Problems.Error(one.Place, $"The overlay '{name}' was not found.", "Put it beside the policy, or take this line out.");
            }
            else if (Read(document, map?["settings"], policy, uses) is { } overlay)
            {
                uses.Add(new OverlayUse(overlay, read.List(map?["productions"], read.Text)));
            }
        }

        return uses;
    }

    private static Node? FileOf(Node use) => use is Node.Map map ? map["file"] : use;

    private Overlay? Read(DocumentText document, Node? given, Policy policy, List<OverlayUse> others)
    {
        var problems = new ProblemList(document.Name);
        var overlay = YamlTree.Read(document.Text, problems) is { } root ? Read(root, given, problems, policy, others) : null;
        _problems.AddRange(problems.Items);
        return problems.HasErrors ? null : overlay;
    }

    private Overlay Read(Node root, Node? given, ProblemList problems, Policy policy, List<OverlayUse> others)
    {
        var reader = new ValueReader(problems);
        var values = ValuesOf((root as Node.Map)?["settings"], given, reader);
        var filled = Settings.Fill(root, values, problems);
        var overlay = Read(reader.Map(
            filled, "id", "version", "title", "source", "settings", "rules", "seats", "consent", "conditions", "approval-validity", "translations"), reader);
        if (!problems.HasErrors)
        {
            new OverlayLinter(overlay, policy, new DocumentPlaces(filled, problems)).Lint([.. others.Select(o => o.Overlay)]);
        }

        return overlay;
    }

    // The values of the document, with those of the policy in their place.
    private Dictionary<string, string> ValuesOf(Node? settings, Node? given, ValueReader reader)
    {
        var values = (reader.Map(settings)?.Entries ?? []).ToDictionary(e => e.Key, e => reader.Text(e.Value), StringComparer.Ordinal);
        foreach (var entry in read.Map(given)?.Entries ?? [])
        {
            if (!values.ContainsKey(entry.Key))
            {
                read.Problems.Error(entry.Place, $"The overlay has no setting '{entry.Key}'.", $"It has: {string.Join(", ", values.Keys)}.");
            }

            values[entry.Key] = read.Text(entry.Value);
        }

        return values;
    }

    private static Overlay Read(Node.Map? map, ValueReader read)
    {
        var routes = new RouteReader(read);
        return new Overlay
        {
            Id = read.Text(read.Need(map, "id")),
            Version = read.Text(read.Need(map, "version")),
            Title = read.Text(read.Need(map, "title")),
            Source = PolicyParts.ReadSource(read.Need(map, "source"), read),
            Rules = read.List(map?["rules"], new RuleReader(read).Read),
            Seats = read.List(map?["seats"], routes.ReadSeat),
            Consent = map?["consent"] is { } consent ? routes.ReadConsent(consent) : null,
            Conditions = read.List(map?["conditions"], n => ReadCondition(n, read)),
            ApprovalValidity = map?["approval-validity"] is { } validity ? read.Days(validity) : null,
            Translations = PolicyParts.ReadTranslations(map?["translations"], read),
        };
    }

    private static ConditionTemplate ReadCondition(Node node, ValueReader read)
    {
        var map = read.Map(node, "text", "source", "when", "rules", "owner");
        return new ConditionTemplate(
            read.Text(read.Need(map, "text")),
            read.Text(read.Need(map, "source")),
            read.List(map?["when"], read.Word<FindingCode>),
            read.List(map?["rules"], read.Text),
            map?["owner"] is { } owner ? read.Text(owner) : null);
    }
}
