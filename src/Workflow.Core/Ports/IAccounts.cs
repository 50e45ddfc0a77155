using Workflow.Core.People;

namespace Workflow.Core.Ports;

/// <summary>Knows who signs in under which Entra object id. Nobody who has left.</summary>
public interface IAccounts
{
    /// <summary>The Entra object id of whoever has this mail address, in lower case; null when the directory does not know one.</summary>
    Task<string?> AccountAtAsync(string email, CancellationToken cancellationToken);

    /// <summary>Who signs in under an Entra object id; null when it is nobody of the directory.</summary>
    Task<Person?> PersonOfAsync(string account, CancellationToken cancellationToken);
}
