using Workflow.Core.Documents;

namespace Workflow.Core.People;

/// <summary>Finds what a directory says that is well-formed and yet wrong.</summary>
internal sealed class DirectoryLinter(
    DirectoryDocument directory,
    IReadOnlyList<Node.Entry> people,
    IReadOnlyList<Node.Entry> productions,
    Node admins,
    ProblemList problems)
{
    public void Lint()
    {
        LintAddresses();
        LintAccounts();
        LintCircles();
        LintAdmins();
        LintRoles();
    }

    // A link mailed to a shared address would let one person decide as another.
    private void LintAddresses()
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in people)
        {
            var email = directory.People[entry.Key].Person.Email;
            if (!seen.TryAdd(email, entry.Key))
            {
                problems.Error(entry.Place, $"'{entry.Key}' has the same address as '{seen[email]}'.", "Give each person their own.");
            }
        }
    }

    // Whoever signs in under a shared account would decide as both.
    private void LintAccounts()
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in people)
        {
            if (directory.People[entry.Key].Account is { } account && !seen.TryAdd(account, entry.Key))
            {
                problems.Error(entry.Place, $"'{entry.Key}' has the same Entra object id as '{seen[account]}'.", "Give each person their own.");
            }
        }
    }

    private void LintCircles()
    {
        foreach (var (place, names) in Circles(entry => entry.Deputies))
        {
            problems.Warning(place, $"These stand in for each other: {names}.", "Name a deputy from outside for when all are away.");
        }

        foreach (var (place, names) in Circles(entry => entry.Manager is { } manager ? [manager] : []))
        {
            problems.Error(place, $"These manage each other: {names}.", "Correct who manages whom.");
        }
    }

    private IEnumerable<(Place Place, string Names)> Circles(Func<DirectoryEntry, IReadOnlyList<string>> next)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in people)
        {
            if (Circle.From(entry.Key, id => next(directory.People[id])) is { } round && !round.Exists(told.Contains))
            {
                told.UnionWith(round);
                yield return (entry.Place, string.Join(", ", round));
            }
        }
    }

    private void LintAdmins()
    {
        if (directory.ActiveAdmins().Count == 0)
        {
            problems.Error(admins.Place, "Nobody here is an admin: what is stuck would be told to nobody.", "Name somebody who is active.");
        }

        foreach (var id in directory.Admins.Where(id => directory.People[id].Person.External))
        {
            problems.Error(admins.Place, $"'{id}' is external and sees every request as an admin.", "Name somebody of the house.");
        }
    }

    private void LintRoles()
    {
        var roles = directory.Productions.SelectMany(p => p.Holders.Keys).Distinct().ToList();

        // Before all absences: who is merely away is no vacancy.
        var line = new CandidateLine(directory.People, DateTimeOffset.UnixEpoch);
        foreach (var (production, entry) in directory.Productions.Zip(productions))
        {
            foreach (var role in roles.Where(role => !production.Holders.ContainsKey(role)))
            {
                problems.Warning(
                    entry.Place, $"'{entry.Key}' has nobody for '{role}'.", $"Name somebody, or write '{role}: {DirectoryReader.Nobody}'.");
            }

            foreach (var holder in ((Node.Map)entry.Value).Entries)
            {
                if (production.Holders[holder.Key] is { Count: > 0 } ids && line.Of(ids).Count == 0)
                {
                    problems.Warning(
                        holder.Place, $"Whoever could be asked for '{holder.Key}' has left.", $"Name somebody, or write '{DirectoryReader.Nobody}'.");
                }
            }
        }
    }
}
