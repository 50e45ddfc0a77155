using Workflow.Core.Classification;
using Workflow.Core.Requests;

namespace Workflow.Core.Policies.Comparison;

/// <summary>Tells in words what one policy changes against another, and where it asks for less.</summary>
/// <remarks>
/// Told from the documents alone, so it errs to one side: whatever cannot be shown to ask for at least as much is called
/// laxer. What a change means for real requests, <see cref="Simulation.Simulated"/> tells.
/// </remarks>
public static class PolicyComparison
{
    /// <summary>Everything that differs, in the order of a policy document; empty when nothing does.</summary>
    public static IReadOnlyList<Change> Changes(Policy from, Policy to)
    {
        var changes = new ChangeList();
        Words(from, to, changes);
        Overlays(from, to, changes);

        // What overlays say is compared as laid over the policies, each of them with all of its own.
        var (before, after) = (from.For(null), to.For(null));
        RuleComparison.Compare(before.Rules, after.Rules, changes);
        ListeningComparison.Compare(before, after, changes);
        foreach (var tier in Enum.GetValues<Tier>())
        {
            RouteComparison.Compare($"routes.{Wire.Word(tier)}", before.Routes[tier], after.Routes[tier], changes);
        }

        RouteComparison.CompareConditions(before.Routes.Values, after.Routes.Values, changes);
        Channels(before, after, changes);
        Times(before, after, changes);
        return changes.Changes;
    }

    private static void Words(Policy from, Policy to, ChangeList changes)
    {
        changes.Value("id", from.Stamp.Id, to.Stamp.Id, Quoted);
        changes.Value("version", from.Stamp.Version, to.Stamp.Version, Quoted);
        changes.Value("title", from.Title, to.Title, Quoted);
        changes.Value("source", from.Source, to.Source, s => $"'{s.Title}', read on {s.Read:yyyy-MM-dd},");
        foreach (var (principle, clause) in to.Principles)
        {
            changes.Value($"principles.{Wire.Word(principle)}", from.Principles[principle], clause, Clause);
        }

        foreach (var (code, clause) in to.Findings)
        {
            changes.Value($"findings.{Wire.Word(code)}", from.Findings[code], clause, Clause);
        }

        foreach (var (role, words) in to.Roles.Where(r => from.Roles.ContainsKey(r.Key)))
        {
            changes.Value($"roles.{role}", from.Roles[role], words, w => $"'{w.Title}', who looks at {w.Duty},");
        }
    }

    private static void Overlays(Policy from, Policy to, ChangeList changes)
    {
        changes.Demands("overlays", "Overlays", from.Overlays.Select(o => o.Overlay.Id), to.Overlays.Select(o => o.Overlay.Id));
        foreach (var use in to.Overlays)
        {
            if (from.Overlays.FirstOrDefault(o => o.Overlay.Id == use.Overlay.Id) is not { } before)
            {
                continue;
            }

            var part = $"overlays.{use.Overlay.Id}";
            changes.Value($"{part}.version", before.Overlay.Version, use.Overlay.Version, Quoted);
            if (before.Productions.Count == 0 && use.Productions.Count > 0)
            {
                changes.Add(part, $"It applies to {string.Join(", ", use.Productions)} alone, and no longer to all productions.", Direction.Laxer);
            }
            else if (before.Productions.Count > 0 && use.Productions.Count == 0)
            {
                changes.Add(part, "It applies to all productions.", Direction.Stricter);
            }
            else
            {
                changes.Demands(part, "Productions", before.Productions, use.Productions);
            }
        }
    }

    private static void Channels(Policy from, Policy to, ChangeList changes)
    {
        foreach (var tier in Enum.GetValues<Tier>())
        {
            foreach (var outlet in Enum.GetValues<Outlet>())
            {
                changes.Most($"channels.{Wire.Word(tier)}.{Wire.Word(outlet)}", (int)from.Cleared(tier, outlet), (int)to.Cleared(tier, outlet), d => Quoted(Wire.Word((Disclosure)d)));
            }
        }
    }

    private static void Times(Policy from, Policy to, ChangeList changes)
    {
        changes.Value("completion", from.Completion.Limit, to.Completion.Limit, Duration.Working);
        changes.Value("quiet-hours", from.Quiet, to.Quiet, q => q is null ? "None" : q.ToString());
        changes.Value("retention.approved", from.Retention.Approved, to.Retention.Approved, Duration.Calendar);
        changes.Value("retention.other", from.Retention.Other, to.Retention.Other, Duration.Calendar);
        changes.Value("retention.quarantine", from.Retention.Quarantine, to.Retention.Quarantine, Duration.Calendar);
    }

    private static string Quoted(string text) => $"'{text}'";

    private static string Clause(Clause clause) => $"'{clause.Text}' ({clause.Source})";
}
