using System.Globalization;
using Workflow.Core.Documents;
using Workflow.Core.Policies;

namespace Workflow.Core.People;

/// <summary>Reads the absences of a person, in the local time of their zone.</summary>
internal sealed class AbsenceReader(ValueReader read)
{
    private const string Remedy = "Write a day as 2027-08-02, or a day and a time as 2027-08-02 13:00.";

    // Nobody plans further; and no arithmetic with such a day runs out of the calendar.
    private const int FirstYear = 2000;
    private const int LastYear = 2199;

    // Whoever is away for longer had better be replaced.
    private static readonly TimeSpan Long = TimeSpan.FromDays(366);

    /// <summary>The absences, ascending.</summary>
    /// <param name="node">A list of mappings; null when there are none.</param>
    /// <param name="zone">The person's.</param>
    public IReadOnlyList<Absence> Read(Node? node, TimeZoneInfo zone)
    {
        var absences = read.List(node, n => (Node: n, Absence: ReadOne(n, zone)))
            .Where(a => a.Absence is not null)
            .OrderBy(a => a.Absence!.From)
            .ToList();
        foreach (var (earlier, later) in absences.Zip(absences.Skip(1)))
        {
            if (later.Absence!.From < earlier.Absence!.Until)
            {
                read.Problems.Error(later.Node.Place, "Two absences of this person overlap.", "Join them, or correct their days.");
            }
        }

        return [.. absences.Select(a => a.Absence!)];
    }

    private Absence? ReadOne(Node node, TimeZoneInfo zone)
    {
        var map = read.Map(node, "from", "until", "note");
        var (fromNode, untilNode) = (read.Need(map, "from"), map?["until"]);
        if (map is not null && untilNode is null)
        {
            read.Problems.Error(map.Place, "This absence never ends.", "Write 'until', or 'active: no' for somebody who does not come back.");
        }

        var note = map?["note"] is { } written ? read.Text(written) : null;
        if (ReadMoment(fromNode, zone, lastDay: false) is not { } from || ReadMoment(untilNode, zone, lastDay: true) is not { } until)
        {
            return null;
        }

        if (until <= from)
        {
            read.Problems.Error(untilNode!.Place, "This absence ends before it starts.", "Make 'until' later than 'from'; a day counts to its end.");
            return null;
        }

        if (until - from > Long)
        {
            read.Problems.Warning(untilNode!.Place, "This absence is longer than a year.", "Give the role to somebody else meanwhile.");
        }

        return new Absence(from, until, note);
    }

    private DateTimeOffset? ReadMoment(Node? node, TimeZoneInfo zone, bool lastDay)
    {
        if (node is null)
        {
            return null;
        }

        var text = (node as Node.Scalar)?.Text ?? "";
        var wholeDay = DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment);
        if ((wholeDay || DateTime.TryParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out moment))
            && moment.Year is >= FirstYear and <= LastYear)
        {
            return zone.Instant(wholeDay && lastDay ? moment.AddDays(1) : moment);
        }

        read.Problems.Error(node.Place, "This is neither a day nor a time of a day.", Remedy);
        return null;
    }
}
