using Workflow.Core.Intake;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Core.Tests.Intake;

public class MailDraftSpecs
{
    private static readonly string[] Productions = ["Les Marées Noires", "Orbital Winter"];

    [Theory]
    [InlineData("P1: yes", "yes")]
    [InlineData("P1 : oui", "yes")]
    [InlineData("P1: sí", "yes")]
    [InlineData("- **P1:** Yes.", "yes")]
    [InlineData("Principle 1: no - it copies a poster", "no")]
    [InlineData("Principe 1 : non, il copie", "no")]
    [InlineData("Principio 1: no lo sé", "unsure")]
    [InlineData("P1: not sure (we asked)", "unsure")]
    [InlineData("P1: je ne sais pas", "unsure")]
    public void Answer_is_understood(string line, string answer) => Assert.Equal(answer, Draft(line).P1);

    [Theory]
    [InlineData("P1: yes, mostly")]
    [InlineData("P1: yes but")]
    [InlineData("P1: probably")]
    [InlineData("P1: no idea")]
    [InlineData("P1: see below")]
    [InlineData("P1: yes\nP1: no")]
    [InlineData("P1: yes\nP1: no\nP1: yes")]
    public void Answer_that_is_not_certain_is_never_guessed(string lines)
    {
        var draft = Draft(lines);

        Assert.Null(draft.P1);
        Assert.All(lines.Split('\n'), line => Assert.Contains(line, draft.Description, StringComparison.Ordinal));
    }

    [Fact]
    public void Calming_word_about_the_final_picture_must_stand_alone()
    {
        Assert.Null(Draft("Final deliverable: no, except one shot").FinalDeliverable);
        Assert.Equal("yes", Draft("Livrable final : oui, un plan").FinalDeliverable);
    }

    [Fact]
    public void Explanation_of_an_answer_stays_readable() =>
        Assert.Contains("it copies a poster", Draft("P1: no - it copies a poster").Description, StringComparison.Ordinal);

    [Fact]
    public void Unanswered_label_is_a_gap() => Assert.Null(Draft("P1:\nP2: yes").P1);

    [Theory]
    [InlineData("Production: orbital winter", "Orbital Winter")]
    [InlineData("Producción: « Les Marees Noires »", "Les Marées Noires")]
    public void Production_is_matched_to_the_directory(string line, string production) => Assert.Equal(production, Draft(line).Production);

    [Fact]
    public void Unknown_production_is_left_to_the_submitter_and_not_lost()
    {
        var draft = Draft("Production: Orbital\nWe paint.");

        Assert.Null(draft.Production);
        Assert.Equal("We paint.\n\nProduction: Orbital", draft.Description);
    }

    [Fact]
    public void Tools_are_read_with_vendor_plan_and_terms() => Assert.Equal(
        [
            new ToolDraft { Name = "Brushwork", Vendor = "Inkwell", Plan = "Team", Terms = "no training, no storage" },
            new ToolDraft { Name = "Hushline" },
            new ToolDraft { Name = "Mist", Vendor = "Fogworks" },
        ],
        Draft("Tools: Brushwork (Inkwell, Team, no training, no storage), Hushline\n- Mist (Fogworks)").Tools);

    [Theory]
    [InlineData("People: Ana Roy and Ben Orr; Chloé Dim", "Ana Roy|Ben Orr|Chloé Dim")]
    [InlineData("Personnes : aucune", "")]
    [InlineData("Personas: Ana y Ben", "Ana|Ben")]
    public void People_are_read_one_by_one(string line, string people) =>
        Assert.Equal(people, string.Join('|', Draft(line).PeopleDepicted));

    [Fact]
    public void Texts_run_on_to_the_next_empty_line()
    {
        var draft = Draft("Inputs: two pages of\nthe script\nOutputs: a poster\n\nWe paint.");

        Assert.Equal(("two pages of\nthe script", "a poster", "We paint."), (draft.Inputs, draft.Outputs, draft.Description));
    }

    [Theory]
    [InlineData("Dates: 2026-03-01 to 2026-04-01")]
    [InlineData("Début : 2026-03-01\nFin : 2026-04-01")]
    public void Dates_are_read(string lines) => Assert.Equal(("2026-03-01", "2026-04-01"), (Draft(lines).From, Draft(lines).To));

    [Theory]
    [InlineData("Use: mood board", "ideation")]
    [InlineData("Usage : arrière-plan", "background")]
    [InlineData("Uso: postproducción", "post")]
    [InlineData("Use: in the trailer", null)]
    public void Use_is_understood(string line, string? use) => Assert.Equal(use, Draft(line).Use);

    [Fact]
    public void Labels_in_quoted_lines_are_nobodys_answers() => Assert.Null(Draft("> P1: yes").P1);

    [Fact]
    public void Forwarded_mail_is_described_by_what_it_forwards() =>
        Assert.Contains("P1: yes", Draft("---------- Forwarded message ---------\nP1: yes").Description, StringComparison.Ordinal);

    [Fact]
    public void Title_is_the_subject_without_reply_marks() =>
        Assert.Equal("Posters", MailDraft.Of(Mail("x") with { Subject = "RE: Fwd: TR : Posters" }, Productions).Title);

    [Fact]
    public void Long_subject_is_shortened() =>
        Assert.Equal(DeclarationLimits.Title, MailDraft.Of(Mail("x") with { Subject = new string('x', 5_000) }, Productions).Title!.Length);

    private static DeclarationDraft Draft(string text) => MailDraft.Of(Mail(text), Productions);

    private static IncomingMail Mail(string text) =>
        new("1@studio.example", "Ana Roy", "ana@studio.example", "Posters", text, new SenderCheck(true, "pass"), []);
}
