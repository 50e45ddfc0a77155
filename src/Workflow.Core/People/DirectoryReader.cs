using Workflow.Core.Documents;
using Workflow.Core.Policies;

namespace Workflow.Core.People;

/// <summary>Reads and lints a directory document.</summary>
public static class DirectoryReader
{
    /// <summary>Reads a directory. Pure: whoever calls has loaded the file.</summary>
    public static DirectoryReading Read(DocumentText document)
    {
        var problems = new ProblemList(document.Name);
        if (YamlTree.Read(document.Text, problems) is not { } root)
        {
            return new DirectoryReading(null, problems.Items);
        }

        var read = new ValueReader(problems);
        var map = read.Map(root, "calendars", "people", "productions", "admins");
        var calendars = Entries(read, map, "calendars").ToDictionary(e => e.Key, e => CalendarReader.Read(e.Value, read), StringComparer.Ordinal);
        var people = Entries(read, map, "people");
        var known = people.Select(e => e.Key).ToHashSet(StringComparer.Ordinal);
        var directory = new DirectoryDocument
        {
            People = people.ToDictionary(e => e.Key, e => ReadPerson(e, calendars, known, read), StringComparer.Ordinal),
            Productions = [.. Entries(read, map, "productions").Select(e => ReadProduction(e, known, read))],
            Admins = read.List(read.Need(map, "admins"), n => Reference(n, known, read)),
        };

        LintAddresses(people, directory, read);
        return new DirectoryReading(problems.HasErrors ? null : directory, problems.Items);
    }

    private static IReadOnlyList<Node.Entry> Entries(ValueReader read, Node.Map? map, string key) =>
        read.Map(read.Need(map, key))?.Entries ?? [];

    private static DirectoryEntry ReadPerson(
        Node.Entry entry, Dictionary<string, BusinessCalendar> calendars, HashSet<string> known, ValueReader read)
    {
        var map = read.Map(entry.Value, "name", "email", "language", "calendar", "deputies", "manager", "active");
        var email = read.Need(map, "email");
        var address = read.Text(email);
        if (email is not null && (address.Count(c => c == '@') != 1 || address.Any(c => char.IsWhiteSpace(c) || char.IsAsciiLetterUpper(c)) || address[0] is '@' || address[^1] is '@'))
        {
            read.Problems.Error(email.Place, $"'{address}' is not an address.", "Write it in lower case, as name@domain.");
        }

        var calendar = read.Need(map, "calendar");
        var name = read.Text(calendar);
        if (!calendars.TryGetValue(name, out var hours) && calendar is not null)
        {
            read.Problems.Error(calendar.Place, $"The calendar '{name}' is not known.", $"Use one of: {string.Join(", ", calendars.Keys)}.");
        }

        var person = new Person(entry.Key, read.Text(read.Need(map, "name")), address, read.Text(read.Need(map, "language")), hours!);
        return new DirectoryEntry(
            person,
            read.List(map?["deputies"], n => Stand(n, entry.Key, known, read)),
            map?["manager"] is { } manager ? Stand(manager, entry.Key, known, read) : null,
            map?["active"] is not { } active || read.Flag(active));
    }

    private static DirectoryProduction ReadProduction(Node.Entry entry, HashSet<string> known, ValueReader read) =>
        new(entry.Key, (read.Map(entry.Value)?.Entries ?? []).ToDictionary(e => e.Key, e => Reference(e.Value, known, read), StringComparer.Ordinal));

    private static string Stand(Node node, string of, HashSet<string> known, ValueReader read)
    {
        var id = Reference(node, known, read);
        if (id == of)
        {
            read.Problems.Error(node.Place, "Nobody stands in for themselves.", "Name somebody else, or take this out.");
        }

        return id;
    }

    private static string Reference(Node node, HashSet<string> known, ValueReader read)
    {
        var id = read.Text(node);
        if (id.Length > 0 && !known.Contains(id))
        {
            read.Problems.Error(node.Place, $"'{id}' is nobody in 'people'.", "Add the person, or correct the id.");
        }

        return id;
    }

    // A link mailed to a shared address would let one person decide as another.
    private static void LintAddresses(IReadOnlyList<Node.Entry> people, DirectoryDocument directory, ValueReader read)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in people)
        {
            var email = directory.People[entry.Key].Person.Email;
            if (email.Length > 0 && !seen.TryAdd(email, entry.Key))
            {
                read.Problems.Error(entry.Place, $"'{entry.Key}' has the same address as '{seen[email]}'.", "Give each person their own.");
            }
        }
    }
}
