using Workflow.Core.Documents;
using Workflow.Core.Policies;

namespace Workflow.Core.People.Rosters;

/// <summary>
/// Which Entra group fills which role, and what Entra does not know of people: who stands in for whom, and the days off
/// where they work. See <c>policies/people.yaml</c>. Made by <see cref="RosterReader"/>.
/// </summary>
public sealed record Roster
{
    /// <summary>Where people work, in the order of the document.</summary>
    public required IReadOnlyList<BusinessCalendar> Calendars { get; init; }

    /// <summary>The calendar of whoever has no mailbox that tells one.</summary>
    public required BusinessCalendar Office { get; init; }

    /// <summary>Who is named beside their groups, by object id.</summary>
    public required IReadOnlyDictionary<string, RosterPerson> People { get; init; }

    /// <summary>In display order.</summary>
    public required IReadOnlyList<RosterProduction> Productions { get; init; }

    /// <summary>The group of the admins: an object id.</summary>
    public required string Admins { get; init; }

    /// <summary>How many steps up from the holder of a role a manager may be asked: see <see cref="CandidateLine"/>.</summary>
    public const int ManagerSteps = CandidateLine.Depth;

    /// <summary>Every role of every production that is given to somebody.</summary>
    public IEnumerable<RosterRole> Roles => Productions.SelectMany(p => p.Roles.Values).OfType<RosterRole>();

    /// <summary>Every group that is named, once.</summary>
    public IEnumerable<string> Groups => Roles.Select(r => r.Group).Append(Admins).Distinct();

    /// <summary>Everybody who is named to stand in for somebody, once.</summary>
    public IEnumerable<string> Deputies => People.Values.SelectMany(p => p.Deputies).Distinct();
}

/// <summary>What is said of one person.</summary>
/// <param name="Calendar">When they work, whatever their mailbox says; null when the mailbox is to tell.</param>
/// <param name="Deputies">Object ids, in the order in which they are asked.</param>
public sealed record RosterPerson(BusinessCalendar? Calendar, IReadOnlyList<string> Deputies);

/// <summary>A production with its roles; null means nobody yet.</summary>
public sealed record RosterProduction(string Name, IReadOnlyDictionary<string, RosterRole?> Roles);

/// <summary>Who fills a role.</summary>
/// <param name="Group">The object id of an Entra group, whose members are of equal standing.</param>
/// <param name="Guests">Whether members who are guests of the tenant count.</param>
public sealed record RosterRole(string Group, bool Guests);

/// <summary>What came of reading a roster: the roster, or every problem at once; warnings may come with a roster.</summary>
public sealed record RosterReading(Roster? Roster, IReadOnlyList<PolicyProblem> Problems);
