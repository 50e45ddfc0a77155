using Workflow.Core.Documents;

namespace Workflow.Core.Policies;

/// <summary>Reads what policies and overlays have in common besides their rules.</summary>
internal static class PolicyParts
{
    /// <summary>The guidance that a document encodes.</summary>
    public static PolicySource ReadSource(Node? node, ValueReader read)
    {
        var map = read.Map(node, "title", "address", "read");
        var address = read.Need(map, "address");
        if (!Uri.TryCreate(read.Text(address), UriKind.Absolute, out var uri) && address is not null)
        {
            read.Problems.Error(address.Place, "This is not an address.", "Write it in full, with https://.");
        }

        return new PolicySource(read.Text(read.Need(map, "title")), uri ?? new Uri("about:blank"), read.Date(read.Need(map, "read")));
    }

    /// <summary>What people read, for those who read another language.</summary>
    public static Dictionary<string, IReadOnlyDictionary<string, string>> ReadTranslations(Node? node, ValueReader read) =>
        (read.Map(node)?.Entries ?? []).ToDictionary(
            language => language.Key,
            language => (IReadOnlyDictionary<string, string>)(read.Map(language.Value)?.Entries ?? [])
                .ToDictionary(text => text.Key, text => read.Text(text.Value), StringComparer.Ordinal),
            StringComparer.Ordinal);

    /// <summary>Says which texts are translated that nobody reads, and which are not.</summary>
    public static void LintTranslations(
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> translations, IReadOnlySet<string> all, DocumentPlaces places)
    {
        foreach (var (language, texts) in translations)
        {
            foreach (var stale in texts.Keys.Where(t => !all.Contains(t)))
            {
                places.Error($"translations.{language}", $"Nothing in this policy reads '{stale}'.", "Correct it to the policy's own words, or take it out.");
            }

            foreach (var missing in all.Where(t => !texts.ContainsKey(t)))
            {
                places.Warning($"translations.{language}", $"'{missing}' is not translated.", "Add it, or people read it as it stands.");
            }
        }
    }
}
