using Workflow.Core.Classification;
using Workflow.Core.Classification.Signals;

namespace Workflow.Core.Policies;

/// <summary>Finds rules that are well-formed and yet wrong: that can never fire, or add nothing when they do.</summary>
/// <param name="places">Of the document that has the rules under <c>rules</c>.</param>
/// <param name="signals">What the policy listens for.</param>
internal sealed class RuleLinter(DocumentPlaces places, IReadOnlyList<WordSignals> signals)
{
    /// <summary>Lints the rules of one document.</summary>
    /// <param name="rules">In the order of the document.</param>
    /// <param name="others">Rules of other documents that are judged with them.</param>
    /// <param name="named">Ids of rules by which consents are demanded or conditions set: they do something by themselves.</param>
    public void Lint(IReadOnlyList<Rule> rules, IReadOnlyList<Rule> others, IEnumerable<string> named)
    {
        for (var i = 0; i < rules.Count; i++)
        {
            LintRule(rules[i], $"rules[{i}]", [.. others, .. rules.Take(i)]);
            if (!named.Contains(rules[i].Id))
            {
                LintUse(rules[i], $"rules[{i}]", [.. others, .. rules.Where(r => r.Id != rules[i].Id)]);
            }
        }
    }

    private void LintRule(Rule rule, string path, IReadOnlyList<Rule> before)
    {
        if (before.Any(r => r.Id == rule.Id))
        {
            places.Error($"{path}.id", $"Two rules are called '{rule.Id}'.", "Rename one: evidence cites rules by id.");
        }

        if (rule.Tier is Tier.Notify && rule.Doubt is not null)
        {
            places.Error($"{path}.tier", "A doubt of tier 'notify' asks nobody.", "Raise it to 'review', or take the rule out.");
        }

        foreach (var empty in rule.Declared.Where(t => t.Answers.Count == 0))
        {
            places.Error($"{path}.declared.{empty.Field}", "This rule can never fire: no answer fits.", "Name at least one answer.");
        }

        if (rule.Sentence is { } sentence)
        {
            LintSentence(sentence, $"{path}.sentence");
        }

        if (rule.Anywhere is { } anywhere)
        {
            LintSentence(anywhere, $"{path}.anywhere");
        }
    }

    // Of two rules that say the same the second adds nothing; else each would be said to be overtaken by the other.
    private void LintUse(Rule rule, string path, IReadOnlyList<Rule> others)
    {
        var overtaking = others.FirstOrDefault(other => other.Overtakes(rule) && !rule.Overtakes(other));
        if (overtaking is not null)
        {
            places.Warning(
                path, $"'{rule.Id}' adds nothing: whenever it fires, so does '{overtaking.Id}', which demands as much.", "Take one of them out, or narrow one.");
        }
    }

    private void LintSentence(SentenceTest sentence, string path)
    {
        if (sentence.All.Count == 0)
        {
            places.Error($"{path}.all", "This rule can never fire: it listens for nothing.", "Name at least one concept.");
        }

        foreach (var both in sentence.All.Intersect(sentence.Except))
        {
            places.Error($"{path}.except", $"This rule can never fire: '{both}' is demanded and exempted.", "Take it out of one of them.");
        }

        if (sentence.Any.Count > 0 && sentence.Any.All(sentence.Except.Contains))
        {
            places.Error($"{path}.except", "This rule can never fire: each concept of 'any' is exempted.", "Take one of them out of 'except'.");
        }

        var lists = sentence.All.Select((concept, i) => (concept, Path: $"{path}.all[{i}]"))
            .Concat(sentence.Any.Select((concept, i) => (concept, Path: $"{path}.any[{i}]")))
            .Concat(sentence.Except.Select((concept, i) => (concept, Path: $"{path}.except[{i}]")));
        foreach (var (concept, at) in lists)
        {
            var deaf = signals.Where(s => !s.Concepts.Contains(concept)).Select(s => s.Language).ToList();
            if (deaf.Count == signals.Count)
            {
                places.Error(at, $"No signals document knows the concept '{concept}'.", "Correct the name, or add phrases for it.");
            }
            else if (deaf.Count > 0)
            {
                places.Warning(at, $"The concept '{concept}' has no phrases in: {string.Join(", ", deaf)}.", "Add phrases for it.");
            }
        }
    }
}
