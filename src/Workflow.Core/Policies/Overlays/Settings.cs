using System.Text.RegularExpressions;
using Workflow.Core.Documents;

namespace Workflow.Core.Policies.Overlays;

/// <summary>
/// What a document leaves to whoever uses it: a name in braces stands for a value, such as <c>{notice}</c> for
/// <c>48 hours</c>. So what is uncertain in a source is a setting and no claim.
/// </summary>
internal static partial class Settings
{
    /// <summary>The document with values in place of names.</summary>
    /// <param name="node">The document or a part of it.</param>
    /// <param name="values">By name.</param>
    /// <param name="problems">Told of names that have no value.</param>
    public static Node Fill(Node node, IReadOnlyDictionary<string, string> values, ProblemList problems) => node switch
    {
        Node.Scalar scalar => scalar with { Text = Fill(scalar.Text, values, scalar.Place, problems) },
        Node.Sequence sequence => sequence with { Items = [.. sequence.Items.Select(item => Fill(item, values, problems))] },
        Node.Map map => map with { Entries = [.. map.Entries.Select(e => e with { Key = Fill(e.Key, values, e.Place, problems), Value = Fill(e.Value, values, problems) })] },
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    private static string Fill(string text, IReadOnlyDictionary<string, string> values, Place place, ProblemList problems) =>
        Name().Replace(text, match =>
        {
            if (values.TryGetValue(match.Groups[1].Value, out var value))
            {
                return value;
            }

            problems.Error(place, $"There is no setting '{match.Groups[1].Value}'.", "Add it under 'settings' with its value, or take the braces out.");
            return match.Value;
        });

    [GeneratedRegex(@"\{([a-z0-9-]+)\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
