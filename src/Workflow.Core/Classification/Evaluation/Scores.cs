using System.Collections.ObjectModel;

namespace Workflow.Core.Classification.Evaluation;

/// <summary>How well a classifier did on labelled declarations.</summary>
/// <param name="Cases">How many there were.</param>
/// <param name="Confusion">How many cases of each expected tier came to each tier.</param>
/// <param name="Tiers">Each tier as a label.</param>
/// <param name="Findings">Each finding that was expected or given.</param>
/// <param name="Languages">By ISO 639-1 code, ordinally.</param>
public sealed record Scores(
    int Cases,
    IReadOnlyDictionary<Tier, IReadOnlyDictionary<Tier, int>> Confusion,
    IReadOnlyDictionary<Tier, Score> Tiers,
    IReadOnlyDictionary<FindingCode, Score> Findings,
    IReadOnlyDictionary<string, LanguageScore> Languages)
{
    /// <summary>The share of cases that came to the expected tier.</summary>
    public double TierAccuracy => Share(Tiers.Values.Sum(t => t.Right), Cases);

    /// <summary>Cases that need written approval and came to a notification: the error that costs most.</summary>
    public int WrittenAsNotify => Confusion[Tier.Written][Tier.Notify];

    /// <summary>Recall, averaged over the findings that were expected.</summary>
    public double FindingRecall => Average(Findings.Values.Where(f => f.Expected > 0).Select(f => f.Recall));

    /// <summary>Precision, averaged over the findings that were expected or given.</summary>
    public double FindingPrecision => Average(Findings.Values.Select(f => f.Precision));

    /// <summary>Scores judged cases.</summary>
    public static Scores Of(IReadOnlyCollection<JudgedCase> judged)
    {
        var tiers = Enum.GetValues<Tier>();
        var findings = Enum.GetValues<FindingCode>()
            .Select(code => (Code: code, Score: Score.Of(judged, j => j.Case.Findings.Contains(code), j => j.Findings.Contains(code))))
            .Where(f => f.Score is not { Expected: 0, Given: 0 });
        return new Scores(
            judged.Count,
            tiers.ToDictionary(t => t, t => (IReadOnlyDictionary<Tier, int>)ComeTo(tiers, judged.Where(j => j.Case.Tier == t))),
            tiers.ToDictionary(t => t, t => Score.Of(judged, j => j.Case.Tier == t, j => j.Tier == t)),
            findings.ToDictionary(f => f.Code, f => f.Score),
            new SortedDictionary<string, LanguageScore>(
                judged.GroupBy(j => j.Case.Language).ToDictionary(g => g.Key, g => LanguageScore.Of([.. g])), StringComparer.Ordinal));
    }

    internal static double Share(int part, int whole) => whole == 0 ? 1 : (double)part / whole;

    private static ReadOnlyDictionary<Tier, int> ComeTo(Tier[] tiers, IEnumerable<JudgedCase> judged) =>
        tiers.ToDictionary(t => t, t => judged.Count(j => j.Tier == t)).AsReadOnly();

    private static double Average(IEnumerable<double> shares) => shares.DefaultIfEmpty(1).Average();
}

/// <summary>How well a classifier did in one language.</summary>
/// <param name="Cases">How many there were.</param>
/// <param name="TierAccuracy">The share that came to the expected tier.</param>
/// <param name="Findings">All findings as one label.</param>
public sealed record LanguageScore(int Cases, double TierAccuracy, Score Findings)
{
    internal static LanguageScore Of(IReadOnlyCollection<JudgedCase> judged) => new(
        judged.Count,
        Scores.Share(judged.Count(j => j.Tier == j.Case.Tier), judged.Count),
        new Score(
            judged.Sum(j => j.Findings.Count(j.Case.Findings.Contains)),
            judged.Sum(j => j.Case.Findings.Count),
            judged.Sum(j => j.Findings.Count)));
}
