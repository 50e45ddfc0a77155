namespace Workflow.Core.Classification.Learned;

/// <summary>From which scores on a model may be believed about a finding, by declarations that it has never seen.</summary>
/// <param name="Code">The finding.</param>
/// <param name="Examples">How many declarations have it.</param>
/// <param name="AveragePrecision">Precision averaged over the ranks of those that have it: 1 when they all come first.</param>
/// <param name="RaiseAt">The least score that may raise the finding; null when there is none.</param>
/// <param name="Raised">The share of those that have it which is raised there.</param>
/// <param name="DoubtAt">The least score that few notifications reach.</param>
/// <param name="Heard">The share of those that have it which is raised or doubted there.</param>
public sealed record Suggestion(FindingCode Code, int Examples, double AveragePrecision, double? RaiseAt, double Raised, double DoubtAt, double Heard)
{
    // Of those raised so many have this finding, and so many at least its tier, if by another finding.
    private const double RightFinding = 0.75;
    private const double RightTier = 0.9;

    // A score that so few reach proves nothing.
    private const int LeastRaised = 5;

    // A mood board that a person has to look at; all findings together cost as many times this.
    private const double NotificationsDoubted = 0.004;

    /// <summary>Weighs a finding.</summary>
    /// <param name="code">The finding.</param>
    /// <param name="tier">The tier that it demands.</param>
    /// <param name="heldOut">Declarations with models that have not seen them; at least one.</param>
    public static Suggestion Of(FindingCode code, Tier tier, IReadOnlyCollection<HeldOut> heldOut)
    {
        // A policy gives scores with two digits.
        var ranked = heldOut.Select(h => new Ranked(Math.Round(h.Score(code), 2), h.Case.Findings.Contains(code), h.Case.Tier))
            .OrderByDescending(r => r.Score).ToList();
        var raiseAt = RaisingScore(ranked, tier);
        var doubtAt = Math.Min(DoubtingScore(ranked), raiseAt ?? double.MaxValue);
        return new Suggestion(
            code, ranked.Count(r => r.Has), Precision(ranked), raiseAt, Reached(ranked, raiseAt ?? double.MaxValue), doubtAt, Reached(ranked, doubtAt));
    }

    private static double? RaisingScore(List<Ranked> ranked, Tier tier) => ranked
        .Select(r => (double?)r.Score)
        .Distinct()
        .LastOrDefault(score =>
        {
            var raised = ranked.TakeWhile(r => r.Score >= score).ToList();
            return raised.Count >= LeastRaised
                && raised.Count(r => r.Has) >= RightFinding * raised.Count
                && raised.Count(r => r.Tier >= tier) >= RightTier * raised.Count;
        });

    private static double DoubtingScore(List<Ranked> ranked)
    {
        var notifications = ranked.Where(r => r.Tier is Tier.Notify).ToList();
        var doubted = (int)(NotificationsDoubted * notifications.Count);
        return ranked.Select(r => r.Score).LastOrDefault(score => notifications.Count(n => n.Score >= score) <= doubted, defaultValue: ranked[0].Score);
    }

    private static double Precision(List<Ranked> ranked) => ranked
        .Select((r, i) => (r.Has, Precision: (double)ranked.Take(i + 1).Count(above => above.Has) / (i + 1)))
        .Where(r => r.Has)
        .Select(r => r.Precision)
        .DefaultIfEmpty(0)
        .Average();

    private static double Reached(List<Ranked> ranked, double score) =>
        (double)ranked.Count(r => r.Has && r.Score >= score) / Math.Max(1, ranked.Count(r => r.Has));

    private readonly record struct Ranked(double Score, bool Has, Tier Tier);
}
