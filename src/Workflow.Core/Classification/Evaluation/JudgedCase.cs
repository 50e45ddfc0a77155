using Workflow.Core.Policies;

namespace Workflow.Core.Classification.Evaluation;

/// <summary>A labelled declaration with what a policy makes of it.</summary>
/// <param name="Case">The case.</param>
/// <param name="Assessment">As a request would get it.</param>
/// <param name="Tier">Its tier without the doubts that rest on open questions alone.</param>
public sealed record JudgedCase(LabelledCase Case, Assessment Assessment, Tier Tier)
{
    /// <summary>What was found.</summary>
    public IReadOnlySet<FindingCode> Findings { get; } = Assessment.Findings.Select(f => f.Code).ToHashSet();

    /// <summary>Whether the tier and every finding are as expected.</summary>
    public bool IsRight => Tier == Case.Tier && Findings.SetEquals(Case.Findings);

    /// <summary>Judges a case.</summary>
    /// <remarks>
    /// A mail answers none of the form's questions, and a request waits until its submitter has. What the open ones alone
    /// would raise is no judgement of the text, so it is left out.
    /// </remarks>
    public static JudgedCase Of(Policy policy, LabelledCase labelled)
    {
        var assessment = Classifier.Assess(policy, labelled.Declaration, []);
        var tier = assessment.Findings.Select(f => f.Tier)
            .Concat(assessment.Doubts.Where(d => !RestsOnOpenQuestions(d)).Select(d => d.Tier))
            .Append(Tier.Notify)
            .Max();
        return new JudgedCase(labelled, assessment, tier);
    }

    private static bool RestsOnOpenQuestions(Doubt doubt) =>
        doubt.Evidence.Count > 0 && doubt.Evidence.All(e => e.Start is null && e.Quote == DeclaredAnswers.Unanswered);
}
