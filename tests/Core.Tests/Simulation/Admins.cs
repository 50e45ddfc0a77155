using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Core.Policies;
using Workflow.Core.Requests;

namespace Core.Tests.Simulation;

/// <summary>The admins: they answer alerts in office hours, and look at what is overdue once a week.</summary>
internal sealed class Admins
{
    private static readonly Actor Admin = new(ActorKind.Admin, "admin", "Admin", Authentication.AdminKey);
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private readonly World _world;
    private readonly Dice _dice;

    public Admins(World world)
    {
        _world = world;
        _dice = world.DiceOf("admins");
        world.Agenda.At(Calendar.Start + TimeSpan.FromHours(34), LookRoundAsync);
        world.Agenda.At(Calendar.NewPolicy + TimeSpan.FromHours(4), ReassessAsync);
    }

    public void Alerted(RequestState request, Alert alert, string subject)
    {
        var at = _world.Rules.Current.Office.Add(_world.Now, _dice.Around(TimeSpan.FromHours(3)));
        switch (alert)
        {
            case Alert.SeatUnfilled when _dice.Chance(0.7):
                _world.Agenda.At(at, () => ReassignAsync(request.Id, subject));
                break;
            case Alert.NobodyToAdd when _dice.Chance(0.5):
                _world.Agenda.At(at, () => ReassignAsync(request.Id, subject));
                break;
            case Alert.DeliveryFailed when _dice.Chance(0.9):
                _world.Agenda.At(at, () => RetryAsync(request.Id, new EffectKey(subject)));
                break;
            case Alert.Stalled:
                _world.Agenda.At(at, () => RetryAllAsync(request.Id));
                break;
        }
    }

    private async Task RetryAllAsync(RequestId id)
    {
        foreach (var (key, _) in (await _world.FindAsync(id)).Deliveries.Where(d => d.Value.Failure is not null))
        {
            await RetryAsync(id, key);
        }
    }

    private async Task ReassignAsync(RequestId id, string seat)
    {
        var to = _world.Staff.Person(_dice.Pick(_world.Staff.Approvers));
        if (!_world.Staff.HadLeft(to.Id, _world.Now))
        {
            await DoAsync(id, stamp => new Command.Reassign(stamp, seat, to, "The seat was empty."));
        }
    }

    private async Task RetryAsync(RequestId id, EffectKey key)
    {
        if (await DoAsync(id, stamp => new Command.RetryDelivery(stamp, key, "The mail server is back.")) is Verdict.Accepted)
        {
            _world.Courier.Revive(id, key);
        }
    }

    private async Task LookRoundAsync()
    {
        foreach (var summary in _world.Streams.Summaries.Where(s => s.Status != RequestStatus.Closed && s.IsOverdue(_world.Now)).ToList())
        {
            if ((await _world.FindAsync(summary.Id)).OpenAsks.FirstOrDefault() is { } ask)
            {
                await (_dice.Chance(0.5)
                    ? DoAsync(summary.Id, stamp => new Command.Nudge(stamp, ask.Number, "The shoot is near."))
                    : DoAsync(summary.Id, stamp => new Command.Extend(stamp, ask.Number, TimeSpan.FromHours(16), "A long weekend.")));
            }
        }

        foreach (var summary in _world.Streams.Summaries.Where(s => s.Status == RequestStatus.AwaitingInfo && _dice.Chance(0.1)).ToList())
        {
            await DoAsync(summary.Id, stamp => new Command.Extend(stamp, null, TimeSpan.FromHours(16), "They are on location."));
        }

        _world.Agenda.After(Week, LookRoundAsync);
    }

    private async Task ReassessAsync()
    {
        foreach (var summary in _world.Streams.Summaries.Where(s => s.Status == RequestStatus.Deciding).ToList())
        {
            await DoAsync(summary.Id, stamp => new Command.Reassess(stamp, _world.Rules.Next.Stamp, "The new version holds for this one too."));
        }
    }

    private Task<Verdict> DoAsync(RequestId id, Func<Stamp, Command> command) => _world.DoAsync(id, Admin, command);
}
