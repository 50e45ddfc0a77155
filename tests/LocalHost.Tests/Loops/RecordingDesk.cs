using Workflow.Core.Approval;
using Workflow.Core.Requests;

namespace LocalHost.Tests.Loops;

/// <summary>The desk: writes down each wake, and answers as the test wants.</summary>
internal sealed class RecordingDesk(LoopFixture loops)
{
    private static readonly DeskAnswer NothingDue = new(new Verdict.Accepted([]), null);
    private static readonly DeskAnswer Reminded = new(new Verdict.Accepted([new Event.PersonReminded(1)]), null);

    private readonly Lock _lock = new();
    private readonly List<(RequestId Id, Command.Wake Wake)> _wakes = [];

    /// <summary>What a wake does: the next due time, after something happened; or nothing happens and null is returned.</summary>
    public Func<RequestId, Task<DeskAnswer>> OnWake { get; set; } = _ => Task.FromResult(NothingDue);

    public IReadOnlyList<(RequestId Id, Command.Wake Wake)> Wakes
    {
        get
        {
            lock (_lock)
            {
                return [.. _wakes];
            }
        }
    }

    /// <summary>The answer of a desk that found something due, with the effects it caused and the next due time.</summary>
    public async Task<DeskAnswer> RemindAsync(RequestId id, DateTimeOffset? nextDue, params Effect[] effects)
    {
        await loops.CauseAsync(id, nextDue, effects);
        return Reminded;
    }

    public Task<DeskAnswer> HandleAsync(RequestId id, Command command, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _wakes.Add((id, Assert.IsType<Command.Wake>(command)));
        }

        return OnWake(id);
    }
}
