using Workflow.Core.Documents;
using Workflow.Core.Policies;
using Workflow.Core.Policies.Holidays;

namespace Workflow.Core.People.Rosters;

/// <summary>Reads and lints a roster with the documents of holidays that it names.</summary>
public static class RosterReader
{
    /// <summary>Reads a roster. Pure: whoever calls has loaded the files.</summary>
    /// <param name="document">The roster.</param>
    /// <param name="parts">At least the documents that it names: see <see cref="DirectoryReader.PartsOf"/>.</param>
    public static RosterReading Read(DocumentText document, IReadOnlyList<DocumentText> parts)
    {
        var problems = new ProblemList(document.Name);
        if (YamlTree.Read(document.Text, problems) is not { } root)
        {
            return new RosterReading(null, problems.Items);
        }

        var read = new ValueReader(problems);
        var book = new HolidayBook(parts);
        var map = read.Map(root, "calendars", "office", "people", "productions", "admins");
        var calendars = Calendars(read, new CalendarReader(read, book), read.Need(map, "calendars"));
        var people = new RosterPersonReader(read, calendars);
        var productions = Entries(read, read.Need(map, "productions"));
        var roster = new Roster
        {
            Calendars = [.. calendars.Values],
            Office = people.Calendar(read.Need(map, "office")) ?? new BusinessCalendar("", [], []),
            People = people.Read(map?["people"]),
            Productions = [.. productions.Select(e => ReadProduction(read, e))],
            Admins = read.ObjectId(read.Need(map, "admins")),
        };

        LintRoles(roster, productions, problems);
        return new RosterReading(problems.HasErrors ? null : roster, [.. problems.Items, .. book.Problems]);
    }

    private static IReadOnlyList<Node.Entry> Entries(ValueReader read, Node? node) => read.Map(node)?.Entries ?? [];

    private static Dictionary<string, BusinessCalendar> Calendars(ValueReader read, CalendarReader reader, Node? node) =>
        Entries(read, node).ToDictionary(e => e.Key, e => reader.Read(e.Value), StringComparer.Ordinal);

    private static RosterProduction ReadProduction(ValueReader read, Node.Entry production) => new(
        production.Key, Entries(read, production.Value).ToDictionary(e => e.Key, e => ReadRole(read, e.Value), StringComparer.Ordinal));

    private static RosterRole? ReadRole(ValueReader read, Node node)
    {
        switch (node)
        {
            case Node.Scalar { Text: DirectoryReader.Nobody }:
                return null;
            case Node.Scalar:
                return new RosterRole(read.ObjectId(node), Guests: false);
            default:
                var map = read.Map(node, "group", "guests");
                return new RosterRole(read.ObjectId(read.Need(map, "group")), map?["guests"] is { } guests && read.Flag(guests));
        }
    }

    private static void LintRoles(Roster roster, IReadOnlyList<Node.Entry> places, ProblemList problems)
    {
        var roles = roster.Productions.SelectMany(p => p.Roles.Keys).Distinct().ToList();
        foreach (var (production, entry) in roster.Productions.Zip(places))
        {
            foreach (var role in roles.Where(role => !production.Roles.ContainsKey(role)))
            {
                problems.Warning(entry.Place, $"'{entry.Key}' has nobody for '{role}'.", $"Name a group, or write '{role}: {DirectoryReader.Nobody}'.");
            }
        }
    }
}
