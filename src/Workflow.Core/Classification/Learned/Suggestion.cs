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
    // Of those raised so many have this finding; of the others most have another that asks for as much.
    private const double RightFinding = 0.8;
    private const double RightTier = 0.93;

    // A score that so few reach proves nothing.
    private const int LeastRaised = 5;

    // A mood board that a person has to look at; all findings together cost as many times this.
    private const double NotificationsDoubted = 0.008;

    /// <summary>Weighs a finding.</summary>
    /// <param name="code">The finding.</param>
    /// <param name="tier">The tier that it demands.</param>
    /// <param name="heldOut">Declarations with models that have not seen them.</param>
    public static Suggestion Of(FindingCode code, Tier tier, IReadOnlyCollection<HeldOut> heldOut)
    {
        var ranked = heldOut.Select(h => new Ranked(Math.Round(h.Score(code), 2), h.Case.Findings.Contains(code), h.Case.Tier))
            .OrderByDescending(h => h.Score).ToList();
        var examples = ranked.Count(r => r.Has);
        var precision = 0.0;
        var right = 0;
        var rightTier = 0;
        var notifications = 0;
        double? raiseAt = null;
        var doubtAt = Math.Max(1, ranked[0].Score);
        var mayDoubt = NotificationsDoubted * ranked.Count(r => r.Tier is Tier.Notify);
        for (var i = 0; i < ranked.Count; i++)
        {
            right += ranked[i].Has ? 1 : 0;
            rightTier += ranked[i].Tier >= tier ? 1 : 0;
            notifications += ranked[i].Tier is Tier.Notify ? 1 : 0;
            precision += ranked[i].Has ? (double)right / (i + 1) : 0;
            if (i + 1 >= LeastRaised && right >= RightFinding * (i + 1) && rightTier >= RightTier * (i + 1))
            {
                raiseAt = ranked[i].Score;
            }

            if (notifications <= mayDoubt)
            {
                doubtAt = ranked[i].Score;
            }
        }

        doubtAt = Math.Min(doubtAt, raiseAt ?? doubtAt);
        return new Suggestion(
            code, examples, precision / Math.Max(1, examples), raiseAt, Reached(raiseAt ?? double.MaxValue), doubtAt, Reached(doubtAt));

        double Reached(double score) => (double)ranked.Count(r => r.Has && r.Score >= score) / Math.Max(1, examples);
    }

    private readonly record struct Ranked(double Score, bool Has, Tier Tier);
}
