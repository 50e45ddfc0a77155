using Workflow.Core.Documents;

namespace Workflow.Core.People;

/// <summary>A directory document as read: see <c>policies/directory.yaml</c>. Made by <see cref="DirectoryReader"/>.</summary>
public sealed record DirectoryDocument
{
    /// <summary>Everybody, by id.</summary>
    public required IReadOnlyDictionary<string, DirectoryEntry> People { get; init; }

    /// <summary>In display order.</summary>
    public required IReadOnlyList<DirectoryProduction> Productions { get; init; }

    /// <summary>Ids of the admins.</summary>
    public required IReadOnlyList<string> Admins { get; init; }

    /// <summary>The admins who have not left.</summary>
    public IReadOnlyList<Person> ActiveAdmins() => [.. Admins.Select(id => People[id]).Where(p => p.Active).Select(p => p.Person)];

    /// <summary>The first person who has not left and of whom this holds; null when there is none.</summary>
    public DirectoryEntry? Find(Func<DirectoryEntry, bool> who) => People.Values.FirstOrDefault(p => p.Active && who(p));

    /// <summary>Who may fill each role at an instant: see <see cref="Ports.IDirectory.FindAsync"/>.</summary>
    /// <param name="production">Its name; the case does not matter.</param>
    /// <param name="roles">The roles to fill.</param>
    /// <param name="at">The instant for which it is asked who is away.</param>
    public IReadOnlyList<Staffing> Find(string production, IReadOnlyList<string> roles, DateTimeOffset at)
    {
        var holders = Productions.FirstOrDefault(p => p.Name.Equals(production.Trim(), StringComparison.OrdinalIgnoreCase))?.Holders;
        var line = new CandidateLine(People, at);
        return [.. roles.Select(role => new Staffing(role, line.Of(holders?.GetValueOrDefault(role) ?? [])))];
    }

    /// <summary>Everybody who may fill a role of a production: see <see cref="Ports.IDirectory.ColleaguesAsync"/>.</summary>
    public IReadOnlyList<Person> Colleagues(string production, DateTimeOffset at)
    {
        var roles = Productions.FirstOrDefault(p => p.Name.Equals(production.Trim(), StringComparison.OrdinalIgnoreCase))?.Holders.Keys;
        var people = Find(production, [.. roles ?? []], at).SelectMany(s => s.Candidates).Select(c => c.Person);
        return [.. people.DistinctBy(p => p.Id).OrderBy(p => p.Name, StringComparer.InvariantCulture)];
    }
}

/// <summary>A production with the ids of those who hold its roles; several are of equal standing, none means nobody yet.</summary>
public sealed record DirectoryProduction(string Name, IReadOnlyDictionary<string, IReadOnlyList<string>> Holders);

/// <summary>What came of reading a directory: the directory, or every problem at once; warnings may come with a directory.</summary>
public sealed record DirectoryReading(DirectoryDocument? Directory, IReadOnlyList<PolicyProblem> Problems);
