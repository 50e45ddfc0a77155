using Core.Tests.Policies;
using Core.Tests.Policies.Overlays;
using CsCheck;
using Workflow.Core.Classification;
using Workflow.Core.Classification.SecondReading;
using Workflow.Core.Policies;
using Workflow.Core.Requests;

namespace Core.Tests.Classification.SecondReading;

public sealed class SecondQuestionSpecs
{
    private const string Host = "ai.studio.example";
    private const string Text = "Mara Quill left the blue kettle on the shelf, and the kettle sings.";

    private static readonly ModelStamp Stamp = new("reader-1", Host, "1", ModelOutcome.Answered);

    private static readonly Declaration Declared = Classification.Declared.Harmless with { Description = Text, Beneficiaries = ["Mara Quill (lead)"] };

    [Fact]
    public void Host_that_the_policy_does_not_clear_gets_no_question()
    {
        Assert.Null(SecondQuestion.Of(BuiltIn.Policy, Host, Submission(Declared), []));
        Assert.Null(SecondQuestion.Of(Clearing(), "ai.studio.example.evil.example", Submission(Declared), []));
    }

    [Fact]
    public void Personal_data_is_blotted_out_unless_the_policy_clears_it()
    {
        Assert.Equal("████ █████ left the blue kettle on the shelf, and the kettle sings.", Description(Clearing()));
        Assert.Equal(Text, Description(Clearing(personal: true)));
    }

    // Names stand in fields of their own; a submitter's address and attachments are no text of the use.
    [Fact]
    public void Nothing_but_texts_of_the_use_is_asked_about()
    {
        var question = SecondQuestion.Of(Clearing(personal: true), Host, Submission(Declared with { Beneficiaries = ["Quill Estate"], Attachments = [new("secret.pdf", "application/pdf", 1, new string('a', 64))] }), ["Only for the trailer."])!;

        Assert.Equal(["title", "description", "tools[0].name", "tools[0].plan", "tools[0].terms", "information[0]"], question.Texts.Select(t => t.Field));
        Assert.DoesNotContain(question.Texts, t => t.Text.Contains("secret", StringComparison.Ordinal) || t.Text.Contains("Estate", StringComparison.Ordinal));
    }

    [Fact]
    public void Claim_makes_a_person_look_and_shows_the_original_words()
    {
        var raised = Raise(Clearing(), new Claim(FindingCode.DigitalReplica, "████ █████ left the blue kettle"));

        var doubt = Assert.Single(raised.Doubts);
        Assert.Equal(("model-digital-replica", Tier.Review, Tier.Review), (doubt.Rule, doubt.Tier, raised.Tier));
        Assert.Equal(new Evidence("description", "Mara Quill left the blue kettle", 0), Assert.Single(doubt.Evidence));
        Assert.Equal("It reads like a digital replica: please look.", doubt.Reason);
        Assert.Equal(Stamp, raised.Model);
    }

    [Fact]
    public void Claim_is_a_finding_where_the_policy_says_so()
    {
        var raised = Raise(Clearing(raises: ModelWord.Finding), new Claim(FindingCode.DigitalReplica, "the kettle sings"));

        var finding = Assert.Single(raised.Findings, f => f.Rule == "model-digital-replica");
        Assert.Equal((Tier.Written, Tier.Written), (finding.Tier, raised.Tier));
        Assert.NotNull(raised.Route.Terms.Consent);
    }

    [Theory]
    [InlineData("the kettles sing")]
    [InlineData("THE KETTLE SINGS")]
    [InlineData("la bouilloire chante")]
    [InlineData("in")]
    [InlineData("")]
    public void Claim_without_words_that_were_sent_is_dropped(string quote) =>
        Assert.Equal(Tier.Notify, Raise(Clearing(), new Claim(FindingCode.DigitalReplica, quote)).Tier);

