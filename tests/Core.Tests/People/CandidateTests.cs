using Core.Tests.Policies;
using Workflow.Core.People;

namespace Core.Tests.People;

public sealed class CandidateTests
{
    private const string Away = "absences: [{from: 2027-08-02, until: 2027-08-05}]";

    [Fact]
    public void Role_is_staffed_by_holder_then_deputies_then_manager() =>
        Assert.Equal(
            [("gideon-achebe", Capacity.Holder), ("priya-ramanathan", Capacity.Deputy), ("claudine-ostrow", Capacity.Manager)],
            Assert.Single(BuiltIn.Directory.Find("The Lantern Coast", ["legal"], SmallHouse.Noon)).Candidates.Select(c => (c.Person.Id, c.Capacity)));

    [Theory]
    [InlineData("The Ninth Orchard", "post-supervisor")]
    [InlineData("No such production", "legal")]
    [InlineData("The Lantern Coast", "no-such-role")]
    public void Role_that_nobody_holds_has_no_candidates(string production, string role) =>
        Assert.Empty(Assert.Single(BuiltIn.Directory.Find(production, [role], SmallHouse.Noon)).Candidates);

    [Fact]
    public void Inactive_person_is_never_a_candidate_nor_an_admin()
    {
        var directory = Read(SmallHouse.Text("deputies: [bo], active: no").Replace("[dy]", "[al, dy]", StringComparison.Ordinal));

        Assert.Equal(["bo", "dy"], Ids(directory));
        Assert.Equal(["dy"], directory.ActiveAdmins().Select(a => a.Id));
    }

    [Fact]
    public void Members_of_a_group_are_of_equal_standing() =>
        Assert.Equal([("cy", Capacity.Holder), ("dy", Capacity.Holder)], Line(Read(SmallHouse.Text()), "Other"));

    [Fact]
    public void Member_who_is_here_comes_before_one_who_is_away() =>
        Assert.Equal([("dy", Capacity.Holder), ("cy", Capacity.Holder)], Line(Read(SmallHouse.Text(ofCy: Away)), "Other"));

    [Fact]
    public void Holder_who_is_away_comes_first_all_the_same_and_says_until_when()
    {
        var candidates = Find(Read(SmallHouse.Text($"deputies: [bo], {Away}")), "Show", SmallHouse.Noon);

        Assert.Equal(["al", "bo", "dy"], candidates.Select(c => c.Person.Id));

        // The day after is a holiday, and then comes a weekend.
        Assert.Equal([new Away(new DateTimeOffset(2027, 8, 9, 7, 0, 0, TimeSpan.Zero)), null, null], candidates.Select(c => c.Away));
    }

    [Fact]
    public void Deputy_of_a_deputy_is_asked_only_when_the_deputy_is_not_here()
    {
        Assert.Equal(["al", "bo", "dy"], Ids(Read(SmallHouse.Text())));
        Assert.Equal(["al", "cy", "bo", "dy"], Ids(Read(SmallHouse.Text(ofBo: $"deputies: [cy], {Away}"))));
        Assert.Equal(["al", "cy", "dy"], Ids(Read(SmallHouse.Text(ofBo: "deputies: [cy], active: no"))));
    }

    [Fact]
    public void Circle_of_deputies_who_are_all_away_ends() =>
        Assert.Equal(["al", "bo", "dy"], Ids(Read(SmallHouse.Text($"deputies: [bo], {Away}", $"deputies: [al], {Away}"))));

    [Fact]
    public void Line_of_deputies_is_followed_three_steps()
    {
        var people = Enumerable.Range(0, 6).ToDictionary(i => $"p{i}", i => Entry(i, away: true));

        Assert.Equal(["p0", "p1", "p2", "p3"], new CandidateLine(people, SmallHouse.Noon).Of(["p0"]).Select(c => c.Person.Id));
    }

    [Fact]
    public void Asked_again_the_directory_tells_of_an_absence_that_began_since()
    {
        var directory = Read(SmallHouse.Text("absences: [{from: 2027-08-04 13:00, until: 2027-08-04 15:30}]"));

        Assert.Null(Find(directory, "Show", SmallHouse.Noon)[0].Away);
        Assert.NotNull(Find(directory, "Show", SmallHouse.Noon.AddHours(1))[0].Away);
        Assert.Null(Find(directory, "Show", SmallHouse.Noon.AddHours(3.5))[0].Away);
    }

    [Fact]
    public void Absences_that_follow_one_another_over_a_weekend_count_as_one()
    {
        var directory = Read(SmallHouse.Text("absences: [{from: 2027-08-02, until: 2027-08-06}, {from: 2027-08-09, until: 2027-08-09}]"));

        Assert.Equal(new DateTimeOffset(2027, 8, 10, 7, 0, 0, TimeSpan.Zero), Find(directory, "Show", SmallHouse.Noon)[0].Away?.Until);
    }

    [Fact]
    public void Candidate_carries_the_holidays_of_two_years_and_no_others() =>
        Assert.Equal(
            [new DateOnly(2027, 8, 6), new DateOnly(2028, 8, 6)],
            Find(Read(SmallHouse.Text()), "Show", SmallHouse.Noon)[0].Person.Calendar.Holidays);

    [Fact]
    public void Guest_is_marked_as_external()
    {
        var guest = Assert.Single(Read(SmallHouse.Text()).Find("Other", ["post"], SmallHouse.Noon)[0].Candidates);

        Assert.True(guest.Person.External);
    }

    private static DirectoryEntry Entry(int i, bool away)
    {
        var person = BuiltIn.Directory.People["gideon-achebe"].Person with { Id = $"p{i}" };
        return new DirectoryEntry(
            person, i < 5 ? [$"p{i + 1}"] : [], null, true, away ? [new Absence(SmallHouse.Noon, SmallHouse.Noon.AddDays(1), null)] : []);
    }

    private static DirectoryDocument Read(string text)
    {
        var reading = SmallHouse.Read(text);
        return reading.Directory ?? throw new InvalidOperationException(string.Join('\n', reading.Problems));
    }

    private static IReadOnlyList<Candidate> Find(DirectoryDocument directory, string production, DateTimeOffset at) =>
        Assert.Single(directory.Find(production, ["legal"], at)).Candidates;

    private static IEnumerable<string> Ids(DirectoryDocument directory) => Find(directory, "Show", SmallHouse.Noon).Select(c => c.Person.Id);

    private static IEnumerable<(string Id, Capacity Capacity)> Line(DirectoryDocument directory, string production) =>
        Find(directory, production, SmallHouse.Noon).Select(c => (c.Person.Id, c.Capacity));
}
