using Core.Tests.Policies;
using Workflow.Core.Documents;
using Workflow.Core.People;
using Workflow.Core.People.Rosters;
using Workflow.Core.Policies;

namespace Core.Tests.People.Rosters;

public sealed class RosterReaderTests
{
    private const string Al = "22222222-0000-4000-8000-0000000000a1";
    private const string Bo = "22222222-0000-4000-8000-0000000000b0";
    private const string Legal = "11111111-0000-4000-8000-000000000001";
    private const string Post = "11111111-0000-4000-8000-000000000002";
    private const string Admins = "11111111-0000-4000-8000-000000000003";

    private const string Text =
        $$"""
        calendars:
          london: {time-zone: Europe/London, days: [monday, tuesday], start: 09:30, end: 18:00}
          paris: {time-zone: Europe/Paris, days: [monday, tuesday], start: 09:00, end: 18:00}
        office: london
        people:
          {{Al}}: {calendar: paris, deputies: [{{Bo}}]}
        productions:
          Show:
            legal: {{Legal}}
            post: {group: {{Post}}, guests: yes}
            talent: nobody
        admins: {{Admins}}
        """;

    [Fact]
    public void Built_in_roster_lints_clean_and_staffs_every_role_of_the_policy()
    {
        var document = BuiltIn.Load("people.yaml");
        var (roster, problems) = RosterReader.Read(document, [.. DirectoryReader.PartsOf(document).Select(BuiltIn.Load)]);

        Assert.Empty(problems);
        Assert.Equal(BuiltIn.Policy.Roles.Keys.Order(), roster!.Productions[0].Roles.Keys.Order());
    }

    [Fact]
    public void Roster_is_read()
    {
        var roster = Read(Text).Roster!;

        Assert.Equal("Europe/London", roster.Office.TimeZone);
        Assert.Equal("Europe/Paris", roster.People[Al].Calendar?.TimeZone);
        Assert.Equal([Bo], roster.People[Al].Deputies);
        var show = Assert.Single(roster.Productions);
        Assert.Equal((new RosterRole(Legal, false), new RosterRole(Post, true), null), (show.Roles["legal"], show.Roles["post"], show.Roles["talent"]));
        Assert.Equal([Legal, Post, Admins], roster.Groups);
    }

    [Fact]
    public void Object_ids_are_taken_in_any_case() =>
        Assert.Equal(Legal, Read(Text.Replace(Al, Al.ToUpperInvariant(), StringComparison.Ordinal)).Roster?.Groups.First());

    [Theory]
    [InlineData("office: london", "office: attic", "The calendar 'attic' is not known.", "attic")]
    [InlineData("office: london", "offices: london", "'offices' is not known here.", "offices")]
    [InlineData("calendar: paris", "calendar: attic", "The calendar 'attic' is not known.", "attic")]
    [InlineData("legal: " + Legal, "legal: legal-desk", "'legal-desk' is not an Entra object id.", "legal-desk")]
    [InlineData("guests: yes", "guests: perhaps", "'perhaps' is not known here.", "perhaps")]
    [InlineData("group: " + Post + ", ", "", "'group' is missing.", "{guests")]
    [InlineData("[" + Bo + "]", "[" + Al + "]", "Nobody stands in for themselves.", Al + "]}")]
    [InlineData("admins: " + Admins, "admins: ed", "'ed' is not an Entra object id.", "ed")]
    public void Mistake_is_reported_at_its_line_and_column(string right, string wrong, string message, string at)
    {
        var text = Text.Replace(right, wrong, StringComparison.Ordinal);

        var reading = Read(text);

        Assert.Null(reading.Roster);
        var problem = Assert.Single(reading.Problems, p => p.Message == message);
        Assert.Equal(PlaceOf(text, at, message), (problem.Line, problem.Column));
        Assert.NotEmpty(problem.Remedy);
    }

    [Fact]
    public void Somebody_named_twice_is_reported() => Assert.Contains(
        Read(Text.Replace("productions:", $"  {Al.ToUpperInvariant()}: {{}}\nproductions:", StringComparison.Ordinal)).Problems,
        p => p is { Severity: Severity.Error, Message: "This person is named twice.", Line: 7 });

    [Fact]
    public void Role_that_one_production_lacks_is_a_warning()
    {
        var reading = Read(Text.Replace("admins:", $"  Other:\n    legal: {Legal}\nadmins:", StringComparison.Ordinal));

        Assert.NotNull(reading.Roster);
        Assert.Equal(["'Other' has nobody for 'post'.", "'Other' has nobody for 'talent'."], reading.Problems.Select(p => p.Message));
        Assert.All(reading.Problems, p => Assert.Equal(Severity.Warning, p.Severity));
    }

    [Fact]
    public void People_who_stand_in_for_each_other_are_a_warning()
    {
        var reading = Read(Text.Replace("productions:", $"  {Bo}: {{deputies: [{Al}]}}\nproductions:", StringComparison.Ordinal));

        Assert.NotNull(reading.Roster);
        Assert.Equal($"These stand in for each other: {Al}, {Bo}.", Assert.Single(reading.Problems).Message);
    }

    private static RosterReading Read(string text) => RosterReader.Read(new DocumentText("people.yaml", text), []);

    private static (int Line, int Column) PlaceOf(string text, string part, string message)
    {
        var at = text.LastIndexOf(part, StringComparison.Ordinal);
        Assert.True(at >= 0, message);
        var start = text.LastIndexOf('\n', at) + 1;
        return (text[..at].Count(c => c == '\n') + 1, at - start + 1);
    }
}
