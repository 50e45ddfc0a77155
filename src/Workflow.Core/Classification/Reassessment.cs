using Workflow.Core.Policies;

namespace Workflow.Core.Classification;

/// <summary>Joins a new assessment to the one before, so that new facts can only raise what is asked (promise 4).</summary>
public static class Reassessment
{
    /// <summary>The stricter of both: the higher tier, every finding and doubt, every seat, consent and condition of both.</summary>
    public static Assessment Raise(Assessment before, Assessment now)
    {
        var (stricter, other) = now.Tier > before.Tier ? (now, before) : (before, now);
        return now with
        {
            Policy = before.Policy,
            Tier = stricter.Tier,
            Findings = [.. now.Findings, .. before.Findings.Where(b => now.Findings.All(n => (n.Code, n.Rule) != (b.Code, b.Rule)))],
            Doubts = [.. now.Doubts, .. before.Doubts.Where(b => now.Doubts.All(n => n.Rule != b.Rule))],
            Route = WithSeatsOf(stricter.Route, other.Route) with { Terms = stricter.Route.Terms.And(other.Route.Terms) },
        };
    }

    /// <summary>
    /// What another version of the policy makes of it, or the policy now in force of a new version of the use: its own
    /// route, and still no lower tier and no seat less than before.
    /// </summary>
    public static Assessment Renew(Assessment before, Assessment now) =>
        Raise(before, now) with { Policy = now.Policy, Route = now.Tier >= before.Tier ? WithSeatsOf(now.Route, before.Route) : before.Route };

    /// <summary>Whether the later one asks for more: a higher tier, or a role that was not asked before.</summary>
    public static bool AsksMore(Assessment before, Assessment after) =>
        after.Tier > before.Tier || Roles(after.Route).Except(Roles(before.Route)).Any();

    private static IEnumerable<string> Roles(Route route) => route.Stages.SelectMany(s => s.Seats).Select(s => s.Role);

    // A stage that needs all its seats goes on needing all of them.
    private static Route WithSeatsOf(Route route, Route other)
    {
        var missing = other.Stages.SelectMany(s => s.Seats).DistinctBy(s => s.Role).Where(s => !Roles(route).Contains(s.Role)).ToList();
        if (missing.Count == 0)
        {
            return route;
        }

        var last = route.Stages[^1];
        var widened = last with
        {
            Seats = [.. last.Seats, .. missing],
            Quorum = last.Quorum == last.Seats.Count ? last.Quorum + missing.Count : last.Quorum,
        };
        return route with { Stages = [.. route.Stages.SkipLast(1), widened] };
    }
}
