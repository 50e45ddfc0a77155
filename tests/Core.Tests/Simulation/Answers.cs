using Workflow.Core.Approval;
using Workflow.Core.Policies;
using Workflow.Core.Requests;

namespace Core.Tests.Simulation;

/// <summary>What an approver answers once they look at a request, and what they do about it later.</summary>
internal sealed class Answers(World world)
{
    private const int MostQuestions = 3;

    private enum Choice
    {
        Approve,
        Conditions,
        Reject,
        Ask,
        Delegate,
        Recuse,
    }

    private readonly Dice _dice = world.DiceOf("answers");

    public async Task<Verdict> GiveAsync(RequestState request, Ask ask)
    {
        await CheckConsentsAsync(request.Id, ask.Number);
        var choice = _dice.Weigh(
            (62, Choice.Approve), (14, Choice.Conditions), (6, Choice.Reject), (10, Choice.Ask), (4, Choice.Delegate), (3, Choice.Recuse));
        return choice switch
        {
            Choice.Delegate when world.Staff.Colleagues(ask.Person.Id) is [_, ..] colleagues =>
                await DoAsync(request, ask, stamp => new Command.DelegateTo(stamp, ask.Number, _dice.Pick(colleagues), "You know this one better.")),
            Choice.Recuse => await DoAsync(request, ask, stamp => new Command.Recuse(stamp, ask.Number, "I know them too well.")),
            Choice.Ask when request.Answers.Count < MostQuestions => await DecideAsync(request, ask, Question()),
            Choice.Reject => await DecideAsync(request, ask, No),
            Choice.Conditions => await DecideAsync(request, ask, If()),
            _ => await DecideAsync(request, ask, Yes),
        };
    }

    /// <summary>Whoever checks consents looks at those that nobody has looked at.</summary>
    public async Task CheckConsentsAsync(RequestId id, int number)
    {
        var request = await world.FindAsync(id);
        var ask = request.Asks[number - 1];
        if (request.Assessment?.Route.Terms.Consent?.Seat != ask.Seat || world.Staff.HadLeft(ask.Person.Id, world.Now))
        {
            return;
        }

        foreach (var consent in request.Consents.Where(c => c.Check is null))
        {
            var accepted = _dice.Chance(0.9);
            await DoAsync(request, ask, stamp => new Command.CheckConsent(
                stamp, number, consent.Number, accepted, accepted ? null : "The signature is missing."));
        }
    }

    private static Decision Yes { get; } = new(DecisionKind.Approve, null, []);

    private static Decision No { get; } = new(DecisionKind.Reject, "Not for this story.", []);

    private async Task<Verdict> DecideAsync(RequestState request, Ask ask, Decision decision)
    {
        var verdict = await DoAsync(request, ask, stamp => new Command.Decide(stamp, ask.Number, decision));
        if (verdict is Verdict.Accepted)
        {
            Afterwards(request.Id, ask, decision);
        }

        return verdict;
    }

    private void Afterwards(RequestId id, Ask ask, Decision decision)
    {
        if (_dice.Chance(0.04))
        {
            var other = decision.Kind == DecisionKind.Reject ? Yes : If();
            world.Agenda.At(Soon(ask, TimeSpan.FromHours(1)), () => AgainAsync(id, ask, stamp => new Command.Decide(stamp, ask.Number, other)));
        }

        if (decision.Kind is DecisionKind.Approve or DecisionKind.ApproveWithConditions && _dice.Chance(0.012))
        {
            world.Agenda.After(_dice.Days(5, 90), () => AgainAsync(id, ask, stamp => new Command.Revoke(stamp, ask.Number, "The tool's terms have changed.")));
        }
    }

    private async Task AgainAsync(RequestId id, Ask ask, Func<Stamp, Command> command)
    {
        if (!world.Staff.HadLeft(ask.Person.Id, world.Now))
        {
            await world.DoAsync(id, Approvers.As(ask.Person), command);
        }
    }

    private DateTimeOffset Soon(Ask ask, TimeSpan work) => ask.Person.Calendar.Add(world.Now, _dice.Around(work));

    private Task<Verdict> DoAsync(RequestState request, Ask ask, Func<Stamp, Command> command) =>
        world.DoAsync(request.Id, Approvers.As(ask.Person), command);

    private Decision Question() => new(
        DecisionKind.AskForInformation, "Which material goes in, and who has agreed to it?", [], _dice.Chance(0.5) ? ["inputs", "peopleDepicted"] : null);

    private Decision If()
    {
        var due = _dice.Chance(0.5) ? DateOnly.FromDateTime(world.Now.UtcDateTime).AddDays(10 + _dice.Below(80)) : (DateOnly?)null;
        Condition[] conditions = [new("Show the final material before it is delivered.", due, "Post production"), new("Do not use it outside this production.")];
        return new Decision(DecisionKind.ApproveWithConditions, null, conditions[..(1 + _dice.Below(2))]);
    }
}
