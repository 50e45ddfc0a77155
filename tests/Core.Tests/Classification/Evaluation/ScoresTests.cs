using Core.Tests.Policies;
using Workflow.Core.Classification;
using Workflow.Core.Classification.Evaluation;
using Workflow.Core.Requests;

namespace Core.Tests.Classification.Evaluation;

public sealed class ScoresTests
{
    private const string Clone = "We clone the voice of our lead.";

    [Fact]
    public void Right_case_scores_in_its_tier_and_finding()
    {
        var scores = Score(Case("a", Clone, Tier.Written, FindingCode.DigitalReplica));

        Assert.Equal(1, scores.TierAccuracy);
        Assert.Equal(new Score(1, 1, 1), scores.Findings[FindingCode.DigitalReplica]);
        Assert.Equal(1, scores.Confusion[Tier.Written][Tier.Written]);
    }

    [Fact]
    public void Missed_finding_costs_recall_and_counts_as_written_classed_notify()
    {
        var scores = Score(Case("a", "A harmless board of colours.", Tier.Written, FindingCode.DigitalReplica));

        Assert.Equal((0, 1), (scores.TierAccuracy, scores.WrittenAsNotify));
        Assert.Equal((0, 0), (scores.FindingRecall, scores.FindingPrecision));
    }

    [Fact]
    public void Finding_too_much_costs_precision_alone()
    {
        var scores = Score(Case("a", Clone, Tier.Written, FindingCode.DigitalReplica), Case("b", Clone, Tier.Notify));

        Assert.Equal((1, 0.5), (scores.FindingRecall, scores.FindingPrecision));
        Assert.Equal(new Score(1, 1, 2), scores.Tiers[Tier.Written]);
    }

    [Fact]
    public void Doubt_that_rests_on_open_questions_alone_is_left_out()
    {
        var mail = Case("a", "A harmless board of colours.", Tier.Notify);
        var open = mail with { Declaration = mail.Declaration with { Principles = new PrincipleAnswers(), FinalDeliverable = null, Use = null } };

        var judged = JudgedCase.Of(BuiltIn.Policy, open);

        Assert.Equal((Tier.Review, Tier.Notify), (judged.Assessment.Tier, judged.Tier));
    }

    [Fact]
    public void Answer_unsure_is_a_doubt_that_counts()
    {
        var form = Case("a", "A harmless board of colours.", Tier.Review);
        var unsure = form with { Declaration = form.Declaration with { Principles = form.Declaration.Principles with { P1 = Answer.Unsure } } };

        Assert.Equal(Tier.Review, JudgedCase.Of(BuiltIn.Policy, unsure).Tier);
    }

    [Fact]
    public void Demands_are_met_by_what_is_right_and_missed_by_what_is_not()
    {
        Assert.All(new Demands().Compare(Score(Case("a", Clone, Tier.Written, FindingCode.DigitalReplica))), m => Assert.True(m.IsMet, m.Name));
        Assert.Equal(
            ["tier accuracy", "written as notify", "written recall", "written precision", "finding recall, macro", "finding precision, macro"],
            new Demands().Compare(Score(Case("a", "A harmless board of colours.", Tier.Written, FindingCode.DigitalReplica))).Where(m => !m.IsMet).Select(m => m.Name));
    }

    private static Scores Score(params LabelledCase[] cases) => Scores.Of([.. cases.Select(c => JudgedCase.Of(BuiltIn.Policy with { Learned = null }, c))]);

    private static LabelledCase Case(string id, string sentence, Tier tier, params FindingCode[] findings) =>
        new(id, "en", Declared.Saying(sentence), tier, findings.ToHashSet(), []);
}
