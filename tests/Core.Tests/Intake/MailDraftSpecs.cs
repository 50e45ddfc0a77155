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
    [InlineData("P1 oui", "yes")]
    [InlineData("P1) non", "no")]
    [InlineData("P1 (no copies): yes", "yes")]
    [InlineData("1: yes, 2) no", "yes")]
    [InlineData("1. ja\n2. nein", "yes")]
    [InlineData("P1-P3: sim", "yes")]
    [InlineData("P1, P2 e P3: sì", "yes")]
    [InlineData("Prinzip 1: nein, es kopiert", "no")]
    [InlineData("Princípio 1: não sei", "unsure")]
    [InlineData("원칙 1: 예", "yes")]
    [InlineData("원칙1： 아니요, 베낍니다", "no")]
    [InlineData("原則１：はい。", "yes")]
    [InlineData("Ｐ１：わかりません", "unsure")]
    public void Answer_is_understood(string line, string answer) => Assert.Equal(answer, Draft(line).P1);

    [Theory]
    [InlineData("P1: yes, mostly")]
    [InlineData("P1: yes but")]
    [InlineData("P1: probably")]
    [InlineData("P1: no idea")]
    [InlineData("P1: see below")]
    [InlineData("P1 is yes, they say")]
    [InlineData("1: yes")]
    [InlineData("1. yes\n1. no")]
    [InlineData("1. yes\n2. no\n6. no")]
    [InlineData("P1: sì, credo")]
    [InlineData("P1：はい、たぶん")]
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
    [InlineData("期間：2026年3月1日から2026年4月1日")]
    [InlineData("시작일: 2026년 3월 1일\n종료일: 2026년 4월 1일")]
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

    [Theory]
    [InlineData("Fwd: Storm", "FYI\n\nFrom: Sam\nSent: Tuesday\nTo: Ana\nSubject: Storm\n\nWe paint a storm.\nP1: yes")]
    [InlineData("Storm", "FYI\n\n---------- Forwarded message ---------\nWe paint a storm.\nP1: yes")]
    public void Forwarded_words_count_when_hardly_anything_was_written(string subject, string text)
    {
        var draft = MailDraft.Of(Mail(text) with { Subject = subject }, Productions);

        Assert.Contains("We paint a storm.", draft.Description, StringComparison.Ordinal);
        Assert.Null(draft.P1);
    }

    [Fact]
    public void Answered_words_do_not_count() => Assert.Equal(
        "Yes.", Draft("Yes.\n\nFrom: Sam\nSent: Tuesday\nTo: Ana\nSubject: Storm\n\nWe paint a storm.").Description);

    [Fact]
    public void Forwarded_words_do_not_count_below_a_letter() => Assert.DoesNotContain(
        "storm",
        Draft("We want to paint the harbour from our own photographs, and the painter finishes every single one.\n\n---------- Forwarded message ---------\nWe paint a storm.").Description,
        StringComparison.Ordinal);

    [Fact]
    public void Several_answers_in_one_line_are_each_understood() => Assert.Equal(
        ("no", "yes", null, "unsure"), Draft("P1: no, P2: yes, P4: unsure") switch { var d => (d.P1, d.P2, d.P3, d.P4) });

    [Fact]
    public void Title_is_the_subject_without_reply_marks() =>
        Assert.Equal("Posters", MailDraft.Of(Mail("x") with { Subject = "RE: Fwd: TR : AW: 転送: Posters" }, Productions).Title);

    [Fact]
    public void Long_subject_is_shortened() =>
        Assert.Equal(DeclarationLimits.Title, MailDraft.Of(Mail("x") with { Subject = new string('x', 5_000) }, Productions).Title!.Length);

    private static DeclarationDraft Draft(string text) => MailDraft.Of(Mail(text), Productions);

    private static IncomingMail Mail(string text) =>
        new("1@studio.example", "Ana Roy", "ana@studio.example", "Posters", text, new SenderCheck(true, "pass"), []);
}
