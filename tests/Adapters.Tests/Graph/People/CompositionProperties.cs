using CsCheck;
using Workflow.Adapters.Graph.People;
using Workflow.Core.People;
using Workflow.Core.People.Rosters;
using Workflow.Core.Policies;

namespace Adapters.Tests.Graph.People;

/// <summary>Whatever Graph says of people, only those are asked who are here, can be told apart, and are meant.</summary>
public sealed class CompositionProperties
{
    private static readonly BusinessCalendar Office = new("Europe/London", [DayOfWeek.Monday], new TimeOnly(9, 0), new TimeOnly(17, 0), []);
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly string[] Ids = ["a", "b", "c", "d", "e", "f"];

    private static readonly Gen<string> Id = Gen.Int[0, Ids.Length - 1].Select(i => Ids[i]);
    private static readonly Gen<List<string>> Members = Id.List[0, 5].Select(ids => ids.Distinct().ToList());

    // Few addresses, so that some are shared; managers lead anywhere, also in circles.
    private static readonly Gen<KnownPerson> Someone = Gen.Select(
        Gen.Int[0, 5].Select(i => i == 0 ? null : $"{i}@x.example"),
        Gen.Bool,
        Gen.Bool,
        Gen.OneOf(Id, Gen.Const("nobody we know")),
        Gen.Bool,
        (email, enabled, guest, manager, away) => new KnownPerson("N", email, null, null, enabled, guest, manager, away ? new KnownMailbox(null, [], null, new KnownReplies(null, null)) : null));

    private static readonly Gen<(Roster Roster, KnownPeople Known)> House = Gen.Select(
        Someone.Array[Ids.Length], Members, Members, Members, Gen.Bool, Id, Id, (people, one, two, admins, guests, of, deputy) => (
        new Roster
        {
            Calendars = [Office],
            Office = Office,
            People = of == deputy ? new Dictionary<string, RosterPerson>() : new() { [of] = new RosterPerson(null, [deputy]) },
            Productions = [new RosterProduction("Show", new Dictionary<string, RosterRole?> { ["one"] = new RosterRole("one", false), ["two"] = new RosterRole("two", guests), ["three"] = null })],
            Admins = "admins",
        },
        new KnownPeople(
            Noon,
            Noon,
            new Dictionary<string, IReadOnlyList<string>> { ["one"] = one, ["two"] = two, ["admins"] = admins },
            [],
            Ids.Zip(people).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal))));

    [Fact]
    public void Everybody_who_is_asked_is_enabled_and_has_an_address_that_nobody_shares() => House.Sample(house =>
    {
        foreach (var candidate in Candidates(house, "one", "two"))
        {
            var person = house.Known.People[candidate.Person.Id];
            Assert.True(person.IsEnabled);
            Assert.Single(house.Known.People.Values, other => other.IsEnabled && other.Email == candidate.Person.Email);
        }
    });

    [Fact]
    public void Guest_is_asked_only_where_the_roster_means_them() => House.Sample(house =>
    {
        var deputies = house.Roster.Deputies.ToList();
        Assert.All(Candidates(house, "one"), c => Assert.True(!c.Person.External || deputies.Contains(c.Person.Id)));
        Assert.DoesNotContain(Compose(house).ActiveAdmins(), admin => admin.External);
    });

    [Fact]
    public void Member_who_can_be_asked_is_found() => House.Sample(house =>
    {
        var addresses = house.Known.People.Values.Where(p => p.IsEnabled).CountBy(p => p.Email ?? "").Where(c => c.Value == 1).Select(c => c.Key).ToHashSet();
        var expected = house.Known.Groups["one"].Where(id => house.Known.People[id] is { IsEnabled: true, IsGuest: false, Email: { } email } && addresses.Contains(email));

        Assert.Equal(expected.Order(), Candidates(house, "one").Where(c => c.Capacity is Capacity.Holder).Select(c => c.Person.Id).Order());
    });

    [Fact]
    public void What_is_kept_is_read_as_it_was() => House.Sample(house =>
    {
        var kept = house.Known.Write();

        Assert.Equal(kept, KnownPeople.Read(kept)!.Write());
    });

    private static DirectoryDocument Compose((Roster Roster, KnownPeople Known) house) =>
        new DirectoryComposition(house.Roster, house.Known).Compose();

    private static IEnumerable<Candidate> Candidates((Roster Roster, KnownPeople Known) house, params string[] roles) =>
        Compose(house).Find("Show", roles, Noon).SelectMany(s => s.Candidates);
}
