using Core.Tests.Policies;
using Workflow.Core.People;
using Workflow.Core.Policies;

namespace Core.Tests.People;

public sealed class DirectoryReaderTests
{
    [Fact]
    public void Built_in_directory_lints_clean() => Assert.Empty(DirectoryReader.Read(BuiltIn.DirectoryText).Problems);

    [Fact]
    public void Role_is_staffed_by_holder_then_deputies_then_manager()
    {
        var staffing = Assert.Single(BuiltIn.Directory.Find("The Lantern Coast", ["legal"]));

        Assert.Equal(
            [("gideon-achebe", Capacity.Holder), ("priya-ramanathan", Capacity.Deputy), ("claudine-ostrow", Capacity.Manager)],
            staffing.Candidates.Select(c => (c.Person.Id, c.Capacity)));
    }

    [Fact]
    public void Every_role_of_the_policy_is_staffed_in_the_first_production() =>
        Assert.All(BuiltIn.Directory.Find("the lantern coast", [.. BuiltIn.Policy.Roles.Keys]), s => Assert.NotEmpty(s.Candidates));

    [Theory]
    [InlineData("The Ninth Orchard", "post-supervisor")]
    [InlineData("No such production", "legal")]
    public void Role_that_nobody_holds_has_no_candidates(string production, string role) =>
        Assert.Empty(Assert.Single(BuiltIn.Directory.Find(production, [role])).Candidates);

    [Fact]
    public void Inactive_person_is_never_a_candidate_nor_an_admin()
    {
        var directory = Read(Text("[bo]", "active: no")).Directory!;

        Assert.Equal(["bo"], Assert.Single(directory.Find("Show", ["legal"])).Candidates.Select(c => c.Person.Id));
        Assert.Empty(directory.ActiveAdmins());
    }

    [Theory]
    [InlineData("[cy]", "active: yes", "'cy' is nobody in 'people'.", 5, 81)]
    [InlineData("[al]", "active: yes", "Nobody stands in for themselves.", 5, 81)]
    [InlineData("[bo]", "email: x", "'email' stands here twice.", 5, 86)]
    [InlineData("[bo]", "active: perhaps", "'perhaps' is not known here.", 5, 94)]
    public void Mistake_is_reported_at_its_line_and_column(string deputies, string more, string message, int line, int column)
    {
        var reading = Read(Text(deputies, more));

        Assert.Null(reading.Directory);
        Assert.Contains(reading.Problems, p => p.Message == message && (p.Line, p.Column) == (line, column));
    }

    [Fact]
    public void Two_people_with_one_address_are_refused()
    {
        var reading = Read(Text("[bo]", "active: yes").Replace("bo@x.example", "al@x.example", StringComparison.Ordinal));

        Assert.Equal("'bo' has the same address as 'al'.", Assert.Single(reading.Problems).Message);
    }

    private static DirectoryReading Read(string yaml) => DirectoryReader.Read(new DocumentText("directory.yaml", yaml));

    private static string Text(string deputies, string more) =>
        $$"""
        calendars:
          paris: {time-zone: Europe/Paris, days: [monday], start: 09:00, end: 18:00}
        people:
        # a person of each kind
          al: {name: Al, email: al@x.example, language: en, calendar: paris, deputies: {{deputies}}, {{more}}}
          bo: {name: Bo, email: bo@x.example, language: en, calendar: paris}
        productions:
          Show: {legal: al}
        admins: [al]
        """;
}
