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

    /// <summary>The admins who are here.</summary>
    public IReadOnlyList<Person> ActiveAdmins() => [.. Admins.Select(id => People[id]).Where(p => p.Active).Select(p => p.Person)];

    /// <summary>
    /// Who may fill each role: the holder, their deputies in order, their manager; nobody twice and nobody inactive.
    /// A role that nobody holds, or a production that is not known, has no candidates.
    /// </summary>
    public IReadOnlyList<Staffing> Find(string production, IReadOnlyList<string> roles)
    {
        var holders = Productions.FirstOrDefault(p => p.Name.Equals(production.Trim(), StringComparison.OrdinalIgnoreCase))?.Holders;
        return [.. roles.Select(role => new Staffing(role, holders is not null && holders.TryGetValue(role, out var holder) ? Candidates(holder) : []))];
    }

    private List<Candidate> Candidates(string holder)
    {
        var entry = People[holder];
        IEnumerable<(string Id, Capacity Capacity)> line =
        [
            (holder, Capacity.Holder),
            .. entry.Deputies.Select(id => (id, Capacity.Deputy)),
            .. entry.Manager is { } manager ? [(manager, Capacity.Manager)] : Array.Empty<(string, Capacity)>(),
        ];
        return [.. line.DistinctBy(c => c.Id).Where(c => People[c.Id].Active).Select(c => new Candidate(People[c.Id].Person, c.Capacity))];
    }
}

/// <summary>A person with those who stand in.</summary>
/// <param name="Person">Who.</param>
/// <param name="Deputies">Ids, in the order in which they are asked.</param>
/// <param name="Manager">Id; null when there is none to ask.</param>
/// <param name="Active">False for somebody who has left or is away for long; never asked.</param>
public sealed record DirectoryEntry(Person Person, IReadOnlyList<string> Deputies, string? Manager, bool Active);

/// <summary>A production with the ids of those who hold its roles.</summary>
public sealed record DirectoryProduction(string Name, IReadOnlyDictionary<string, string> Holders);

/// <summary>What came of reading a directory: the directory, or every problem at once.</summary>
public sealed record DirectoryReading(DirectoryDocument? Directory, IReadOnlyList<PolicyProblem> Problems);
