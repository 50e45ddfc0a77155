using Workflow.Core.Classification;
using Workflow.Core.Requests;

namespace Workflow.Core.Policies;

/// <summary>Finds consents that a route demands and that nobody could accept.</summary>
/// <param name="places">Of the document that demands them.</param>
/// <param name="rules">The rules that are judged with it.</param>
internal sealed class ConsentLinter(DocumentPlaces places, IReadOnlyList<Rule> rules)
{
    /// <summary>Lints what is demanded on a route. Consents that nobody is asked to check would never be accepted, and nothing would ever be approved.</summary>
    public void Lint(RouteTemplate route, ConsentTemplate consent, string path)
    {
        if (consent.Kinds.Count == 0)
        {
            places.Error($"{path}.kinds", "This demands nothing.", "Name at least one kind, or take 'consent' out.");
        }

        for (var i = 0; i < consent.Kinds.Count; i++)
        {
            var kind = consent.Kinds[i];
            if (consent.Kinds.Take(i).Any(k => k.Kind == kind.Kind))
            {
                places.Error($"{path}.kinds[{i}].kind", $"The kind '{Wire.Word(kind.Kind)}' is demanded twice.", "Join their 'when' lists.");
            }

            foreach (var unknown in kind.Rules.Where(id => !rules.Any(r => r.Id == id)))
            {
                places.Error($"{path}.kinds[{i}].rules", $"There is no rule '{unknown}'.", "Correct its id.");
            }
        }

        var demanded = consent.Kinds.Select(DemandedWhen).ToList();
        var always = demanded.Exists(d => d is null);
        var when = demanded.SelectMany(d => d ?? []).ToHashSet();
        if (!route.Stages.Any(stage => Covers(stage.When) && stage.Seats.Any(seat => seat.Role == consent.Seat && Covers(seat.When))))
        {
            places.Error($"{path}.seat", $"It can happen that consents are demanded and '{consent.Seat}' is not asked.", "Give it a seat whose 'when' names at least the same findings.");
        }

        bool Covers(IReadOnlyList<FindingCode> asked) => asked.Count == 0 || (!always && when.Count > 0 && when.All(asked.Contains));
    }

    // The findings with which it is demanded; null: also without any.
    private List<FindingCode>? DemandedWhen(ConsentKindTemplate kind)
    {
        var fired = rules.Where(r => kind.Rules.Contains(r.Id)).ToList();
        return (kind.When.Count == 0 && kind.Rules.Count == 0) || fired.Exists(r => r.Finding is null)
            ? null
            : [.. kind.When, .. fired.Select(r => r.Finding).OfType<FindingCode>()];
    }
}