    [Fact]
    public void What_the_rules_found_is_not_said_again()
    {
        const string Said = "The voice of our lead is cloned.";
        var declared = Classification.Declared.Saying(Said);
        var assessment = Classifier.Assess(Clearing(), declared, []);

        var raised = SecondQuestion.Of(Clearing(), Host, Submission(declared), [])!.Raise(assessment, new Reading(Stamp, [new Claim(FindingCode.DigitalReplica, Said)]));

        Assert.Equal(assessment with { Model = Stamp }, raised with { Findings = assessment.Findings, Doubts = assessment.Doubts });
    }

    [Theory]
    [InlineData(ModelOutcome.Unanswered)]
    [InlineData(ModelOutcome.Unusable)]
    public void Model_that_does_not_answer_changes_nothing_and_is_noted(ModelOutcome outcome)
    {
        var assessment = Classifier.Assess(Clearing(), Declared, []);

        var raised = Question(Clearing()).Raise(assessment, new Reading(Stamp with { Outcome = outcome }, []));

        Assert.Equal((assessment.Tier, assessment.Route, outcome), (raised.Tier, raised.Route, raised.Model!.Outcome));
    }

    [Fact]
    public void Claim_under_an_overlay_asks_for_what_the_overlay_asks()
    {
        var policy = Laid.All with { Models = Clearing(raises: ModelWord.Finding).Models };

        Assert.NotNull(Raise(policy, new Claim(FindingCode.DigitalReplica, "the kettle sings")).Route.Terms.Conditions);
    }

    // Promise 4, with whatever a model may answer.
    [Fact]
    public void No_answer_of_a_model_lowers_anything()
    {
        var cases = Evaluation.Cases.Corpus.Where((_, i) => i % 5 == 0).Select(c => c.Declaration).ToArray();
        var claim = Gen.Select(Gen.Enum<FindingCode>(), Gen.OneOf(Gen.String[0, 30], Gen.Int[0, 400].Select(i => $"{i}"))).Select((code, quote) => (code, quote));
        Gen.Select(Gen.Int[0, cases.Length - 1].Select(i => cases[i]), claim.List[0, 6], Gen.Int[0, 500], Gen.Enum<ModelWord>(), Gen.Bool).Sample(
            (declaration, claims, from, raises, laid) =>
            {
                var policy = (laid ? Laid.All : BuiltIn.Policy) with { Models = Clearing(raises: raises).Models };
                var question = SecondQuestion.Of(policy, Host, Submission(declaration), [])!;
                var before = Classifier.Assess(policy, declaration, []);
                var text = question.Texts[^1].Text;
                var sent = text[Math.Min(from, text.Length - 1)..];
                var after = question.Raise(before, new Reading(Stamp, [.. claims.Select((c, i) => new Claim(c.code, i % 2 == 0 ? sent : c.quote))]));
                return after.Tier >= before.Tier
                    && before.Findings.All(after.Findings.Contains)
                    && before.Doubts.All(after.Doubts.Contains)
                    && (after.Tier > before.Tier || before.Route.Stages.SelectMany(s => s.Seats).All(after.Route.Stages.SelectMany(s => s.Seats).Contains))
                    && after.Findings.Skip(before.Findings.Count).SelectMany(f => f.Evidence).All(e => e.Quote.Length > 0);
            },
            iter: 400);
    }

    private static Policy Clearing(bool personal = false, ModelWord raises = ModelWord.Doubt) => BuiltIn.Policy with { Models = [new ModelClearance(Host, personal, raises)] };

    private static string Description(Policy policy) => Question(policy).Texts.Single(t => t.Field == "description").Text;

    private static SecondQuestion Question(Policy policy) => SecondQuestion.Of(policy, Host, Submission(Declared), [])!;

    private static Assessment Raise(Policy policy, params Claim[] claims) =>
        Question(policy).Raise(Classifier.Assess(policy, Declared, []), new Reading(Stamp, claims));

    private static Submission Submission(Declaration declaration) =>
        new(declaration, new Submitter("Sam Ferreira", "sam@crew.example", "en"), Channel.Form, "form:1", "f1");
}
