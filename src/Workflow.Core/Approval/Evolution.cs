namespace Workflow.Core.Approval;

/// <summary>What an event makes of a state.</summary>
public static class Evolution
{
    /// <summary>The state after one more event; throws on an event it does not know.</summary>
    public static RequestState Evolve(RequestState? state, Happened happened) => throw new NotSupportedException();

    /// <summary>The state after these events.</summary>
    public static RequestState? Fold(IEnumerable<Happened> events) =>
        events.Aggregate((RequestState?)null, Evolve);
}
