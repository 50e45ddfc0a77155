using Workflow.Core.Approval;

namespace Core.Tests.Simulation;

/// <summary>Counts that nobody is reminded more often than the policy says, whenever their clock is set.</summary>
internal sealed class Reminders
{
    private readonly Dictionary<int, int> _left = [];

    /// <summary>Whether an event is no reminder too many.</summary>
    /// <param name="after">The request with the event applied.</param>
    /// <param name="happened">The event.</param>
    public bool Allow(RequestState after, Event happened)
    {
        foreach (var ask in SetGoing(happened))
        {
            _left[ask] = after.Asks[ask - 1].Clock.Reminders.Count;
        }

        return happened is not Event.PersonReminded reminded || --_left[reminded.Ask] >= 0;
    }

    // Whoever is away without a stand-in keeps the clock that they had.
    private static IEnumerable<int> SetGoing(Event happened) => happened switch
    {
        Event.PersonAsked e => [e.Ask],
        Event.TimeExtended e => [e.Ask],
        Event.AskReopened e => [e.Ask],
        Event.ApproverAway { StoodIn: true } e => [e.Ask],
        Event.DeadlineMoved { Ask: { } ask } => [ask],
        Event.ClocksResumed e => e.Clocks.Select(c => c.Ask),
        _ => [],
    };
}
