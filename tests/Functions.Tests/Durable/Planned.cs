namespace Functions.Tests.Durable;

/// <summary>One thing that an orchestrator asked its runtime for. Equal in every replay, or the orchestrator is not deterministic.</summary>
internal abstract record Planned
{
    internal sealed record Activity(string Name, string Input, int MaxAttempts) : Planned;

    internal sealed record Timer(DateTime FireAt) : Planned;

    internal sealed record CancelTimer(int Cancelled) : Planned;

    internal sealed record Wait(string Event) : Planned;

    internal sealed record Status(string Json) : Planned;

    internal sealed record Again : Planned;
}

/// <summary>One thing that the runtime told an orchestrator, at an instant of the orchestration's own clock.</summary>
internal abstract record Told(DateTime Now)
{
    internal sealed record Started(DateTime Now) : Told(Now);

    internal sealed record Completed(DateTime Now, int Activity, string Json) : Told(Now);

    internal sealed record Failed(DateTime Now, int Activity, string Reason) : Told(Now);

    internal sealed record Fired(DateTime Now, int Timer) : Told(Now);

    internal sealed record Raised(DateTime Now, string Event, string Json) : Told(Now);
}

/// <summary>An orchestrator did what replay does not survive.</summary>
internal sealed class NotDeterministicException(string message) : Exception(message);
