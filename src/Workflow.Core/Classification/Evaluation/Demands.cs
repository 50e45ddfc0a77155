namespace Workflow.Core.Classification.Evaluation;

/// <summary>What a classifier must reach before anybody may rely on it. Shares from 0 to 1.</summary>
/// <remarks>A missed cloned voice is a lawsuit; a mood board sent to legal is a process that crews stop using.</remarks>
public sealed record Demands
{
    /// <summary>Cases that come to the expected tier, at least.</summary>
    public double TierAccuracy { get; init; } = 0.90;

    /// <summary>Of the cases that need written approval, those that come to a notification, at most.</summary>
    public double WrittenAsNotify { get; init; } = 1.0 / 60;

    /// <summary>Recall of written approval, at least.</summary>
    public double WrittenRecall { get; init; } = 0.93;

    /// <summary>Precision of written approval, at least.</summary>
    public double WrittenPrecision { get; init; } = 0.90;

    /// <summary>Recall of notifications, at least.</summary>
    public double NotifyRecall { get; init; } = 0.80;

    /// <summary>Recall averaged over the findings, at least.</summary>
    public double FindingRecall { get; init; } = 0.80;

    /// <summary>Precision averaged over the findings, at least.</summary>
    public double FindingPrecision { get; init; } = 0.80;

    /// <summary>Every demand with what was reached.</summary>
    public IReadOnlyList<Measure> Compare(Scores scores) =>
    [
        new("tier accuracy", scores.TierAccuracy, TierAccuracy),
        new("written as notify", (double)scores.WrittenAsNotify / Math.Max(1, scores.Tiers[Tier.Written].Expected), WrittenAsNotify, AtMost: true),
        new("written recall", scores.Tiers[Tier.Written].Recall, WrittenRecall),
        new("written precision", scores.Tiers[Tier.Written].Precision, WrittenPrecision),
        new("notify recall", scores.Tiers[Tier.Notify].Recall, NotifyRecall),
        new("finding recall, macro", scores.FindingRecall, FindingRecall),
        new("finding precision, macro", scores.FindingPrecision, FindingPrecision),
    ];
}

/// <summary>One demand with what was reached.</summary>
/// <param name="Name">As a table calls it.</param>
/// <param name="Reached">The share that was measured.</param>
/// <param name="Demanded">The share that must be reached, or not exceeded.</param>
/// <param name="AtMost">Whether less is better.</param>
public sealed record Measure(string Name, double Reached, double Demanded, bool AtMost = false)
{
    /// <summary>Whether the demand is met.</summary>
    public bool IsMet => AtMost ? Reached <= Demanded : Reached >= Demanded;
}
