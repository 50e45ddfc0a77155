using Workflow.Core.Documents;
using Workflow.Core.Policies;

namespace Workflow.Core.People;

/// <summary>Reads the people of a directory document.</summary>
internal sealed class PersonReader(ValueReader read, IReadOnlyDictionary<string, BusinessCalendar> calendars, IReadOnlySet<string> known)
{
    private readonly AbsenceReader _absences = new(read);

    public DirectoryEntry Read(Node.Entry entry)
    {
        var map = read.Map(
            entry.Value, "name", "email", "language", "calendar", "deputies", "manager", "active", "absences", "external", "entra");
        var person = new Person(
            entry.Key,
            read.Text(read.Need(map, "name")),
            ReadAddress(read.Need(map, "email")),
            read.Text(read.Need(map, "language")),
            ReadCalendar(read.Need(map, "calendar")),
            map?["external"] is { } external && read.Flag(external));
        return new DirectoryEntry(
            person,
            read.List(map?["deputies"], n => StandIn(n, entry.Key)),
            map?["manager"] is { } manager ? StandIn(manager, entry.Key) : null,
            map?["active"] is not { } active || read.Flag(active),
            _absences.Read(map?["absences"], ZoneOf(person.Calendar)),
            map?["entra"] is { } account ? read.ObjectId(account) : null);
    }

    /// <summary>The id of somebody in the document.</summary>
    public string Reference(Node node)
    {
        var id = read.Text(node);
        if (id.Length > 0 && !known.Contains(id))
        {
            read.Problems.Error(node.Place, $"'{id}' is nobody in 'people'.", "Add the person, or correct the id.");
        }

        return id;
    }

    private string StandIn(Node node, string of)
    {
        var id = Reference(node);
        if (id == of)
        {
            read.Problems.Error(node.Place, "Nobody stands in for themselves.", "Name somebody else, or take this out.");
        }

        return id;
    }

    private string ReadAddress(Node? node)
    {
        var address = read.Text(node);
        if (node is not null && EmailAddress.Read(address) != address)
        {
            read.Problems.Error(node.Place, $"'{address}' is not an address.", "Write it in lower case, as name@domain.");
        }

        return address;
    }

    private BusinessCalendar ReadCalendar(Node? node)
    {
        var name = read.Text(node);
        if (calendars.TryGetValue(name, out var calendar))
        {
            return calendar;
        }

        if (node is not null)
        {
            read.Problems.Error(node.Place, $"The calendar '{name}' is not known.", $"Use one of: {string.Join(", ", calendars.Keys)}.");
        }

        return new BusinessCalendar("", [], []);
    }

    // An unknown zone has been reported already.
    private static TimeZoneInfo ZoneOf(BusinessCalendar calendar) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(calendar.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;
}
