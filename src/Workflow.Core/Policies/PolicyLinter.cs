using Workflow.Core.Classification;
using Workflow.Core.Documents;
using Workflow.Core.People;
using Workflow.Core.Requests;

namespace Workflow.Core.Policies;

/// <summary>Finds what a policy says that is well-formed and yet wrong.</summary>
internal sealed class PolicyLinter(Policy policy, Node root, ProblemList problems)
{
    private readonly Dictionary<string, Place> _places = root.All()
        .GroupBy(n => n.Path, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Place, StringComparer.Ordinal);

    public void Lint()
    {
        LintClauses();
        for (var i = 0; i < policy.Rules.Count; i++)
        {
            LintRule(policy.Rules[i], i);
        }

        LintReminders(policy.Completion.Reminders, "completion.reminders");
        foreach (var tier in Enum.GetValues<Tier>())
        {
            if (policy.Routes.TryGetValue(tier, out var route))
            {
                LintRoute(tier, route);
            }
            else
            {
                Error("routes", $"Tier '{Wire.Word(tier)}' has no route.", "Add one: every tier can be reached.");
            }

            if (!policy.Channels.ContainsKey(tier))
            {
                Error("channels", $"Tier '{Wire.Word(tier)}' has no channels.", "Say what may leave by mail, teams and page.");
            }
        }

        // What is missing above is not read by anybody yet, which says nothing of its translation.
        if (!problems.HasErrors)
        {
            LintTranslations();
        }
    }

    private void LintClauses()
    {
        foreach (var principle in Enum.GetValues<Principle>().Where(p => !policy.Principles.ContainsKey(p)))
        {
            Error("principles", $"Principle '{Wire.Word(principle)}' is missing.", "Add it with its text and source.");
        }

        foreach (var code in Enum.GetValues<FindingCode>().Where(c => !policy.Findings.ContainsKey(c)))
        {
            Error("findings", $"Finding '{Wire.Word(code)}' is not described.", "Add it with its text and source.");
        }

        foreach (var code in policy.Findings.Keys.Where(c => !policy.Rules.Any(r => r.Finding == c)))
        {
            problems.Warning(At($"findings.{Wire.Word(code)}"), $"No rule leads to '{Wire.Word(code)}'.", "Add a rule for it.");
        }
    }

    private void LintTranslations()
    {
        var all = policy.Texts;
        foreach (var (language, texts) in policy.Translations)
        {
            foreach (var stale in texts.Keys.Where(t => !all.Contains(t)))
            {
                Error($"translations.{language}", $"Nothing in this policy reads '{stale}'.", "Correct it to the policy's own words, or take it out.");
            }

            foreach (var missing in all.Where(t => !texts.ContainsKey(t)))
            {
                problems.Warning(At($"translations.{language}"), $"'{missing}' is not translated.", "Add it, or people read it as it stands.");
            }
        }
    }

