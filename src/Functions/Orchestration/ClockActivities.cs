using System.Globalization;
using Microsoft.Azure.Functions.Worker;
using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Functions.Orchestration;

/// <summary>What an orchestration asks and tells the desk about time.</summary>
/// <param name="desk">The one door to the request.</param>
/// <param name="outbox">Where effects wait.</param>
/// <param name="clock">The machine's.</param>
public sealed class ClockActivities(ApprovalDesk desk, IOutbox outbox, TimeProvider clock)
{
    /// <summary>Where a request stands and when it next wants something.</summary>
    [Function(nameof(NextDue))]
    public async Task<Standing> NextDue([ActivityTrigger] string id, CancellationToken cancellationToken)
    {
        var request = RequestId.Parse(id, null);
        if (await desk.FindAsync(request, cancellationToken) is not { } state)
            return new Standing(null, 0, IsOver: true, null, null);

        var waiting = await outbox.OfAsync(request, cancellationToken);
        var effect = waiting.Where(item => !item.IsDead).Min(item => (DateTimeOffset?)item.NextAt);
        var wake = DueTimes.Next(state);
        var due = wake is null || effect < wake ? effect : wake;
        // What time brings to an approval later, the sweep wakes the orchestration for.
        var isOver = state.Status == RequestStatus.Closed && effect is null && !(wake < clock.GetUtcNow() + ApprovalOrchestrator.LongestHop);
        return new Standing(ProgressOf(state, due), state.Version, isOver, wake, due);
    }

    /// <summary>Wakes the request: the desk decides whether to remind, escalate or expire.</summary>
    /// <returns>Whether that changed anything.</returns>
    [Function(nameof(Wake))]
    public async Task<bool> Wake([ActivityTrigger] Ring ring, CancellationToken cancellationToken)
    {
        // The same ring twice is the same command; after a change the version, and with it the id, is another.
        var commandId = string.Create(CultureInfo.InvariantCulture, $"wake/{ring.Request}/{ring.Version}/{ring.Due.UtcTicks}");
        var command = new Command.Wake(new Stamp(commandId, clock.GetUtcNow(), Actor.System));
        var answer = await desk.HandleAsync(RequestId.Parse(ring.Request, null), command, cancellationToken);
        return answer.Verdict is Verdict.Accepted { Events.Count: > 0 };
    }

    private static Progress ProgressOf(RequestState state, DateTimeOffset? due) => new(
        state.Status.ToString(),
        state.Assessment is null ? null : state.StageIndex,
        state.OpenAsks.Count(),
        due,
        state.Outcome?.Kind.ToString());
}
