namespace Workflow.Adapters.Sqlite;

/// <summary>What the store tells the loops of the same process once a commit has given them work.</summary>
public sealed class StoreSignals
{
    /// <summary>Effects were caused, or brought back.</summary>
    public Pulse Effects { get; } = new();

    /// <summary>A request's due instant was set.</summary>
    public Pulse Alarms { get; } = new();
}
