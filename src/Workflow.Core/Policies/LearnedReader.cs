using Workflow.Core.Classification;
using Workflow.Core.Classification.Learned;
using Workflow.Core.Documents;
using Workflow.Core.Requests;

namespace Workflow.Core.Policies;

/// <summary>Reads how a policy listens to a learned model.</summary>
internal sealed class LearnedReader(ValueReader read, IReadOnlyList<DocumentText> parts)
{
    /// <summary>The name of the model's document, as a policy gives it; null when it names none.</summary>
    public static string? ModelOf(Node? learned) => ((learned as Node.Map)?["model"] as Node.Scalar)?.Text;

    /// <summary>Reads it; null when the policy has none, or nothing to listen with.</summary>
    /// <param name="node">The part of the policy.</param>
    /// <param name="rules">Its rules: what is heard demands what they demand for the same finding.</param>
    /// <param name="findings">Its findings, with their sources.</param>
    public LearnedSignal? Read(Node? node, IReadOnlyList<Rule> rules, IReadOnlyDictionary<FindingCode, Clause> findings)
    {
        var map = read.Map(node, "model", "findings");
        var heard = read.Map(read.Need(map, "findings"))?.Entries ?? [];
        if (read.Need(map, "model") is not { } name || ReadModel(name) is not { } model)
        {
            return null;
        }

        var listening = new Dictionary<FindingCode, Listening>();
        foreach (var entry in heard)
        {
            if (Wire.ReadExactly<FindingCode>(entry.Key) is { } code && findings.TryGetValue(code, out var clause))
            {
                listening[code] = ReadListening(entry.Value, Rule.StrictestFor(code, rules), clause.Source);
            }
            else
            {
                read.Problems.Error(entry.Place, $"'{entry.Key}' is no finding of this policy.", $"Use one of: {string.Join(", ", Wire.All<FindingCode>())}.");
            }
        }

        return new LearnedSignal(model, listening);
    }

    private LearnedModel? ReadModel(Node node)
    {
        var name = read.Text(node);
        if (parts.FirstOrDefault(p => p.Name == name) is not { } document)
        {
            read.Problems.Error(node.Place, $"The learned model '{name}' was not found.", "Put it beside the policy, or take 'learned' out.");
            return null;
        }

        if (ModelText.Read(document) is not { } model)
        {
            read.Problems.Error(node.Place, $"'{name}' is no learned model of this version of the program.", "Write it with 'approvals policy train'.");
            return null;
        }

        return model;
    }

    private Listening ReadListening(Node node, Tier tier, string source)
    {
        var map = read.Map(node, "raise-at", "doubt-at", "doubt");
        var raiseAt = map?["raise-at"] is { } raise ? read.Number(raise) : (double?)null;
        var doubtAt = read.Number(read.Need(map, "doubt-at"));
        if (raiseAt < doubtAt)
        {
            read.Problems.Error(map!.Place, "It raises a finding where it would not even doubt.", "Give 'raise-at' at least the value of 'doubt-at'.");
        }

        return new Listening(raiseAt, doubtAt, read.Text(read.Need(map, "doubt")), tier, source);
    }
}
