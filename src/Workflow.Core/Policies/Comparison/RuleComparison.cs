using Workflow.Core.Requests;

namespace Workflow.Core.Policies.Comparison;

/// <summary>Compares rules by their ids.</summary>
internal static class RuleComparison
{
    public static void Compare(IReadOnlyList<Rule> from, IReadOnlyList<Rule> to, ChangeList changes)
    {
        foreach (var rule in from)
        {
            if (to.FirstOrDefault(r => r.Id == rule.Id) is { } now)
            {
                Compare(rule, now, changes);
            }
            else if (to.FirstOrDefault(r => r.Overtakes(rule)) is { } other)
            {
                changes.Add(Part(rule), $"It is gone; whenever it fired, '{other.Id}' does.", Direction.Different);
            }
            else
            {
                changes.Add(Part(rule), $"It is gone, and with it: {Sees(rule)}.", Direction.Laxer);
            }
        }

        foreach (var rule in to.Where(r => from.All(f => f.Id != r.Id)))
        {
            changes.Add(Part(rule), $"It is new: {Sees(rule)}.", Direction.Stricter);
        }
    }

    private static void Compare(Rule was, Rule now, ChangeList changes)
    {
        changes.Value($"{Part(was)}.source", was.Source, now.Source, s => $"'{s}'");
        if (was.Doubt is not null && now.Doubt is not null)
        {
            changes.Value($"{Part(was)}.doubt", was.Doubt, now.Doubt, d => $"'{d}'");
        }

        // Another wording of a doubt is the same doubt.
        var worded = was.Doubt is not null && now.Doubt is not null ? was with { Doubt = now.Doubt } : was;
        switch (now.Overtakes(worded), worded.Overtakes(now))
        {
            case (true, true):
                break;
            case (true, false):
                changes.Add(Part(was), $"It fires more often, or demands more: {Sees(now)}.", Direction.Stricter);
                break;
            case (false, true):
                changes.Add(Part(was), $"It fires less often, or demands less: {Sees(now)}.", Direction.Laxer);
                break;
            default:
                changes.Add(Part(was), $"It fires for something else, and may not where it did: {Sees(now)}.", Direction.Laxer);
                break;
        }
    }

    private static string Part(Rule rule) => $"rules.{rule.Id}";

    private static string Sees(Rule rule) => $"{(rule.Finding is { } code ? Wire.Word(code) : "a doubt")}, tier {Wire.Word(rule.Tier)}";
}
