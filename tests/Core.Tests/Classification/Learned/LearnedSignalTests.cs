using Core.Tests.Policies;
using CsCheck;
using Workflow.Core.Classification;
using Workflow.Core.Classification.Learned;
using Workflow.Core.Classification.Signals;
using Workflow.Core.Requests;

namespace Core.Tests.Classification.Learned;

public sealed class LearnedSignalTests
{
    // What the model has learned from and no rule hears.
    private static readonly string Unforeseen = Evaluation.Cases.Corpus
        .Where(c => c.Findings.SetEquals([FindingCode.IncidentalFinal]))
        .Select(c => c.Declaration.Description)
        .Where(d => Classifier.Assess(BuiltIn.Policy with { Learned = null }, Declared.Saying(d), []).Tier is Tier.Notify)
        .MaxBy(d => Hear([d]).Score(FindingCode.IncidentalFinal))!;

    private static readonly FindingCode[] Codes = Enum.GetValues<FindingCode>();

    private static readonly string[] Written = [.. Evaluation.Cases.Corpus.Where((_, i) => i % 7 == 0).Select(c => c.Declaration.Description)];

    // Of the corpus, in all its languages, and of nobody.
    private static readonly Gen<string> Sentence = Gen.OneOf(
        Gen.Int[0, Written.Length - 1].Select(i => Written[i]),
        Gen.String[Gen.Char.AlphaNumeric, 3, 40].Select(s => s + "."));

    [Fact]
    public void Score_that_suffices_raises_a_finding_with_the_words_that_weigh_most()
    {
        var declaration = Declared.Saying(Unforeseen);

        var finding = Assert.Single(Assess(declaration, raiseAt: 0.2, doubtAt: 0.1).Findings);

        Assert.Equal((FindingCode.IncidentalFinal, "learned-incidental-final", Tier.Review), (finding.Code, finding.Rule, finding.Tier));
        Assert.NotEmpty(finding.Evidence);
        Assert.All(finding.Evidence, e => Assert.Equal(e.Quote, TextOf(declaration, e.Field).Substring(e.Start!.Value, e.Quote.Length)));
    }

    [Fact]
    public void Score_between_the_two_makes_a_person_look()
    {
        var assessment = Assess(Declared.Saying(Unforeseen), raiseAt: 9, doubtAt: 0.1);

        Assert.Empty(assessment.Findings);
        Assert.Equal(("Please look.", Tier.Review), (Assert.Single(assessment.Doubts).Reason, assessment.Tier));
    }

    [Fact]
    public void Score_below_both_changes_nothing()
    {
        var assessment = Assess(Declared.Saying(Unforeseen), raiseAt: 9, doubtAt: 9);

        Assert.Equal(Tier.Notify, assessment.Tier);
    }

    [Fact]
    public void A_row_of_a_form_says_too_little_to_be_judged_by()
    {
        var assessment = Assess(Declared.Saying("") with { Inputs = "nos propres croquis" }, raiseAt: -9, doubtAt: -9);

        Assert.DoesNotContain(assessment.Findings.SelectMany(f => f.Evidence), e => e.Field == "inputs");
    }

    [Fact]
    public void What_the_rules_found_is_not_said_again()
    {
        var assessment = Assess(Declared.Saying(Unforeseen) with { Use = IntendedUse.Background }, raiseAt: 0.2, doubtAt: 0.1);

        Assert.DoesNotContain(assessment.Findings, f => f.Rule.StartsWith("learned-", StringComparison.Ordinal));
    }

    [Fact]
    public void Sentences_added_anywhere_never_lower_a_score() =>
        Gen.Select(Sentence.List[1, 4], Sentence.List[1, 4], Gen.Int).Sample(
            (sentences, added, seed) =>
            {
                var more = sentences.ToList();
                foreach (var sentence in added)
                {
                    more.Insert(Math.Abs(seed % (more.Count + 1)), sentence);
                }

                var before = Hear(sentences);
                var after = Hear(more);
                return Array.TrueForAll(Codes, code => after.Score(code) >= before.Score(code));
            },
            iter: 300);

    [Fact]
    public void Any_text_is_heard_without_an_exception() =>
        Gen.String.Sample(text => { Hear([text]); }, iter: 1000);

    [Fact]
    public void Built_in_policy_still_takes_a_harmless_use_for_harmless() =>
        Assert.Equal(Tier.Notify, Classifier.Assess(BuiltIn.Policy, Declared.Harmless, []).Tier);

    private static LearnedHearing Hear(IEnumerable<string> sentences) => LearnedHearing.Of(
        BuiltIn.Policy.Learned!.Model,
        Hearing.Of(SearchedText.About(Declared.Harmless with { Description = string.Join("\n\n", sentences) }), BuiltIn.Policy.Lexicon));

    private static Assessment Assess(Declaration declaration, double raiseAt, double doubtAt)
    {
        var code = FindingCode.IncidentalFinal;
        var listening = new Listening(raiseAt, doubtAt, "Please look.", Tier.Review, "Final or temporary");
        return Classifier.Assess(BuiltIn.Policy with { Learned = BuiltIn.Policy.Learned! with { Findings = new Dictionary<FindingCode, Listening> { [code] = listening } } }, declaration, []);
    }

    private static string TextOf(Declaration declaration, string field) => field == "title" ? declaration.Title : declaration.Description;
}
