using Workflow.Core.Documents;
using Workflow.Core.Policies;

namespace Workflow.Core.People.Rosters;

/// <summary>Reads what a roster says of single people.</summary>
internal sealed class RosterPersonReader(ValueReader read, IReadOnlyDictionary<string, BusinessCalendar> calendars)
{
    /// <summary>The people by object id; none when there is nothing to say of anybody.</summary>
    public IReadOnlyDictionary<string, RosterPerson> Read(Node? node)
    {
        var people = new Dictionary<string, RosterPerson>(StringComparer.Ordinal);
        foreach (var entry in read.Map(node)?.Entries ?? [])
        {
            var id = read.ObjectId(new Node.Scalar(entry.Key, entry.Place, entry.Key));
            if (!people.TryAdd(id, ReadOne(entry.Value, id)))
            {
                read.Problems.Error(entry.Place, "This person is named twice.", "Join the two.");
            }
        }

        LintCircles(node as Node.Map, people);
        return people;
    }

    /// <summary>The calendar that a node names; null, with a problem, when there is none of this name.</summary>
    public BusinessCalendar? Calendar(Node? node)
    {
        var name = read.Text(node);
        if (calendars.TryGetValue(name, out var calendar))
        {
            return calendar;
        }

        if (name.Length > 0)
        {
            read.Problems.Error(node!.Place, $"The calendar '{name}' is not known.", $"Use one of: {string.Join(", ", calendars.Keys)}.");
        }

        return null;
    }

    private RosterPerson ReadOne(Node node, string of)
    {
        var map = read.Map(node, "calendar", "deputies");
        return new RosterPerson(Calendar(map?["calendar"]), read.List(map?["deputies"], n => Deputy(n, of)));
    }

    private string Deputy(Node node, string of)
    {
        var id = read.ObjectId(node);
        if (id == of && id.Length > 0)
        {
            read.Problems.Error(node.Place, "Nobody stands in for themselves.", "Name somebody else, or take this out.");
        }

        return id;
    }

    private void LintCircles(Node.Map? map, Dictionary<string, RosterPerson> people)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in map?.Entries ?? [])
        {
            if (Circle.From(entry.Key.ToLowerInvariant(), id => people.GetValueOrDefault(id)?.Deputies ?? []) is { } round && !round.Exists(told.Contains))
            {
                told.UnionWith(round);
                read.Problems.Warning(entry.Place, $"These stand in for each other: {string.Join(", ", round)}.", "Name a deputy from outside for when all are away.");
            }
        }
    }
}
