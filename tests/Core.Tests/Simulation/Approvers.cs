using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Core.Policies;
using Workflow.Core.Requests;

namespace Core.Tests.Simulation;

/// <summary>Those who are asked: they answer in their working time when they get to it, or hand on, step back, or never answer.</summary>
internal sealed class Approvers(World world)
{
    private static readonly TimeSpan Thinking = TimeSpan.FromHours(7);
    private static readonly TimeSpan Later = TimeSpan.FromHours(6);

    private readonly Dice _dice = world.DiceOf("approvers");
    private readonly Answers _answers = new(world);
    private readonly HashSet<(RequestId, int)> _planned = [];

    public static Actor As(Person person) => new(ActorKind.Approver, person.Id, person.Name, Authentication.MailedLinkAndCode);

    public void Asked(RequestState request, int ask)
    {
        var person = request.Asks[ask - 1].Person;
        if (world.Staff.AwayUntil(person.Id) is { } until && _dice.Chance(0.4))
        {
            world.Agenda.After(TimeSpan.FromMinutes(2), () => ReplyOutOfOfficeAsync(request.Id, person, until));
        }

        if (!_dice.Chance(0.12))
        {
            Plan(request.Id, request.Asks[ask - 1], _dice.Around(Thinking));
        }
    }

    public void Reminded(RequestState request, int ask)
    {
        if (_dice.Chance(0.4))
        {
            Plan(request.Id, request.Asks[ask - 1], _dice.Around(Thinking / 4));
        }
    }

    public void ConsentCame(RequestState request, int ask)
    {
        var at = Free(request.Asks[ask - 1].Person, _dice.Around(Thinking / 2));
        world.Agenda.At(at, () => _answers.CheckConsentsAsync(request.Id, ask));
    }

    // When they have worked so long from now on, or from when they are back.
    private DateTimeOffset Free(Person person, TimeSpan work) =>
        person.Calendar.Add(world.Staff.AwayUntil(person.Id) ?? world.Now, work);

    private void Plan(RequestId id, Ask ask, TimeSpan work)
    {
        if (_planned.Add((id, ask.Number)))
        {
            world.Agenda.At(Free(ask.Person, work), () => ActAsync(id, ask.Number));
        }
    }

    private Task<Verdict> ReplyOutOfOfficeAsync(RequestId id, Person person, DateTimeOffset until) =>
        world.DoAsync(id, Actor.System, stamp => new Command.NoteAbsence(stamp, null, person.Id, until));

    private async Task ActAsync(RequestId id, int number)
    {
        _planned.Remove((id, number));
        var request = await world.FindAsync(id);
        var ask = request.Asks[number - 1];
        if (world.Staff.HadLeft(ask.Person.Id, world.Now))
        {
            return;
        }

        if (world.Staff.AwayUntil(ask.Person.Id) is not null)
        {
            Plan(id, ask, _dice.Around(Thinking));
            return;
        }

        // Most see that it is settled; some click all the same.
        if (!ask.IsOpen && !_dice.Chance(0.1))
        {
            return;
        }

        var verdict = await _answers.GiveAsync(request, ask);
        if (verdict is Verdict.Refused { Refusal.Code: RefusalCode.ConsentMissing })
        {
            Plan(id, ask, _dice.Around(Later));
        }
    }
}
