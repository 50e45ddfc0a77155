using Core.Tests.Approval;
using CsCheck;
using Functions.Tests.House;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;

namespace Functions.Tests.Orchestration;

/// <summary>One thing that people, machines or time do to a running orchestration, with numbers that pick whom and what.</summary>
internal sealed record Move(MoveKind Kind, int A, int B);

internal enum MoveKind
{
    Step,
    RunAll,
    Decide,
    Answer,
    Withdraw,
    LoseSignal,
    RepeatSignal,
    Wait,
    RingEarly,
    Restart,
    FailActivities,
    BreakMail,
    Suspend,
    Terminate,
    Purge,
    Sweep,
}

/// <summary>A random history: everything that can come between a request and its orchestration, in any order.</summary>
internal sealed record RandomHistory(Tier Tier, IReadOnlyList<Move> Moves)
{
    private static readonly Gen<MoveKind> Kinds = Gen.Frequency(
        (8, Gen.Const(MoveKind.Step)),
        (4, Gen.Const(MoveKind.RunAll)),
        (6, Gen.Const(MoveKind.Decide)),
        (2, Gen.Const(MoveKind.Answer)),
        (1, Gen.Const(MoveKind.Withdraw)),
        (2, Gen.Const(MoveKind.LoseSignal)),
        (2, Gen.Const(MoveKind.RepeatSignal)),
        (3, Gen.Const(MoveKind.Wait)),
        (2, Gen.Const(MoveKind.RingEarly)),
        (3, Gen.Const(MoveKind.Restart)),
        (3, Gen.Const(MoveKind.FailActivities)),
        (2, Gen.Const(MoveKind.BreakMail)),
        (2, Gen.Const(MoveKind.Suspend)),
        (1, Gen.Const(MoveKind.Terminate)),
        (1, Gen.Const(MoveKind.Purge)),
        (2, Gen.Const(MoveKind.Sweep)));

    public static readonly Gen<RandomHistory> Any = Gen.Select(
        Gen.Enum<Tier>(),
        Gen.Select(Kinds, Gen.Int[0, 20], Gen.Int[0, 11], (kind, a, b) => new Move(kind, a, b)).List[0, 40],
        (tier, moves) => new RandomHistory(tier, moves));

    private static readonly Person[] People = [Sample.Ada, Sample.Bob, Sample.Cleo, Sample.Dan];

    /// <summary>Plays it, mends what was broken, and lets it come to its end.</summary>
    public World Play()
    {
        var world = World.Submitted(Tier);
        foreach (var move in Moves)
            Make(world, move);

        world.Carrier.IsBroken = _ => false;
        world.Carrier.DiesAfterSending = _ => false;
        world.Hub.Failing = default;
        world.Hub.Suspend(World.Id.ToString(), on: false);
        world.RunToTheEnd();
        return world;
    }

    private static void Make(World world, Move move)
    {
        switch (move.Kind)
        {
            case MoveKind.Step when world.Hub.Possible() is { Count: > 0 } possible:
                possible[move.A % possible.Count]();
                break;
            case MoveKind.RunAll:
                world.Run();
                break;
            case MoveKind.Decide:
                world.Decide(People[move.A % 4], Choose(move.B));
                SignalMostly(world, move.A);
                break;
            case MoveKind.Answer:
                world.Do(stamp => new Command.ProvideInformation(stamp, "Because.", null, []), Sample.Submitting);
                SignalMostly(world, move.A);
                break;
            case MoveKind.Withdraw when move.A > 10:
                world.Do(stamp => new Command.Withdraw(stamp, null), Sample.Submitting);
                SignalMostly(world, move.B);
                break;
            case MoveKind.LoseSignal:
                world.Decide(People[move.A % 4], Choose(move.B));
                break;
            case MoveKind.RepeatSignal:
                for (var i = 0; i <= (move.A == 20 ? 80 : move.A % 4); i++)
                    world.Signal();
                break;
            case MoveKind.Wait when move.A < 14:
                world.WaitForTimer();
                break;
            case MoveKind.Wait:
                world.Clock.Advance(TimeSpan.FromMinutes(Math.Pow(2, move.B)));
                break;
            case MoveKind.RingEarly when world.Hub.Possible(timersEarly: true) is { Count: > 0 } possible:
                possible[^1]();
                break;
            case MoveKind.Restart:
                world.Hub.Restart();
                break;
            case MoveKind.FailActivities:
                world.Hub.Failing = (move.A, move.B % 2 == 0);
                break;
            case MoveKind.BreakMail when move.B % 2 == 0:
                world.Carrier.DiesAfterSending = effect => EffectLane.Of(effect).Length % 3 == move.A % 3;
                break;
            case MoveKind.BreakMail:
                world.Carrier.IsBroken = effect => EffectLane.Of(effect).Length % 3 == move.A % 3;
                break;
            case MoveKind.Suspend:
                world.Hub.Suspend(World.Id.ToString(), on: move.A % 2 == 0);
                break;
            case MoveKind.Terminate:
                world.Hub.Terminate(World.Id.ToString());
                break;
            case MoveKind.Purge:
                world.Hub.Purge(World.Id.ToString());
                break;
            case MoveKind.Sweep:
                world.Clock.Advance(Functions.Orchestration.Sweep.Grace);
                world.Sweep();
                break;
        }
    }

    private static void SignalMostly(World world, int chance)
    {
        for (var i = 0; i < (chance % 5) switch { 0 => 0, 1 => 2, _ => 1 }; i++)
            world.Signal();
    }

    private static Decision Choose(int n) => n switch
    {
        < 7 => Sample.Yes,
        < 9 => Sample.If("Credit."),
        9 => Sample.No(),
        _ => Sample.Ask(),
    };
}
