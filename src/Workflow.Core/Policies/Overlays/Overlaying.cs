using Workflow.Core.Classification;

namespace Workflow.Core.Policies.Overlays;

/// <summary>
/// Lays an overlay over a policy. Every part can only grow: rules, seats, consents and conditions join, the time for which
/// an approval holds is the shorter one. What comes out is therefore nowhere laxer than what went in.
/// </summary>
public static class Overlaying
{
    /// <summary>The policy that names these overlays. Whoever reads an assessment need not know from which document its words are.</summary>
    public static Policy Under(this Policy policy, IReadOnlyList<OverlayUse> overlays) => overlays.Count == 0 ? policy : policy with
    {
        Overlays = overlays,
        Translations = overlays.SelectMany(use => use.Overlay.Translations).Concat(policy.Translations)
            .GroupBy(t => t.Key, t => t.Value, StringComparer.Ordinal)
            .ToDictionary(language => language.Key, Joined, StringComparer.Ordinal),
    };

    /// <summary>The policy with everything that the overlay demands besides.</summary>
    public static Policy Over(this Overlay overlay, Policy policy) => policy with
    {
        Rules = [.. policy.Rules, .. overlay.Rules],
        Routes = policy.Routes.ToDictionary(r => r.Key, r => Over(overlay, r.Key, r.Value)),
    };

    private static IReadOnlyDictionary<string, string> Joined(IEnumerable<IReadOnlyDictionary<string, string>> translations) =>
        translations.SelectMany(texts => texts)
            .GroupBy(text => text.Key, text => text.Value, StringComparer.Ordinal)
            .ToDictionary(text => text.Key, text => text.Last(), StringComparer.Ordinal);

    private static RouteTemplate Over(Overlay overlay, Tier tier, RouteTemplate route)
    {
        var terms = route with
        {
            ApprovalValidity = overlay.ApprovalValidity < route.ApprovalValidity ? overlay.ApprovalValidity.Value : route.ApprovalValidity,
            Conditions = [.. route.Conditions, .. overlay.Conditions],
        };

        // Whoever is to be asked, and whatever is to be shown, is so for what a rule sends to written approval.
        return tier == Tier.Written
            ? terms with { Stages = overlay.Seats.Aggregate(route.Stages, With), Consent = Join(route.Consent, overlay.Consent) }
            : terms;
    }

    /// <summary>The consents of both, checked off by the seat of the first.</summary>
    private static ConsentTemplate? Join(ConsentTemplate? first, ConsentTemplate? second) => (first, second) switch
    {
        (null, _) => second,
        (_, null) => first,
        _ => first with { Kinds = [.. first.Kinds, .. second.Kinds] },
    };

    private static IReadOnlyList<StageTemplate> With(IReadOnlyList<StageTemplate> stages, SeatTemplate seat)
    {
        // Where not all have to agree, one seat more would be one that can agree in place of another.
        var open = stages.Where(s => s.When.Count == 0 && s.Quorum == Quorum.All).ToList();
        var into = open.Find(s => s.Seats.Any(other => other.Role == seat.Role)) ?? open.FirstOrDefault();
        return into is null
            ? [.. stages, stages[^1] with { Seats = [seat], Quorum = Quorum.All, When = [] }]
            : [.. stages.Select(s => ReferenceEquals(s, into) ? s with { Seats = Joined(s.Seats, seat) } : s)];
    }

    private static IReadOnlyList<SeatTemplate> Joined(IReadOnlyList<SeatTemplate> seats, SeatTemplate seat) =>
        seats.Any(s => s.Role == seat.Role)
            ? [.. seats.Select(s => s.Role == seat.Role ? s with { When = Either(s.When, seat.When) } : s)]
            : [.. seats, seat];

    // No finding named means always.
    private static IReadOnlyList<FindingCode> Either(IReadOnlyList<FindingCode> a, IReadOnlyList<FindingCode> b) =>
        a.Count == 0 || b.Count == 0 ? [] : [.. a.Union(b)];
}
