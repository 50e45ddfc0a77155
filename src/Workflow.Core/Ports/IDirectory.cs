using Workflow.Core.People;

namespace Workflow.Core.Ports;

/// <summary>Knows productions and who fills which role in them.</summary>
public interface IDirectory
{
    /// <summary>The productions a submitter can choose from, in display order.</summary>
    Task<IReadOnlyList<string>> ProductionsAsync(CancellationToken cancellationToken);

    /// <summary>For each role, in the order asked, who may fill it in this production: holder, deputies, manager.</summary>
    Task<IReadOnlyList<Staffing>> FindAsync(string production, IReadOnlyList<string> roles, CancellationToken cancellationToken);

    /// <summary>Where admins are told what needs their hands.</summary>
    Task<IReadOnlyList<Person>> AdminsAsync(CancellationToken cancellationToken);
}
