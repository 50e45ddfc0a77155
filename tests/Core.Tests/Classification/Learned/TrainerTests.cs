using Core.Tests.Classification.Evaluation;
using Core.Tests.Policies;
using Workflow.Core.Classification.Evaluation;
using Workflow.Core.Classification.Learned;

namespace Core.Tests.Classification.Learned;

public sealed class TrainerTests
{
    // Every thirtieth: enough for every finding, and learned in a moment.
    private static readonly IReadOnlyList<LabelledCase> Few = [.. Cases.Corpus.Where((_, i) => i % 30 == 0)];

    [Fact]
    public void Same_corpus_in_any_order_gives_the_same_model_to_the_letter() =>
        Assert.Equal(Learn(Few), Learn([.. Few.Reverse()]));

    [Fact]
    public void Committed_model_is_that_of_the_committed_corpus() =>
        Assert.True(
            ModelText.Read(BuiltIn.Load("models/learned-1.txt"))?.Stamp == Trainer.StampOf(Cases.Corpus, BuiltIn.Policy),
            "The corpus, the way sentences are cut, or the trainer has changed since the model was learned. Run 'approvals policy train', compare its tables with the thresholds under 'learned' in the policy, and commit the new model.");

    [Fact]
    public void Stamp_changes_with_a_label()
    {
        var changed = Few.Select((c, i) => i == 0 ? c with { Findings = c.Findings.Count == 0 ? Few.First(f => f.Findings.Count > 0).Findings : new HashSet<Workflow.Core.Classification.FindingCode>() } : c);

        Assert.NotEqual(Trainer.StampOf(Few, BuiltIn.Policy), Trainer.StampOf([.. changed], BuiltIn.Policy));
    }

    [Fact]
    public void Held_out_cases_come_once_each_by_a_model_that_has_not_seen_them()
    {
        var heldOut = HeldOut.Of(Few, BuiltIn.Policy, 3, TestContext.Current.CancellationToken);

        Assert.Equal(Few.Select(c => c.Id).Order(StringComparer.Ordinal), heldOut.Select(h => h.Case.Id).Order(StringComparer.Ordinal));
        foreach (var fold in heldOut.GroupBy(h => h.Model))
        {
            var others = Few.ExceptBy(fold.Select(h => h.Case.Id), c => c.Id).ToList();
            Assert.Equal(Trainer.StampOf(others, BuiltIn.Policy), fold.Key.Stamp);
        }
    }

    private static string Learn(IReadOnlyList<LabelledCase> cases) =>
        ModelText.Write(Trainer.Train(cases, BuiltIn.Policy, TestContext.Current.CancellationToken));
}
