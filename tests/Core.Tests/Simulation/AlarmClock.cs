using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Core.Tests.Simulation;

/// <summary>Wakes each request when it wants to be woken, at most <see cref="Latest"/> after it.</summary>
internal sealed class AlarmClock(World world)
{
    public static readonly TimeSpan Latest = TimeSpan.FromMinutes(5);

    private readonly Dice _dice = world.DiceOf("alarms");
    private readonly Dictionary<RequestId, DateTimeOffset> _due = [];

    /// <summary>Requests that still want to be woken.</summary>
    public IReadOnlyCollection<RequestId> Set => _due.Keys;

    /// <summary>Wakes at which nothing was due; there should be none.</summary>
    public List<string> InVain { get; } = [];

    public void Take(Append append)
    {
        if (append.Due is not { } due)
        {
            _due.Remove(append.Id);
        }
        else if (_due.GetValueOrDefault(append.Id) != due)
        {
            _due[append.Id] = due;
            var late = Latest * (_dice.Unit() * 0.9);
            world.Agenda.At((due > world.Now ? due : world.Now) + late, () => RingAsync(append.Id, due));
        }
    }

    private async Task RingAsync(RequestId id, DateTimeOffset due)
    {
        if (_due.GetValueOrDefault(id) != due)
        {
            return;
        }

        _due.Remove(id);
        if (await world.DoAsync(id, Actor.System, stamp => new Command.Wake(stamp)) is not Verdict.Accepted { Events.Count: > 0 })
        {
            InVain.Add($"{id} wanted to be woken at {due:u}, and nothing was due.");
        }
    }
}
