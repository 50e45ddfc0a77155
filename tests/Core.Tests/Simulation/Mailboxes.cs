using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Core.Tests.Simulation;

/// <summary>
/// Everybody's mail. It fails at random, goes down for hours, and some mailboxes refuse it for days; a message that is
/// sent twice is recognised by its key. People know only what arrived here.
/// </summary>
internal sealed class Mailboxes : IMessenger
{
    private readonly World _world;
    private readonly Dice _dice;
    private readonly Dice _wrong;
    private readonly Outages _down;
    private readonly Dictionary<string, Outages> _full = [];

    public Mailboxes(World world)
    {
        _world = world;
        _dice = world.DiceOf("mail");
        _wrong = world.DiceOf("wrong addresses");
        _down = Outages.Of(_dice, 8, TimeSpan.FromHours(1), TimeSpan.FromHours(10));
        foreach (var id in world.Staff.Approvers.Where(_ => _dice.Chance(0.3)))
        {
            _full[id] = Outages.Of(_dice, 1, TimeSpan.FromDays(1), TimeSpan.FromDays(4));
        }
    }

    /// <summary>The keys that have arrived.</summary>
    public HashSet<EffectKey> Arrived { get; } = [];

    /// <summary>How often something arrived that had arrived before.</summary>
    public int Repeats { get; private set; }

    /// <summary>Questions and reminders to somebody who had left for good; there should be none.</summary>
    public List<string> ToNobody { get; } = [];

    public Task<Delivery> DeliverAsync(RequestState request, KeyedEffect effect, CancellationToken cancellationToken)
    {
        if (_down.Cover(_world.Now) || _dice.Chance(0.02))
        {
            throw new IOException("The channel is down.");
        }

        if (AskOf(effect.Effect) is { } ask && _full.GetValueOrDefault(request.Asks[ask - 1].Person.Id)?.Cover(_world.Now) == true)
        {
            throw new IOException("The mailbox is full.");
        }

        if (Arrived.Add(effect.Key))
        {
            if (effect.Effect is Effect.PutAsk && _wrong.Chance(0.005))
            {
                ComeBack(request.Id, effect.Key);
            }
            else
            {
                Read(request, effect.Effect);
            }
        }
        else
        {
            Repeats++;
        }

        return _dice.Chance(0.005)
            ? throw new TimeoutException("It arrived, and the answer got lost.")
            : Task.FromResult(new Delivery("mail", effect.Key.Value, null));
    }

    // Another server took it first and finds out later that it cannot deliver it.
    private void ComeBack(RequestId request, EffectKey effect) => _world.Agenda.At(
        _world.Now + TimeSpan.FromMinutes(20),
        () => _world.DoAsync(request, Actor.System, stamp => new Command.NoteBounce(stamp, effect, "5.1.1")));

    private void Read(RequestState request, Effect effect)
    {
        if (effect is Effect.PutAsk or Effect.Remind && request.Asks[AskOf(effect)!.Value - 1].Person.Id is var person && _world.Staff.HadLeft(person, _world.Now))
        {
            ToNobody.Add($"{request.Id}: {person} was asked on {_world.Now:u} and had left.");
        }

        switch (effect)
        {
            case Effect.PutAsk e:
                _world.Approvers.Asked(request, e.Ask);
                break;
            case Effect.Remind e:
                _world.Approvers.Reminded(request, e.Ask);
                break;
            case Effect.TellApprover { Notice: ApproverNotice.ConsentAttached } e:
                _world.Approvers.ConsentCame(request, e.Ask);
                break;
            case Effect.TellSubmitter e:
                _world.Crew.Told(request, e.Notice);
                break;
            case Effect.TellAdmins e:
                _world.Admins.Alerted(request, e.Alert, e.Subject);
                break;
        }
    }

    private static int? AskOf(Effect effect) => effect switch
    {
        Effect.PutAsk e => e.Ask,
        Effect.Remind e => e.Ask,
        Effect.RetireAsk e => e.Ask,
        Effect.TellApprover e => e.Ask,
        _ => null,
    };
}
