using Workflow.Core.Classification.SecondReading;

namespace Workflow.Core.Ports;

/// <summary>A language model that reads a declaration besides the rules. An installation may have none.</summary>
public interface ISecondReader
{
    /// <summary>The host that texts are sent to, in lower case: a policy clears it or not.</summary>
    string Host { get; }

    /// <summary>
    /// Asks it once. Whatever goes wrong there is an answer too, and is logged: nobody waits for a model longer than its time
    /// limit, and nothing fails with it.
    /// </summary>
    /// <param name="question">What it is asked; it holds nothing that the policy does not clear for it.</param>
    /// <param name="cancellationToken">Ends the wait with an exception.</param>
    Task<Reading> ReadAsync(SecondQuestion question, CancellationToken cancellationToken);
}
