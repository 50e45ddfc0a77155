using System.Text.RegularExpressions;
using Workflow.Core.Documents;

namespace Workflow.Core.Policies.Holidays;

/// <summary>Reads and lints a document of holidays such as <c>policies/holidays/fr.yaml</c>.</summary>
internal static partial class HolidayReader
{
    // Rules are computed year by year; what lies further away is a slip of the pen.
    private const int Earliest = 2000;
    private const int Latest = 2199;

    /// <summary>The holidays, or null with every problem in the list.</summary>
    public static HolidayDocument? Read(string text, ProblemList problems)
    {
        if (YamlTree.Read(text, problems) is not { } root)
        {
            return null;
        }

        var read = new ValueReader(problems);
        var map = read.Map(root, "name", "source", "years", "holidays", "regions");
        read.Text(read.Need(map, "name"));
        ReadSource(read.Need(map, "source"), read);
        var (first, last) = ReadYears(read.Need(map, "years"), read);
        var document = new HolidayDocument(
            first,
            last,
            read.List(read.Need(map, "holidays"), n => ReadHoliday(n, first, last, read)),
            (read.Map(map?["regions"])?.Entries ?? []).ToDictionary(e => e.Key, e => ReadRegion(e.Value, first, last, read), StringComparer.Ordinal));
        return problems.HasErrors ? null : document;
    }

    private static IReadOnlyList<Holiday> ReadRegion(Node node, int first, int last, ValueReader read)
    {
        var map = read.Map(node, "name", "source", "holidays");
        read.Text(read.Need(map, "name"));
        if (map?["source"] is { } source)
        {
            ReadSource(source, read);
        }

        return read.List(read.Need(map, "holidays"), n => ReadHoliday(n, first, last, read));
    }

    // For the people who check the document; the product does not cite it.
    private static void ReadSource(Node? node, ValueReader read)
    {
        var map = read.Map(node, "title", "address");
        read.Text(read.Need(map, "title"));
        read.Text(read.Need(map, "address"));
    }

    private static (int First, int Last) ReadYears(Node? node, ValueReader read)
    {
        if (node is Node.Scalar { Text: var text } && YearsPattern().Match(text) is { Success: true } match)
        {
            var (first, last) = (int.Parse(match.Groups[1].ValueSpan, null), int.Parse(match.Groups[2].ValueSpan, null));
            if (first >= Earliest && last <= Latest && first <= last)
            {
                return (first, last);
            }
        }

        if (node is not null)
        {
            read.Problems.Error(node.Place, "These are not the years for which the holidays were checked.", "Write the first and the last as 2025-2030.");
        }

        return (Earliest, Earliest);
    }

    private static Holiday ReadHoliday(Node node, int first, int last, ValueReader read)
    {
        var map = read.Map(node, "name", "on", "dates", "shift", "since");
        var name = read.Text(read.Need(map, "name"));
        var shift = map?["shift"] is { } word ? read.Word<HolidayShift>(word) : HolidayShift.None;
        return new Holiday(name, ReadRule(map, first, last, read), shift, map?["since"] is { } since ? read.Year(since) : first - 1);
    }

    private static HolidayRule ReadRule(Node.Map? map, int first, int last, ValueReader read)
    {
        var (on, dates) = (map?["on"], map?["dates"]);
        if (map is not null && on is null == dates is null)
        {
            read.Problems.Error(map.Place, "A holiday has either a rule or dates.", "Write one of 'on' and 'dates'.");
        }

        if (dates is not null)
        {
            return new HolidayRule.Listed(read.List(dates, n => ReadDate(n, first, last, read)));
        }

        var rule = on is Node.Scalar { Text: var text } ? HolidayRuleText.Read(text) : null;
        if (on is not null && rule is null)
        {
            read.Problems.Error(on.Place, "This is no rule for a holiday.", HolidayRuleText.Remedy);
        }

        return rule ?? new HolidayRule.Listed([]);
    }

    private static DateOnly ReadDate(Node node, int first, int last, ValueReader read)
    {
        var day = read.Date(node);
        if (day != default && (day.Year < first || day.Year > last))
        {
            read.Problems.Error(node.Place, $"This day is not in the years {first} to {last}.", "Correct it, or 'years'.");
        }

        return day;
    }

    [GeneratedRegex("^([0-9]{4})-([0-9]{4})$")]
    private static partial Regex YearsPattern();
}
