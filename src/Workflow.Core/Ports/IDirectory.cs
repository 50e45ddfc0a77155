using Workflow.Core.People;

namespace Workflow.Core.Ports;

/// <summary>Knows productions and who fills which role in them.</summary>
public interface IDirectory
{
    /// <summary>The productions a submitter can choose from, in display order.</summary>
    Task<IReadOnlyList<string>> ProductionsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// For each role, in the order asked, who may fill it in this production at this moment: the holders, who are of
    /// equal standing where there are several, their deputies, their managers; within each of these, whoever is here
    /// comes before whoever is away. Nobody comes twice, and nobody who has left. Asked again later, the answer tells of
    /// absences that have begun or ended since.
    /// </summary>
    /// <returns>One answer for each role; without candidates where nobody may fill it or the production is not known.</returns>
    Task<IReadOnlyList<Staffing>> FindAsync(string production, IReadOnlyList<string> roles, CancellationToken cancellationToken);

    /// <summary>
    /// Everybody who holds a role in a production, or stands in for somebody who does, by name: to whom a question of
    /// it can be handed on. Nobody who has left.
    /// </summary>
    Task<IReadOnlyList<Person>> ColleaguesAsync(string production, CancellationToken cancellationToken);

    /// <summary>
    /// Whether somebody has left, or is not in the directory any more: they are asked nothing, also where they were named
    /// while they were here. A directory that cannot tell says no.
    /// </summary>
    Task<bool> HasLeftAsync(string person, CancellationToken cancellationToken) => Task.FromResult(false);

    /// <summary>Where admins are told what needs their hands.</summary>
    Task<IReadOnlyList<Person>> AdminsAsync(CancellationToken cancellationToken);
}
