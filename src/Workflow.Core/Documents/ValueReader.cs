using System.Globalization;
using System.Text.RegularExpressions;
using Workflow.Core.Requests;

namespace Workflow.Core.Documents;

/// <summary>
/// Gives parts of a document their meaning, from closed vocabularies. Whatever is wrong becomes a problem and a
/// harmless default, so that reading goes on and the author sees every problem at once.
/// </summary>
internal sealed partial class ValueReader(ProblemList problems)
{
    public ProblemList Problems { get; } = problems;

    /// <summary>A mapping with these keys and no others; null when it is not one.</summary>
    public Node.Map? Map(Node? node, params ReadOnlySpan<string> keys)
    {
        var map = Map(node);
        foreach (var entry in map?.Entries ?? [])
        {
            if (!keys.Contains(entry.Key))
            {
                Problems.Error(entry.Place, $"'{entry.Key}' is not known here.", $"Use one of: {string.Join(", ", keys)}.");
            }
        }

        return map;
    }

    /// <summary>A mapping with keys of the author's choice.</summary>
    public Node.Map? Map(Node? node)
    {
        if (node is null or Node.Map)
        {
            return node as Node.Map;
        }

        Problems.Error(node.Place, "A mapping is expected here.", "Write 'key: value' lines, indented.");
        return null;
    }

    /// <summary>The value of a key that must be there.</summary>
    public Node? Need(Node.Map? map, string key)
    {
        var value = map?[key];
        if (map is not null && value is null)
        {
            Problems.Error(map.Place, $"'{key}' is missing.", $"Add '{key}:' to this part.");
        }

        return value;
    }

    /// <summary>Text that is not blank.</summary>
    public string Text(Node? node)
    {
        var text = (node as Node.Scalar)?.Text.Trim() ?? "";
        if (node is not null && text.Length == 0)
        {
            Problems.Error(node.Place, "Text is expected here.", "Write one value on this line.");
        }

        return text;
    }

    /// <summary>An Entra object id, in lower case.</summary>
    public string ObjectId(Node? node)
    {
        var text = Text(node);
        if (Guid.TryParseExact(text, "D", out var id))
        {
            return id.ToString("D");
        }

        if (text.Length > 0)
        {
            Problems.Error(node!.Place, $"'{text}' is not an Entra object id.", "Copy the object id from its page in Entra: 36 characters with four hyphens.");
        }

        return "";
    }

    /// <summary>A list; a single value counts as a list of one.</summary>
    public IReadOnlyList<T> List<T>(Node? node, Func<Node, T> item)
    {
        switch (node)
        {
            case null:
                return [];
            case Node.Sequence sequence:
                return [.. sequence.Items.Select(item)];
            case Node.Scalar scalar:
                return [item(scalar)];
            default:
                Problems.Error(node.Place, "A list is expected here.", "Write '- item' lines or [a, b].");
                return [];
        }
    }

    /// <summary>A word of an enumeration's vocabulary.</summary>
    public T Word<T>(Node? node)
        where T : struct, Enum => Read(node, text => Wire.ReadExactly<T>(text), $"Use one of: {string.Join(", ", Wire.All<T>())}.");

    /// <summary>A day, ISO 8601.</summary>
    public DateOnly Date(Node? node) =>
        Read<DateOnly>(node, text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null, "Write a date as 2025-11-11.");

    /// <summary>A time of the day.</summary>
    public TimeOnly Time(Node? node) =>
        Read<TimeOnly>(node, text => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null, "Write a time as 09:30.");

    /// <summary>A number with a decimal point.</summary>
    public double Number(Node? node) =>
        Read<double>(node, text => double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null, "Write a number as 0.5.");

    /// <summary>A count, from 1 to 1000.</summary>
    public int Count(Node? node) =>
        Read<int>(node, text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= 1000 ? count : null, "Write a whole number from 1 to 1000.");

    /// <summary>A year.</summary>
    public int Year(Node? node) =>
        Read<int>(node, text => text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null, "Write a year as 2026.");

    /// <summary>Yes or no.</summary>
    public bool Flag(Node? node) =>
        Read<bool>(node, text => text switch { "yes" or "true" => true, "no" or "false" => false, _ => null }, "Write yes or no.");

    /// <summary>Working time, such as <c>16 business hours</c>.</summary>
    public TimeSpan BusinessHours(Node? node) =>
        Read<TimeSpan>(node, text => Amount(BusinessHoursText(), text, 2000) is { } hours ? TimeSpan.FromHours(hours) : null, "Write working time as '16 business hours', from 1 to 2000.");

    /// <summary>Calendar time, such as <c>365 days</c>.</summary>
    public TimeSpan Days(Node? node) =>
        Read<TimeSpan>(node, text => Amount(DaysText(), text, 36_500) is { } days ? TimeSpan.FromDays(days) : null, "Write calendar time as '365 days', from 1 to 36500.");

    private T Read<T>(Node? node, Func<string, T?> parse, string remedy)
        where T : struct
    {
        if (node is null)
        {
            return default;
        }

        if (node is Node.Scalar scalar && parse(scalar.Text) is { } value)
        {
            return value;
        }

        Problems.Error(node.Place, node is Node.Scalar { Text: var text } ? $"'{text}' is not known here." : "One value is expected here.", remedy);
        return default;
    }

    private static int? Amount(Regex pattern, string text, int most) =>
        pattern.Match(text) is { Success: true } match
        && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var amount)
        && amount >= 1 && amount <= most ? amount : null;

    [GeneratedRegex("^([0-9]{1,5}) business hours?$")]
    private static partial Regex BusinessHoursText();

    [GeneratedRegex("^([0-9]{1,5}) days?$")]
    private static partial Regex DaysText();
}
