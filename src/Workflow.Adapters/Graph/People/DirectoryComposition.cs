using Workflow.Core.People;
using Workflow.Core.People.Rosters;
using Workflow.Core.Policies;

namespace Workflow.Adapters.Graph.People;

/// <summary>Makes a directory of what a roster says and what Graph knows. Pure.</summary>
internal sealed class DirectoryComposition(Roster roster, KnownPeople known)
{
    // Whom the roster lets in: members of a role that takes guests, and who is named as somebody's deputy.
    private readonly HashSet<string> _guests = [.. roster.Roles.Where(role => role.Guests).SelectMany(known.Holders), .. roster.Deputies];

    private readonly HashSet<string> _shared =
    [
        .. known.People.Values.Where(p => p is { IsEnabled: true, Email: not null })
            .GroupBy(p => p.Email!).Where(g => g.Count() > 1).Select(g => g.Key),
    ];

    /// <summary>The directory. Whoever has no address of their own counts as left: they could not be asked, or somebody else could answer.</summary>
    public DirectoryDocument Compose() => new()
    {
        People = known.People.ToDictionary(p => p.Key, p => Entry(p.Key, p.Value), StringComparer.Ordinal),
        Productions =
        [
            .. roster.Productions.Select(p => new DirectoryProduction(
                p.Name, p.Roles.ToDictionary(r => r.Key, r => r.Value is null ? [] : known.Holders(r.Value), StringComparer.Ordinal))),
        ],

        // Who sees every request as an admin is of the house.
        Admins = [.. known.Groups[roster.Admins].Where(id => !known.People[id].IsGuest)],
    };

    /// <summary>How many guests are members of groups whose roles are not for guests.</summary>
    public int GuestsLeftOut() => roster.Roles
        .Where(role => !role.Guests).SelectMany(role => known.Groups[role.Group])
        .Concat(known.Groups[roster.Admins]).Distinct().Count(id => known.People[id].IsGuest);

    /// <summary>How many can sign in and have no address of their own.</summary>
    public int WithoutAddress() => known.People.Values.Count(p => p.IsEnabled && !HasAddress(p));

    private DirectoryEntry Entry(string id, KnownPerson person)
    {
        var calendar = CalendarOf(id, person.Mailbox);
        return new DirectoryEntry(
            new Person(id, person.Name, person.Email ?? "", person.Mailbox?.Language ?? person.Language ?? "en", calendar, person.IsGuest),
            roster.People.GetValueOrDefault(id)?.Deputies ?? [],
            person.Manager is { } manager && known.People.TryGetValue(manager, out var of) && !of.IsGuest ? manager : null,
            person.IsEnabled && HasAddress(person) && (!person.IsGuest || _guests.Contains(id)),
            Absences(person.Mailbox?.Away, calendar),
            id);
    }

    private bool HasAddress(KnownPerson person) => person.Email is { } email && !_shared.Contains(email);

    private BusinessCalendar CalendarOf(string id, KnownMailbox? mailbox)
    {
        if (roster.People.GetValueOrDefault(id)?.Calendar is { } named)
        {
            return named;
        }

        return mailbox?.TimeZone is { } zone
            ? new BusinessCalendar(zone, mailbox.Week is { Count: > 0 } week ? week : roster.Office.Week, HolidaysIn(zone))
            : roster.Office;
    }

    private IReadOnlyList<DateOnly> HolidaysIn(string zone) => roster.Calendars.FirstOrDefault(c => c.TimeZone == zone)?.Holidays ?? [];

    private IReadOnlyList<Absence> Absences(KnownReplies? away, BusinessCalendar calendar) => away switch
    {
        null => [],
        { Until: { } until } => [new Absence(away.From ?? DateTimeOffset.MinValue, until, null)],
        _ => [new Absence(DateTimeOffset.MinValue, calendar.ReturnOfUnknown(known.MailboxesReadAt), null)],
    };
}
