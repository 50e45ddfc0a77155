using Workflow.Core.People;

namespace Workflow.Core.Ports;

/// <summary>Knows who signs in under which Entra object id. Nobody who has left.</summary>
public interface IAccounts
{
    /// <summary>The Entra object id of a person, in lower case; null when the directory does not know one.</summary>
    Task<string?> AccountOfAsync(string person, CancellationToken cancellationToken);

    /// <summary>Who signs in under an Entra object id; null when it is nobody of the directory.</summary>
    Task<Person?> PersonOfAsync(string account, CancellationToken cancellationToken);

    /// <summary>Whose mail address this is; null when it is nobody's in the directory.</summary>
    Task<Person?> PersonAtAsync(string email, CancellationToken cancellationToken);
}
