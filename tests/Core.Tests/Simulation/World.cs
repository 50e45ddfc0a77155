using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Core.Requests;

namespace Core.Tests.Simulation;

/// <summary>The real desk and carrier, and around them everything that is outside, in virtual time.</summary>
internal sealed class World
{
    private readonly int _seed;
    private readonly Dice _hands;
    private int _commands;

    public World(int seed)
    {
        _seed = seed;
        _hands = DiceOf("hands");
        Streams = new Streams(DiceOf("streams"));
        Desk = new ApprovalDesk(Streams, Rules, Agenda.Clock, new HotStates(4096));
        Staff = new Staff(this);
        Mail = new Mailboxes(this);
        Carrier = new EffectCarrier(Desk, Rules, Staff, Mail, new Records(), Agenda.Clock);
        Courier = new Courier(this);
        Alarms = new AlarmClock(this);
        Approvers = new Approvers(this);
        Crew = new Crew(this);
        Admins = new Admins(this);
        Streams.Appended += Courier.Take;
        Streams.Appended += Alarms.Take;
        Agenda.At(Calendar.NewPolicy, Rules.ChangeAsync);
    }

    public Agenda Agenda { get; } = new(Calendar.Start);

    public Rules Rules { get; } = new();

    public Streams Streams { get; }

    public ApprovalDesk Desk { get; }

    public EffectCarrier Carrier { get; }

    public Staff Staff { get; }

    public Mailboxes Mail { get; }

    public Courier Courier { get; }

    public AlarmClock Alarms { get; }

    public Approvers Approvers { get; }

    public Crew Crew { get; }

    public Admins Admins { get; }

    public DateTimeOffset Now => Agenda.Now;

    /// <summary>Whether the year is over: nobody begins anything new.</summary>
    public bool IsWrapped => Now >= Calendar.Wrap;

    /// <summary>How often each command was refused, and why.</summary>
    public SortedDictionary<string, int> Refusals { get; } = new(StringComparer.Ordinal);

    /// <summary>Commands that did something the second time; there should be none.</summary>
    public List<string> DoneTwice { get; } = [];

    public Dice DiceOf(string part) => Dice.Of(_seed, part);

    public async Task<RequestState> FindAsync(RequestId id) =>
        await Desk.FindAsync(id, CancellationToken.None) ?? throw new InvalidOperationException($"Nobody has stored {id}.");

    /// <summary>Somebody does something now; some click twice.</summary>
    public async Task<Verdict> DoAsync(RequestId id, Actor by, Func<Stamp, Command> command)
    {
        var what = command(new Stamp($"c{++_commands}", Now, by));
        var verdict = (await Desk.HandleAsync(id, what, CancellationToken.None)).Verdict;
        if (verdict is Verdict.Refused refused)
        {
            Count(what.GetType().Name, refused.Refusal.Code);
        }
        else if (_hands.Chance(0.02) && (await Desk.HandleAsync(id, what, CancellationToken.None)).Verdict is not Verdict.Accepted { Events.Count: 0 })
        {
            DoneTwice.Add($"{id}: {what.Stamp.CommandId}");
        }

        return verdict;
    }

    public void Count(string command, RefusalCode refusal)
    {
        var name = $"{command} {refusal}";
        Refusals[name] = Refusals.GetValueOrDefault(name) + 1;
    }
}
