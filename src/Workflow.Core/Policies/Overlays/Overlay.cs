using Workflow.Core.Classification;

namespace Workflow.Core.Policies.Overlays;

/// <summary>
/// What a guild, a law or a broadcaster demands besides a policy, as read from a document such as
/// <c>policies/overlays/sag-aftra.yaml</c>. It has words for more only: there is nothing in it that could take away.
/// </summary>
public sealed record Overlay
{
    /// <summary>Unique among the overlays of a policy.</summary>
    public required string Id { get; init; }

    /// <summary>Of the document.</summary>
    public required string Version { get; init; }

    /// <summary>As people call it.</summary>
    public required string Title { get; init; }

    /// <summary>What it rests on, and the day that was read.</summary>
    public required PolicySource Source { get; init; }

    /// <summary>Judged besides the policy's own, after them.</summary>
    public required IReadOnlyList<Rule> Rules { get; init; }

    /// <summary>Asked besides for written approval.</summary>
    public required IReadOnlyList<SeatTemplate> Seats { get; init; }

    /// <summary>Demanded besides for written approval; null: nothing.</summary>
    public required ConsentTemplate? Consent { get; init; }

    /// <summary>Set on whatever is allowed, in every tier.</summary>
    public required IReadOnlyList<ConditionTemplate> Conditions { get; init; }

    /// <summary>The longest that an approval may hold, in calendar time; null: as the policy says.</summary>
    public required TimeSpan? ApprovalValidity { get; init; }

    /// <summary>As in a policy: by language tag and by the words of the document.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Translations { get; init; }

    /// <summary>Ids of the rules by which it demands consents or sets conditions.</summary>
    internal IReadOnlySet<string> NamedRules => Conditions.SelectMany(c => c.Rules).Concat((Consent?.Kinds ?? []).SelectMany(k => k.Rules)).ToHashSet();

    /// <summary>Every text that people read and that a translation has to hold.</summary>
    public IReadOnlySet<string> Texts => new HashSet<string>([.. Rules.Select(r => r.Source), .. Rules.Select(r => r.Doubt).OfType<string>()]);
}

/// <summary>An overlay as a policy names it.</summary>
/// <param name="Overlay">Which, with the settings that the policy gives it.</param>
/// <param name="Productions">The productions that it applies to, as the directory names them; empty: all.</param>
public sealed record OverlayUse(Overlay Overlay, IReadOnlyList<string> Productions)
{
    /// <summary>Whether a use in this production falls under it. A use of no named production falls under all.</summary>
    public bool AppliesTo(string? production) =>
        production is null || Productions.Count == 0 || Productions.Contains(production.Trim(), StringComparer.OrdinalIgnoreCase);
}

/// <summary>A condition that a policy sets by itself on what it allows.</summary>
/// <param name="Text">What has to be kept to. Part of the terms, therefore as it stands in every language.</param>
/// <param name="Source">The clause that it rests on.</param>
/// <param name="When">Set only when one of these was found or one of <paramref name="Rules"/> fired; both empty: always.</param>
/// <param name="Rules">Ids of rules.</param>
/// <param name="Owner">Who has to meet it, in words; null: whoever submitted the request.</param>
public sealed record ConditionTemplate(
    string Text, string Source, IReadOnlyList<FindingCode> When, IReadOnlyList<string> Rules, string? Owner)
{
    internal bool IsNeededFor(IReadOnlyCollection<FindingCode> findings, IReadOnlyCollection<string> rules) =>
        (When.Count == 0 && Rules.Count == 0) || When.Any(findings.Contains) || Rules.Any(rules.Contains);

    internal Approval.Condition Condition => new($"{Text} ({Source})", Owner: Owner);
}