    private void LintRule(Rule rule, int index)
    {
        var path = $"rules[{index}]";
        if (policy.Rules.Take(index).Any(r => r.Id == rule.Id))
        {
            Error($"{path}.id", $"Two rules are called '{rule.Id}'.", "Rename one: evidence cites rules by id.");
        }

        if (rule.Tier is Tier.Notify && rule.Doubt is not null)
        {
            Error($"{path}.tier", "A doubt of tier 'notify' asks nobody.", "Raise it to 'review', or take the rule out.");
        }

        foreach (var empty in rule.Declared.Where(t => t.Answers.Count == 0))
        {
            Error($"{path}.declared.{empty.Field}", "This rule can never fire: no answer fits.", "Name at least one answer.");
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

    private void LintSentence(SentenceTest sentence, string path)
    {
        if (sentence.All.Count == 0)
        {
            Error($"{path}.all", "This rule can never fire: it listens for nothing.", "Name at least one concept.");
        }

        foreach (var both in sentence.All.Intersect(sentence.Except))
        {
            Error($"{path}.except", $"This rule can never fire: '{both}' is demanded and exempted.", "Take it out of one of them.");
        }

        var lists = sentence.All.Select((concept, i) => (concept, Path: $"{path}.all[{i}]"))
            .Concat(sentence.Any.Select((concept, i) => (concept, Path: $"{path}.any[{i}]")))
            .Concat(sentence.Except.Select((concept, i) => (concept, Path: $"{path}.except[{i}]")));
        foreach (var (concept, at) in lists)
        {
            var deaf = policy.Signals.Where(s => !s.Concepts.Contains(concept)).Select(s => s.Language).ToList();
            if (deaf.Count == policy.Signals.Count)
            {
                Error(at, $"No signals document knows the concept '{concept}'.", "Correct the name, or add phrases for it.");
            }
            else if (deaf.Count > 0)
            {
                problems.Warning(At(at), $"The concept '{concept}' has no phrases in: {string.Join(", ", deaf)}.", "Add phrases for it.");
            }
        }
    }

    private void LintRoute(Tier tier, RouteTemplate route)
    {
        var path = $"routes.{Wire.Word(tier)}";
        if (!route.Stages.Any(s => s.When.Count == 0 && s.Seats.Any(seat => seat.When.Count == 0)))
        {
            Error($"{path}.stages", "It can happen that nobody is asked.", "Give one stage a seat without 'when'.");
        }

        LintReminders(route.Information.Reminders, $"{path}.information.reminders");
        if (tier is Tier.Written && !route.SecondStep)
        {
            Error($"{path}.second-step", "Written approval needs a second step.", "Set it to yes.");
        }

        if (route.Consent is { } consent)
        {
            LintConsent(route, consent, $"{path}.consent");
        }

        foreach (var role in (route.Revokers ?? []).Where(r => !route.Stages.Any(s => s.Seats.Any(seat => seat.Role == r))))
        {
            Error($"{path}.revokers", $"The role '{role}' has no seat on this route, so it never gives an approval to revoke.", "Take it out, or give it a seat.");
        }

        for (var i = 0; i < route.Stages.Count; i++)
        {
            LintStage(tier, route.Stages[i], $"{path}.stages[{i}]");
        }
    }

    // Consents that nobody is asked to check would never be accepted, and nothing would ever be approved.
    private void LintConsent(RouteTemplate route, ConsentTemplate consent, string path)
    {
        var askedWhen = route.Stages.SelectMany(s => s.Seats.Where(seat => seat.Role == consent.Seat).Select(seat => (Stage: s.When, Seat: seat.When)));
        var demandedWhen = consent.Kinds.Any(k => k.When.Count == 0) ? [] : consent.Kinds.SelectMany(k => k.When).ToHashSet();
        if (!askedWhen.Any(asked => Covers(asked.Stage) && Covers(asked.Seat)))
        {
            Error($"{path}.seat", $"It can happen that consents are demanded and '{consent.Seat}' is not asked.", "Give it a seat whose 'when' names at least the same findings.");
        }

        if (consent.Kinds.Count == 0)
        {
            Error($"{path}.kinds", "This demands nothing.", "Name at least one kind, or take 'consent' out.");
        }

        for (var i = 0; i < consent.Kinds.Count; i++)
        {
            var kind = consent.Kinds[i].Kind;
            if (consent.Kinds.Take(i).Any(k => k.Kind == kind))
            {
                Error($"{path}.kinds[{i}].kind", $"The kind '{Wire.Word(kind)}' is demanded twice.", "Join their 'when' lists.");
            }
        }

        bool Covers(IReadOnlyList<FindingCode> when) => when.Count == 0 || (demandedWhen.Count > 0 && demandedWhen.All(when.Contains));
    }

    private void LintStage(Tier tier, StageTemplate stage, string path)
    {
        LintReminders(stage.Reminders, $"{path}.reminders");
        if (tier > Tier.Notify && stage.OnTimeout is OnTimeout.Acknowledge)
        {
            Error($"{path}.on-timeout", "Silence never approves anything above 'notify'.", "Use 'expire'.");
        }

        if (tier is Tier.Written && stage.Quorum.Of(stage.Seats.Count) < stage.Seats.Count)
        {
            Error($"{path}.quorum", "Written approval needs every seat.", "Use 'all'.");
        }

        if (stage.Quorum.Count > stage.Seats.Count)
        {
            Error($"{path}.quorum", $"{stage.Quorum.Count} approvals are demanded of {stage.Seats.Count} seats.", "Use 'all'.");
        }

        if (stage.Escalation.Contains(Capacity.OtherRole) != stage.OtherRole is not null)
        {
            Error($"{path}.other-role", "'other-role' and the step 'other-role' of the escalation belong together.", "Write both, or neither.");
        }
        else if (stage.OtherRole is { } other && !policy.Roles.ContainsKey(other))
        {
            Error($"{path}.other-role", $"The role '{other}' is not known.", $"Use one of: {string.Join(", ", policy.Roles.Keys)}.");
        }

        foreach (var capacity in stage.Escalation.Where(c => c is Capacity.Holder or Capacity.Delegate or Capacity.Assigned))
        {
            Error($"{path}.escalation", $"'{Wire.Word(capacity)}' is no step of an escalation.", "Use 'deputy', 'manager' or 'other-role'.");
        }

        for (var i = 0; i < stage.Seats.Count; i++)
        {
            var role = stage.Seats[i].Role;
            if (!policy.Roles.ContainsKey(role))
            {
                Error($"{path}.seats[{i}].role", $"The role '{role}' is not known.", $"Use one of: {string.Join(", ", policy.Roles.Keys)}.");
            }
            else if (stage.Seats.Take(i).Any(s => s.Role == role))
            {
                Error($"{path}.seats[{i}].role", $"The role '{role}' has two seats in this stage.", "Join their 'when' lists.");
            }
        }
    }

    private void LintReminders(IReadOnlyList<double> reminders, string path)
    {
        var last = 0.0;
        for (var i = 0; i < reminders.Count; i++)
        {
            if (reminders[i] <= last || reminders[i] >= 1)
            {
                Error($"{path}[{i}]", "Reminders ascend and lie between 0 and 1.", "Write fractions of the time, such as [0.5, 0.8].");
                return;
            }

            last = reminders[i];
        }
    }

    private void Error(string path, string message, string remedy) => problems.Error(At(path), message, remedy);

    // What is missing is shown where it should stand: at the nearest part that is there.
    private Place At(string path)
    {
        while (path.Length > 0)
        {
            if (_places.TryGetValue(path, out var place))
            {
                return place;
            }

            path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))];
        }

        return root.Place;
    }
}
