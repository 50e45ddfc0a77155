using System.Globalization;
using Core.Tests.Policies;
using Workflow.Core.Classification.Evaluation;

namespace Core.Tests.Classification.Evaluation;

/// <summary>The built-in policy on <c>policies/cases/dev.jsonl</c>.</summary>
public sealed class DevCasesTests(ITestOutputHelper output)
{
    [Fact]
    public void Built_in_policy_judges_labelled_declarations_as_well_as_is_demanded()
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

        var measures = new Demands().Compare(scores);
        foreach (var measure in measures)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{measure.Name,-26} {measure.Reached:0.000} ({(measure.AtMost ? "at most" : "at least")} {measure.Demanded:0.000})"));
        }

        Assert.All(measures, m => Assert.True(m.IsMet, $"{m.Name}: {m.Reached} instead of {m.Demanded}"));
    }
}
