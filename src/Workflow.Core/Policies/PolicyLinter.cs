using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Requests;

namespace Workflow.Core.Policies;

/// <summary>Finds what a policy says that is well-formed and yet wrong.</summary>
internal sealed class PolicyLinter(Policy policy, DocumentPlaces places)
{
    public void Lint()
    {
        LintClauses();
        new RuleLinter(places, policy.Signals).Lint(policy.Rules, [], policy.Routes.Values.SelectMany(r => r.Consent?.Kinds ?? []).SelectMany(k => k.Rules).ToList());
        LintReminders(policy.Completion.Reminders, "completion.reminders");
        foreach (var tier in Enum.GetValues<Tier>())
        {
            if (policy.Routes.TryGetValue(tier, out var route))
            {
                LintRoute(tier, route);
            }
            else
            {
                places.Error("routes", $"Tier '{Wire.Word(tier)}' has no route.", "Add one: every tier can be reached.");
            }

            if (!policy.Channels.ContainsKey(tier))
            {
                places.Error("channels", $"Tier '{Wire.Word(tier)}' has no channels.", "Say what may leave by mail, teams and page.");
            }
        }

        // What is missing above is not read by anybody yet, which says nothing of its translation.
        if (!places.HasErrors)
        {
            PolicyParts.LintTranslations(policy.Translations, policy.Texts, places);
        }
    }

    private void LintClauses()
    {
        foreach (var twice in policy.Models.GroupBy(m => m.Host).Where(g => g.Count() > 1))
        {
            places.Error("models", $"The host '{twice.Key}' is cleared twice.", "Keep one.");
        }

        foreach (var principle in Enum.GetValues<Principle>().Where(p => !policy.Principles.ContainsKey(p)))
        {
            places.Error("principles", $"Principle '{Wire.Word(principle)}' is missing.", "Add it with its text and source.");
        }

        foreach (var code in Enum.GetValues<FindingCode>().Where(c => !policy.Findings.ContainsKey(c)))
        {
            places.Error("findings", $"Finding '{Wire.Word(code)}' is not described.", "Add it with its text and source.");
        }

        foreach (var code in policy.Findings.Keys.Where(c => !policy.Rules.Any(r => r.Finding == c)))
        {
            places.Warning($"findings.{Wire.Word(code)}", $"No rule leads to '{Wire.Word(code)}'.", "Add a rule for it.");
        }
    }

    private void LintRoute(Tier tier, RouteTemplate route)
    {
        var path = $"routes.{Wire.Word(tier)}";
        if (!route.Stages.Any(s => s.When.Count == 0 && s.Seats.Any(seat => seat.When.Count == 0)))
        {
            places.Error($"{path}.stages", "It can happen that nobody is asked.", "Give one stage a seat without 'when'.");
        }

        LintReminders(route.Information.Reminders, $"{path}.information.reminders");
        if (tier is Tier.Written && !route.SecondStep)
        {
            places.Error($"{path}.second-step", "Written approval needs a second step.", "Set it to yes.");
        }

        if (route.Consent is { } consent)
        {
            new ConsentLinter(places, policy.Rules).Lint(route, consent, $"{path}.consent");
        }

        foreach (var role in (route.Revokers ?? []).Where(r => !route.Stages.Any(s => s.Seats.Any(seat => seat.Role == r))))
        {
            places.Error($"{path}.revokers", $"The role '{role}' has no seat on this route, so it never gives an approval to revoke.", "Take it out, or give it a seat.");
        }

        for (var i = 0; i < route.Stages.Count; i++)
        {
            LintStage(tier, route.Stages[i], $"{path}.stages[{i}]");
        }
    }

    private void LintStage(Tier tier, StageTemplate stage, string path)
    {
        LintReminders(stage.Reminders, $"{path}.reminders");
        if (tier > Tier.Notify && stage.OnTimeout is OnTimeout.Acknowledge)
        {
            places.Error($"{path}.on-timeout", "Silence never approves anything above 'notify'.", "Use 'expire'.");
        }

        if (tier is Tier.Written && stage.Quorum.Of(stage.Seats.Count) < stage.Seats.Count)
        {
            places.Error($"{path}.quorum", "Written approval needs every seat.", "Use 'all'.");
        }

        if (stage.Quorum.Count > stage.Seats.Count)
        {
            places.Error($"{path}.quorum", $"{stage.Quorum.Count} approvals are demanded of {stage.Seats.Count} seats.", "Use 'all'.");
        }

        if (stage.Escalation.Contains(Capacity.OtherRole) != stage.OtherRole is not null)
        {
            places.Error($"{path}.other-role", "'other-role' and the step 'other-role' of the escalation belong together.", "Write both, or neither.");
        }
        else if (stage.OtherRole is { } other && !policy.Roles.ContainsKey(other))
        {
            places.Error($"{path}.other-role", $"The role '{other}' is not known.", $"Use one of: {string.Join(", ", policy.Roles.Keys)}.");
        }

        foreach (var capacity in stage.Escalation.Where(c => c is Capacity.Holder or Capacity.Delegate or Capacity.Assigned))
        {
            places.Error($"{path}.escalation", $"'{Wire.Word(capacity)}' is no step of an escalation.", "Use 'deputy', 'manager' or 'other-role'.");
        }

        for (var i = 0; i < stage.Seats.Count; i++)
        {
            var role = stage.Seats[i].Role;
            if (!policy.Roles.ContainsKey(role))
            {
                places.Error($"{path}.seats[{i}].role", $"The role '{role}' is not known.", $"Use one of: {string.Join(", ", policy.Roles.Keys)}.");
            }
            else if (stage.Seats.Take(i).Any(s => s.Role == role))
            {
                places.Error($"{path}.seats[{i}].role", $"The role '{role}' has two seats in this stage.", "Join their 'when' lists.");
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
                places.Error($"{path}[{i}]", "Reminders ascend and lie between 0 and 1.", "Write fractions of the time, such as [0.5, 0.8].");
                return;
            }

            last = reminders[i];
        }
    }
}
