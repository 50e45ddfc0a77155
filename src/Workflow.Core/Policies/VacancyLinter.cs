using Workflow.Core.Documents;
using Workflow.Core.People;

namespace Workflow.Core.Policies;

/// <summary>Finds seats that a directory leaves empty, before a request stands in front of one.</summary>
public static class VacancyLinter
{
    /// <summary>
    /// Warns of every seat that nobody fills in some production, where the policy names it; and of overlays laid over
    /// productions that the directory does not know.
    /// </summary>
    /// <param name="document">The policy document.</param>
    /// <param name="policy">The policy read from it.</param>
    /// <param name="directory">Who fills which role.</param>
    /// <param name="at">The instant for which it is asked.</param>
    public static IReadOnlyList<PolicyProblem> Lint(DocumentText document, Policy policy, DirectoryDocument directory, DateTimeOffset at)
    {
        var problems = new ProblemList(document.Name);
        if (YamlTree.Read(document.Text, problems) is { } root)
        {
            var places = new DocumentPlaces(root, problems);
            foreach (var (path, role, productions) in Vacancies(policy, directory, at))
            {
                places.Warning(
                    path, $"Nobody fills '{role}' in {string.Join(", ", productions)}.", "Name somebody in the directory: until then such a request waits, and its time runs.");
            }

            foreach (var (use, production) in policy.Overlays.SelectMany(use => use.Productions.Select(p => (use, p))))
            {
                if (!directory.Productions.Any(p => p.Name.Equals(production.Trim(), StringComparison.OrdinalIgnoreCase)))
                {
                    places.Warning("overlays", $"'{use.Overlay.Id}' is laid over '{production}', which the directory does not know.", "Correct the name, or nothing falls under it.");
                }
            }
        }

        return problems.Items;
    }

    // Each role once, where it is named first; those that overlays add, where the policy names its overlays.
    private static IEnumerable<(string Path, string Role, IReadOnlyList<string> Productions)> Vacancies(Policy policy, DirectoryDocument directory, DateTimeOffset at)
    {
        var named = Named(policy).Concat(policy.Overlays.SelectMany(o => o.Overlay.Seats).Select(seat => (Path: "overlays", seat.Role)));
        foreach (var (path, role) in named.DistinctBy(n => n.Role))
        {
            IReadOnlyList<string> empty = [.. directory.Productions.Select(p => p.Name).Where(p => Asks(policy.For(p), role) && IsVacant(directory, p, role, at))];
            if (empty.Count > 0)
            {
                yield return (path, role, empty);
            }
        }
    }

    private static IEnumerable<(string Path, string Role)> Named(Policy policy)
    {
        foreach (var (tier, route) in policy.Routes)
        {
            for (var stage = 0; stage < route.Stages.Count; stage++)
            {
                var path = $"routes.{Requests.Wire.Word(tier)}.stages[{stage}]";
                foreach (var (seat, number) in route.Stages[stage].Seats.Select((s, i) => (s, i)))
                {
                    yield return ($"{path}.seats[{number}]", seat.Role);
                }

                if (route.Stages[stage].OtherRole is { } other)
                {
                    yield return ($"{path}.other-role", other);
                }
            }
        }
    }

    private static bool Asks(Policy policy, string role) => Named(policy).Any(n => n.Role == role);

    private static bool IsVacant(DirectoryDocument directory, string production, string role, DateTimeOffset at) =>
        directory.Find(production, [role], at).All(staffing => staffing.Candidates.Count == 0);
}
