using CsCheck;
using Workflow.Core.Requests;

namespace Core.Tests.Requests;

public class DeclarationReaderSpecs
{
    private static readonly DeclarationDraft Whole = new()
    {
        Name = "Ana Roy",
        Email = "Ana@Studio.example",
        Language = "fr",
        Production = "Orbital Winter",
        Title = "Posters",
        Description = "Posters in the corridor.",
        Tools = [new ToolDraft { Name = "Brushwork", Vendor = "Inkwell", Plan = "Team", Terms = "no training" }],
        Inputs = "words",
        InputKinds = ["own-or-licensed", "personal-data"],
        Outputs = "posters",
        Use = "background",
        FinalDeliverable = "unsure",
        PeopleDepicted = ["Ben Orr"],
        Beneficiaries = ["Inkwell"],
        From = "2026-03-01",
        To = "2026-03-01",
        Territory = "France",
        P1 = "yes",
        P2 = "no",
        P3 = "unsure",
        P4 = "Yes ",
        P5 = "yes",
    };

    [Fact]
    public void Whole_draft_becomes_a_declaration()
    {
        var reading = DeclarationReader.Read(Whole, complete: true);

        Assert.Empty(reading.Problems);
        Assert.Equal(new Submitter("Ana Roy", "ana@studio.example", "fr"), reading.Submitter);
        Assert.Equal(IntendedUse.Background, reading.Declaration!.Use);
        Assert.Equal(Answer.Unsure, reading.Declaration.FinalDeliverable);
        Assert.Equal([InputKind.OwnOrLicensed, InputKind.PersonalData], reading.Declaration.InputKinds);
        Assert.Equal(new PrincipleAnswers(Answer.Yes, Answer.No, Answer.Unsure, Answer.Yes, Answer.Yes), reading.Declaration.Principles);
        Assert.Empty(reading.Declaration.Missing());
    }

    [Fact]
    public void Declaration_prefills_a_form_that_reads_the_same()
    {
        var first = DeclarationReader.Read(Whole, complete: true);
        var again = DeclarationReader.Read(DeclarationDraft.Of(first.Declaration!, first.Submitter!), complete: true);

        Assert.Equivalent(first.Declaration, again.Declaration, strict: true);
        Assert.Equal(first.Submitter, again.Submitter);
    }

    [Fact]
    public void Empty_form_names_every_field_that_is_needed() => Assert.Equal(
        ["description", "email", "finalDeliverable", "name", "p1", "p2", "p3", "p4", "p5", "production", "title", "tools", "use"],
        Fields(new DeclarationDraft(), complete: true));

    [Fact]
    public void All_problems_are_told_at_once() => Assert.Equal(
        ["email", "finalDeliverable", "from", "inputKinds", "language", "p2", "production", "title", "tools[1].name", "use"],
        Fields(Whole with
        {
            Email = "ana@studio.example\r\nBcc: x@y.example",
            Language = "../../en",
            Production = new string('x', DeclarationLimits.Line + 1),
            Title = " \u200b ",
            Tools = [new ToolDraft { Name = "A" }, new ToolDraft { Plan = "Free" }, new ToolDraft { Name = " " }],
            InputKinds = ["other"],
            Use = "cinema",
            FinalDeliverable = "2",
            From = "1 March",
            P2 = "maybe",
        }, complete: true));

    [Fact]
    public void Message_says_what_is_wrong_and_what_to_do() => Assert.Equal(
        "“maybe” is not a choice here. Choose one of: yes, no, unsure.",
        Assert.Single(DeclarationReader.Read(Whole with { P2 = "maybe" }, complete: true).Problems).Message);

    [Fact]
    public void Last_day_before_the_first_is_a_problem() =>
        Assert.Equal(["to"], Fields(Whole with { To = "2026-02-28" }, complete: true));

    [Fact]
    public void Lists_that_are_far_too_long_are_one_problem_each() => Assert.Equal(
        ["beneficiaries", "inputKinds", "peopleDepicted", "tools"],
        Fields(Whole with
        {
            Tools = [.. Enumerable.Repeat(new ToolDraft(), 10_000)],
            PeopleDepicted = [.. Enumerable.Repeat("x", 10_000)],
            Beneficiaries = [.. Enumerable.Repeat("x", 10_000)],
            InputKinds = [.. Enumerable.Repeat("x", 10_000)],
        }, complete: true));

    [Fact]
    public void Nulls_in_lists_are_empty_entries()
    {
        var reading = DeclarationReader.Read(Whole with { PeopleDepicted = [null!], Tools = [null!, .. Whole.Tools], InputKinds = null! }, complete: true);

        Assert.Empty(reading.Problems);
        Assert.Empty(reading.Declaration!.PeopleDepicted);
        Assert.Single(reading.Declaration.Tools);
    }

    [Fact]
    public void Markup_is_text() =>
        Assert.Equal("<img src=x>", DeclarationReader.Read(Whole with { Title = "<img src=x>" }, complete: true).Declaration!.Title);

    [Fact]
    public void Names_lose_what_turns_or_hides_their_letters() =>
        Assert.Equal("Ben Orr", DeclarationReader.Read(Whole with { Name = "\u202eBen\u200b Orr\u202c" }, complete: true).Submitter!.Name);

    [Fact]
    public void Mail_may_have_gaps()
    {
        var reading = DeclarationReader.Read(new DeclarationDraft { Email = "ana@studio.example", Description = "\n\nMay we?\nAsh falls." }, complete: false);

        Assert.Empty(reading.Problems);
        Assert.Equal("May we?", reading.Declaration!.Title);
        Assert.Equal("ana@studio.example", reading.Submitter!.Name);
        Assert.Equal(["production", "use", "finalDeliverable", "tools", "p1", "p2", "p3", "p4", "p5"], reading.Declaration.Missing());
    }

    [Fact]
    public void Mail_may_not_be_wrong() =>
        Assert.Equal(["p1", "use"], Fields(new DeclarationDraft { Email = "ana@studio.example", Title = "x", Use = "x", P1 = "x" }, complete: false));

    [Fact]
    public void Any_text_anywhere_is_read_or_refused() => Gen.Select(Gen.String, Gen.String, Gen.Char.Array[0, 300]).Sample((a, b, c) =>
    {
        var draft = Whole with { Name = a, Title = b, Description = new string(c), Email = a, From = b, Use = a, P1 = b, Territory = b, PeopleDepicted = [a, b] };
        var reading = DeclarationReader.Read(draft, complete: true);
        return reading.Problems.Count > 0 == reading.Declaration is null;
    });

    private static string[] Fields(DeclarationDraft draft, bool complete) =>
        [.. DeclarationReader.Read(draft, complete).Problems.Select(p => p.Field).Distinct().Order(StringComparer.Ordinal)];
}
