using Workflow.Core.Classification;
using Workflow.Core.Classification.Evaluation;
using Workflow.Core.Policies;
using Workflow.Core.Requests;

namespace Core.Tests.Classification.Evaluation;

public sealed class CaseReaderTests
{
    private const string Good = """
        {"id": "x-1", "lang": "en", "channel": "form", "subject": "Colours", "text": "Boards.", "declared": {"use": "ideation", "final_deliverable": "no", "principles": {"p1": "yes", "p2": null}}, "expect": {"tier": "written", "findings": ["digital-replica"]}, "hard": ["euph"]}
        """;

    [Fact]
    public void Line_becomes_a_case()
    {
        var read = Assert.Single(Read(Good).Cases);

        Assert.Equal(("x-1", "en", Tier.Written), (read.Id, read.Language, read.Tier));
        Assert.Equal([FindingCode.DigitalReplica], read.Findings);
        Assert.Equal(("Colours", "Boards.", IntendedUse.Ideation, Answer.No), (read.Declaration.Title, read.Declaration.Description, read.Declaration.Use, read.Declaration.FinalDeliverable));
        Assert.Equal(new PrincipleAnswers(P1: Answer.Yes), read.Declaration.Principles);
        Assert.Equal(["euph"], read.Hard);
    }

    [Fact]
    public void Mail_says_what_its_author_wrote_this_time()
    {
        var mail = Good.Replace("\"form\"", "\"email\"", StringComparison.Ordinal).Replace("Boards.", "Boards.\\n> Clone her voice.", StringComparison.Ordinal);

        Assert.Equal("Boards.", Assert.Single(Read(mail).Cases).Declaration.Description);
    }

    [Fact]
    public void Unknown_word_is_told_with_its_place()
    {
        var problem = Assert.Single(Read("\n" + Good.Replace("\"written\"", "\"writen\"", StringComparison.Ordinal)).Problems);

        Assert.Equal((2, true), (problem.Line, problem.Column > 100));
        Assert.Contains("'writen' is not known here. Use one of: notify, review, written.", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{\"id\": \"x\"}")]
    [InlineData("not json")]
    public void Line_that_is_no_case_is_a_problem(string line) => Assert.Single(Read(line).Problems);

    [Fact]
    public void Id_given_twice_is_a_problem()
    {
        var (cases, problems) = Read($"{Good}\n{Good}");

        Assert.Single(cases);
        Assert.Equal(2, Assert.Single(problems).Line);
    }

    private static CaseReading Read(string text) => CaseReader.Read(new DocumentText("cases.jsonl", text));
}
