using Workflow.Core.Documents;
using Workflow.Core.Policies;
using Workflow.Core.Policies.Holidays;

namespace Workflow.Core.People;

/// <summary>Reads and lints a directory document with the documents of holidays that it names.</summary>
public static class DirectoryReader
{
    /// <summary>In the place of an id: the role is there, and nobody holds it yet.</summary>
    internal const string Nobody = "nobody";

    /// <summary>Reads a directory. Pure: whoever calls has loaded the files.</summary>
    /// <param name="document">The directory document.</param>
    /// <param name="parts">At least the documents that it names: see <see cref="PartsOf"/>.</param>
    public static DirectoryReading Read(DocumentText document, IReadOnlyList<DocumentText> parts)
    {
        var problems = new ProblemList(document.Name);
        if (YamlTree.Read(document.Text, problems) is not { } root)
        {
            return new DirectoryReading(null, problems.Items);
        }

        var read = new ValueReader(problems);
        var book = new HolidayBook(parts);
        var calendars = new CalendarReader(read, book);
        var map = read.Map(root, "calendars", "people", "groups", "productions", "admins");
        var hours = Entries(read, read.Need(map, "calendars")).ToDictionary(e => e.Key, e => calendars.Read(e.Value), StringComparer.Ordinal);
        var people = Entries(read, read.Need(map, "people"));
        var known = people.Select(e => e.Key).ToHashSet(StringComparer.Ordinal);
        var reader = new PersonReader(read, hours, known);
        var groups = Entries(read, map?["groups"]).ToDictionary(e => e.Key, e => ReadGroup(e, known, reader, read), StringComparer.Ordinal);
        var productions = Entries(read, read.Need(map, "productions"));
        var directory = new DirectoryDocument
        {
            People = people.ToDictionary(e => e.Key, reader.Read, StringComparer.Ordinal),
            Productions = [.. productions.Select(e => ReadProduction(e, groups, reader, read))],
            Admins = read.List(read.Need(map, "admins"), reader.Reference),
        };

        if (!problems.HasErrors)
        {
            new DirectoryLinter(directory, people, productions, map!["admins"]!, problems).Lint();
        }

        return new DirectoryReading(problems.HasErrors ? null : directory, [.. problems.Items, .. book.Problems]);
    }

    /// <summary>The documents of holidays that a directory names, so that a caller can load them; empty when it cannot be read.</summary>
    public static IReadOnlyList<string> PartsOf(DocumentText document) =>
        YamlTree.Read(document.Text, new ProblemList(document.Name)) is Node.Map map && map["calendars"] is Node.Map calendars
            ? [.. calendars.Entries.SelectMany(e => CalendarReader.HolidaysOf(e.Value)).Distinct()]
            : [];

    private static IReadOnlyList<Node.Entry> Entries(ValueReader read, Node? node) => read.Map(node)?.Entries ?? [];

    private static IReadOnlyList<string> ReadGroup(Node.Entry entry, HashSet<string> people, PersonReader reader, ValueReader read)
    {
        if (people.Contains(entry.Key) || entry.Key == Nobody)
        {
            read.Problems.Error(entry.Place, $"'{entry.Key}' cannot be the name of a group.", "Choose a word that is nobody's id.");
        }

        if (entry.Value is Node.Sequence { Items.Count: 0 })
        {
            read.Problems.Error(entry.Value.Place, "This group has no members.", "Name somebody, or take the group out.");
        }

        return read.List(entry.Value, reader.Reference);
    }

    private static DirectoryProduction ReadProduction(
        Node.Entry entry, Dictionary<string, IReadOnlyList<string>> groups, PersonReader reader, ValueReader read) =>
        new(entry.Key, Entries(read, entry.Value).ToDictionary(e => e.Key, e => Holders(e.Value, groups, reader), StringComparer.Ordinal));

    private static IReadOnlyList<string> Holders(
        Node node, Dictionary<string, IReadOnlyList<string>> groups, PersonReader reader) => node switch
        {
            Node.Scalar { Text: Nobody } => [],
            Node.Scalar { Text: var name } when groups.TryGetValue(name, out var members) => members,
            _ => [reader.Reference(node)],
        };
}
