using System.Globalization;
using Core.Tests.Policies;
using Workflow.Core.Classification.Evaluation;

namespace Core.Tests.Classification.Evaluation;

/// <summary>The built-in policy on <c>policies/cases/dev.jsonl</c>. What holds now; issue 7 asks for what <see cref="Demands"/> says by itself.</summary>
public sealed class DevCasesTests(ITestOutputHelper output)
{
    private static readonly Demands Now = new()
    {
        TierAccuracy = 0.74,
        WrittenRecall = 0.70,
        WrittenPrecision = 0.95,
        NotifyRecall = 0.63,
        FindingRecall = 0.68,
        FindingPrecision = 0.88,
    };

    [Fact]
    public void Built_in_policy_reaches_what_it_has_reached_before()
    {
        var scores = Scores.Of([.. Cases.Dev.Select(c => JudgedCase.Of(BuiltIn.Policy, c))]);

        foreach (var (expected, given) in scores.Confusion)
        {
            output.WriteLine($"{expected,-8} {string.Join(' ', given.Select(g => $"{g.Key} {g.Value,3}"))}");
        }

        foreach (var (code, score) in scores.Findings)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{code,-22} recall {score.Recall:0.000} precision {score.Precision:0.000}"));
        }

        var measures = Now.Compare(scores);
        foreach (var measure in measures)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{measure.Name,-26} {measure.Reached:0.000} ({(measure.AtMost ? "at most" : "at least")} {measure.Demanded:0.000})"));
        }

        Assert.All(measures, m => Assert.True(m.IsMet, $"{m.Name}: {m.Reached} instead of {m.Demanded}"));
    }
}
