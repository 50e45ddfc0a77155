using Workflow.Core.Approval;

namespace Core.Tests.Simulation;

/// <summary>Looks once a day whether anything is open past its limits.</summary>
internal sealed class Inspection
{
    // What takes moments waits for an admin when the directory or the mail was down too long: over a long weekend.
    private static readonly TimeSpan Machinery = TimeSpan.FromDays(5);

    private readonly World _world;

    public Inspection(World world)
    {
        _world = world;
        world.Agenda.After(TimeSpan.FromDays(1), LookAsync);
    }

    /// <summary>What was open past its limits.</summary>
    public List<string> Found { get; } = [];

    /// <summary>The most requests that were open at once.</summary>
    public int MostOpen { get; private set; }

    private async Task LookAsync()
    {
        var open = _world.Streams.Summaries.Where(s => s.Status != RequestStatus.Closed).ToList();
        MostOpen = Math.Max(MostOpen, open.Count);
        foreach (var summary in open)
        {
            var request = await _world.FindAsync(summary.Id);
            if (LimitOf(request) + AlarmClock.Latest < _world.Now || DueTimes.Next(request) + AlarmClock.Latest < _world.Now)
            {
                Found.Add($"{request.Id} was {request.Status} past its limit on {_world.Now:u}.");
            }
        }

        _world.Agenda.After(TimeSpan.FromDays(1), LookAsync);
    }

    // The last instant at which somebody may still be awaited; after it the request must have moved or ended.
    private static DateTimeOffset? LimitOf(RequestState request) => request.Status switch
    {
        RequestStatus.AwaitingInfo => request.Question!.Clock.Due,
        RequestStatus.Deciding => request.OpenAsks.Where(a => !a.Overdue).Select(a => (DateTimeOffset?)a.Clock.Due).Append(request.Vacancy?.GiveUpAt).Max()
            ?? DateTimeOffset.MinValue,
        _ => request.Vacancy?.GiveUpAt ?? request.StatusSince + Machinery,
    };
}
