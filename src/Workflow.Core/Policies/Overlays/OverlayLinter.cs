using System.Globalization;
using Workflow.Core.Classification;
using Workflow.Core.Requests;

namespace Workflow.Core.Policies.Overlays;

/// <summary>Finds what an overlay says that would loosen the policy, do nothing, or leave a request stuck.</summary>
internal sealed class OverlayLinter(Overlay overlay, Policy policy, DocumentPlaces places)
{
    /// <summary>Lints it as laid over the policy.</summary>
    /// <param name="others">The overlays that the policy names before it: one request can fall under all of them.</param>
    public void Lint(IReadOnlyList<Overlay> others)
    {
        if (others.Any(o => o.Id == overlay.Id))
        {
            places.Error("id", $"Two overlays are called '{overlay.Id}'.", "Name each overlay once, with all of its productions.");
        }

        IReadOnlyList<Rule> rules = [.. policy.Rules, .. others.SelectMany(o => o.Rules)];
        new RuleLinter(places, policy.Signals).Lint(overlay.Rules, rules, overlay.NamedRules);
        LintValidity();
        LintSeats();
        LintConditions([.. rules, .. overlay.Rules]);
        LintConsent();
        PolicyParts.LintTranslations(overlay.Translations, overlay.Texts, places);
        foreach (var language in policy.Translations.Keys.Where(l => overlay.Texts.Count > 0 && !overlay.Translations.ContainsKey(l)))
        {
            places.Warning("translations", $"The policy is translated into '{language}', this overlay is not.", "Add it, or people read it as it stands.");
        }
    }

    private void LintValidity()
    {
        var shortest = policy.Routes.Values.Min(r => r.ApprovalValidity);
        if (overlay.ApprovalValidity > shortest)
        {
            places.Error(
                "approval-validity",
                string.Create(CultureInfo.InvariantCulture, $"Under the policy an approval holds {shortest.Days} days: an overlay makes nothing laxer."),
                "Shorten it, or take this line out.");
        }
    }

    private void LintSeats()
    {
        for (var i = 0; i < overlay.Seats.Count; i++)
        {
            var role = overlay.Seats[i].Role;
            if (!policy.Roles.ContainsKey(role))
            {
                places.Error($"seats[{i}].role", $"The role '{role}' is not known.", $"Use one of: {string.Join(", ", policy.Roles.Keys)}.");
            }
        }
    }

    private void LintConditions(IReadOnlyList<Rule> rules)
    {
        for (var i = 0; i < overlay.Conditions.Count; i++)
        {
            foreach (var unknown in overlay.Conditions[i].Rules.Where(id => !rules.Any(r => r.Id == id)))
            {
                places.Error($"conditions[{i}].rules", $"There is no rule '{unknown}'.", "Correct its id.");
            }

            if (overlay.Conditions[i].Condition.Text.Length > DeclarationLimits.Text)
            {
                places.Error($"conditions[{i}].text", "This condition is too long.", $"Keep it under {DeclarationLimits.Text} characters.");
            }
        }
    }

    private void LintConsent()
    {
        if (overlay.Consent is not { } consent || places.HasErrors)
        {
            return;
        }

        if (policy.Routes[Tier.Written].Consent is { } own && own.Seat != consent.Seat)
        {
            places.Error("consent.seat", $"Under the policy '{own.Seat}' checks consents.", $"Write '{own.Seat}': one seat checks them all.");
        }

        var over = overlay.Over(policy);
        new ConsentLinter(places, over.Rules).Lint(over.Routes[Tier.Written], consent, "consent");
    }
}
