using Core.Tests.Policies;
using Workflow.Core.Documents;
using Workflow.Core.People;
using Workflow.Core.Policies;

namespace Core.Tests.People;

public sealed class DirectoryReaderTests
{
    [Fact]
    public void Built_in_directory_lints_clean() => Assert.Empty(BuiltIn.DirectoryReading.Problems);

    [Fact]
    public void Every_role_of_the_policy_is_staffed_in_the_first_production() =>
        Assert.All(BuiltIn.Directory.Find("the lantern coast", [.. BuiltIn.Policy.Roles.Keys], SmallHouse.Noon), s => Assert.NotEmpty(s.Candidates));

    [Theory]
    [InlineData("deputies: [zo]", "'zo' is nobody in 'people'.", "zo]")]
    [InlineData("deputies: [al]", "Nobody stands in for themselves.", "al]")]
    [InlineData("email: x", "'email' stands here twice.", "email: x")]
    [InlineData("active: perhaps", "'perhaps' is not known here.", "perhaps")]
    [InlineData("external: perhaps", "'perhaps' is not known here.", "perhaps")]
    [InlineData("entra: al", "'al' is not an Entra object id.", "al}")]
    [InlineData("absences: [{from: 2027-08-02}]", "This absence never ends.", "{from")]
    [InlineData("absences: [{until: 2027-08-02}]", "'from' is missing.", "{until")]
    [InlineData("absences: [{from: 2027-08-03, until: 2027-08-02}]", "This absence ends before it starts.", "2027-08-02}")]
    [InlineData("absences: [{from: 2027-08-02 13:00, until: 2027-08-02 13:00}]", "This absence ends before it starts.", "2027-08-02 13:00}")]
    [InlineData("absences: [{from: 0001-01-01, until: 2027-08-02}]", "This is neither a day nor a time of a day.", "0001")]
    [InlineData("absences: [{from: soon, until: 2027-08-02}]", "This is neither a day nor a time of a day.", "soon")]
    [InlineData("absences: [{from: 2027-08-02, until: 2027-08-08}, {from: 2027-08-08, until: 2027-08-09}]", "Two absences of this person overlap.", "{from: 2027-08-08")]
    public void Mistake_about_a_person_is_reported_at_its_line_and_column(string more, string message, string at)
    {
        var text = SmallHouse.Text(more);

        var reading = SmallHouse.Read(text);

        Assert.Null(reading.Directory);
        var problem = Assert.Single(reading.Problems, p => p.Message == message);
        Assert.Equal(PlaceOf(text, at), (problem.Line, problem.Column));
        Assert.NotEmpty(problem.Remedy);
    }

    [Theory]
    [InlineData("bo@x.example", "al@x.example", "'bo' has the same address as 'al'.", "bo: {")]
    [InlineData("legal: al", "legal: dee", "'dee' is nobody in 'people'.", "dee,")]
    [InlineData("admins: [dy]", "admins: []", "Nobody here is an admin: what is stuck would be told to nobody.", "[]")]
    [InlineData("admins: [dy]", "admins: [gone]", "Nobody here is an admin: what is stuck would be told to nobody.", "[gone]")]
    [InlineData("admins: [dy]", "admins: [dy, guest]", "'guest' is external and sees every request as an admin.", "[dy, guest]")]
    [InlineData("desk: [cy, dy]", "desk: []", "This group has no members.", "[]")]
    [InlineData("desk: [cy, dy]", "cy: [dy]", "'cy' cannot be the name of a group.", "cy: [dy]")]
    [InlineData("desk: [cy, dy]", "desk: [cy, ey]", "'ey' is nobody in 'people'.", "ey]")]
    [InlineData("manager: dy, active: yes", "manager: bo, active: yes", "These manage each other: bo, cy.", "bo: {")]
    [InlineData("calendar: office, manager: dy, active: yes", "calendar: attic, manager: dy, active: yes", "The calendar 'attic' is not known.", "attic")]
    [InlineData("holidays: [xx]", "holidays: [yy]", "The holidays of 'yy' were not found.", "yy]")]
    [InlineData("holidays: [xx]", "holidays: [xx-q]", "'q' is no region of holidays/xx.yaml.", "xx-q]")]
    public void Mistake_is_reported_at_its_line_and_column(string right, string wrong, string message, string at)
    {
        var text = SmallHouse.Text().Replace(right, wrong, StringComparison.Ordinal);

        var reading = SmallHouse.Read(text);

        Assert.Null(reading.Directory);
        var problem = Assert.Single(reading.Problems, p => p.Message == message);
        Assert.Equal(PlaceOf(text, at), (problem.Line, problem.Column));
        Assert.NotEmpty(problem.Remedy);
    }

    [Theory]
    [InlineData("deputies: [bo]", "deputies: [cy]", "deputies: [al]", "These stand in for each other: al, bo.", "al: {")]
    [InlineData("absences: [{from: 2027-01-01, until: 2028-08-08}]", "", "", "This absence is longer than a year.", "2028-08-08")]
    [InlineData("active: yes", "legal: al", "legal: gone", "Whoever could be asked for 'legal' has left.", "legal: gone")]
    [InlineData("active: yes", "post: nobody", "art: bo", "'Show' has nobody for 'post'.", "Show:")]
    public void Doubtful_entry_is_a_warning(string more, string right, string wrong, string message, string at)
    {
        var text = SmallHouse.Text(more);
        text = right.Length == 0 ? text : text.Replace(right, wrong, StringComparison.Ordinal);

        var reading = SmallHouse.Read(text);

        Assert.NotNull(reading.Directory);
        var problem = Assert.Single(reading.Problems, p => p.Message == message);
        Assert.Equal((Severity.Warning, PlaceOf(text, at)), (problem.Severity, (problem.Line, problem.Column)));
    }

    [Fact]
    public void Broken_document_of_holidays_is_reported_in_it_and_where_it_is_named()
    {
        var reading = DirectoryReader.Read(new DocumentText("directory.yaml", SmallHouse.Text()), [new DocumentText("holidays/xx.yaml", "name: X\n")]);

        Assert.Null(reading.Directory);
        Assert.Contains(reading.Problems, p => p is { File: "directory.yaml", Message: "The holidays of 'xx' cannot be read." });
        Assert.Contains(reading.Problems, p => p is { File: "holidays/xx.yaml", Message: "'years' is missing." });
    }

    [Fact]
    public void Named_documents_are_the_holidays_of_its_calendars() =>
        Assert.Equal(["holidays/xx.yaml"], DirectoryReader.PartsOf(new DocumentText("directory.yaml", SmallHouse.Text())));

    private static (int Line, int Column) PlaceOf(string text, string words)
    {
        var before = text[..text.IndexOf(words, StringComparison.Ordinal)];
        return (before.Count(c => c == '\n') + 1, before.Length - before.LastIndexOf('\n'));
    }
}
