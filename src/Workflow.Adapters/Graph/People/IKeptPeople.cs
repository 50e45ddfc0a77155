namespace Workflow.Adapters.Graph.People;

/// <summary>
/// Keeps the last answer about people over a restart. Names, addresses and absences are in it: it belongs where the
/// requests are kept, and nowhere else.
/// </summary>
internal interface IKeptPeople
{
    /// <summary>What was kept last; null when nothing was.</summary>
    Task<byte[]?> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Keeps an answer in the place of an earlier one. Of several processes the last one is believed.</summary>
    Task KeepAsync(byte[] answer, CancellationToken cancellationToken);
}
