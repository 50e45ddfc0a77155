using System.Text;
using CsCheck;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Policies;
using Workflow.Core.Requests;

namespace Core.Tests.Approval;

/// <summary>One step of a random story: what to try, with numbers that pick whom and what.</summary>
internal sealed record Move(MoveKind Kind, int A, int B, int C);

internal enum MoveKind
{
    /// <summary>The process does what is in flight, as a courier would.</summary>
    Carry,
    CarryAll,
    Decide,
    DecideWell,
    Answer,
    Withdraw,
    Wait,
    Ring,
    FailDelivery,
    Retry,
    Repeat,
    Forge,
}

/// <summary>A random story: a declaration, a route, people of whom some have an interest, and what everybody tries.</summary>
internal sealed record Scenario(Tier Tier, int Shape, bool Complete, int Interested, IReadOnlyList<Move> Moves)
{
    internal static readonly string[] Roles = ["creative", "legal", "talent"];

    // Weighted so that most stories get as far as decisions.
    private static readonly Gen<MoveKind> Kinds = Gen.Frequency(
        (4, Gen.Const(MoveKind.Carry)),
        (6, Gen.Const(MoveKind.CarryAll)),
        (3, Gen.Const(MoveKind.Decide)),
        (8, Gen.Const(MoveKind.DecideWell)),
        (3, Gen.Const(MoveKind.Answer)),
        (1, Gen.Const(MoveKind.Withdraw)),
        (2, Gen.Const(MoveKind.Wait)),
        (3, Gen.Const(MoveKind.Ring)),
        (1, Gen.Const(MoveKind.FailDelivery)),
        (1, Gen.Const(MoveKind.Retry)),
        (2, Gen.Const(MoveKind.Repeat)),
        (2, Gen.Const(MoveKind.Forge)));

    private static readonly Gen<Move> Moving =
        Gen.Select(Kinds, Gen.Int[0, 11], Gen.Int[0, 11], Gen.Int[0, 11], (kind, a, b, c) => new Move(kind, a, b, c));

    public static readonly Gen<Scenario> Any = Gen.Select(
        Gen.Enum<Tier>(),
        Gen.Int[0, 3],
        Gen.Frequency((7, Gen.Const(true)), (1, Gen.Const(false))),
        Gen.Int[0, 6],
        Moving.List[0, 30],
        (tier, shape, complete, interested, moves) => new Scenario(tier, shape, complete, interested, moves));

    public static readonly IReadOnlyList<Person> People = [Sample.Ada, Sample.Bob, Sample.Cleo, Sample.Dan, Sample.Person("eve"), Sample.Person("fay")];

    /// <summary>The person, if any, whom the declaration names: as submitter, as depicted or as beneficiary.</summary>
    public Person? InterestedPerson => Interested < People.Count ? People[Interested] : null;

    public Declaration Declaration => Sample.Declaration with
    {
        PeopleDepicted = Interested % 3 == 0 && InterestedPerson is { } depicted ? [depicted.Name.ToUpperInvariant()] : [],
        Beneficiaries = Interested % 3 == 1 && InterestedPerson is { } gaining ? [$"{gaining.Name} (vendor)"] : [],
        Use = Complete ? IntendedUse.Ideation : null,
    };

    public Submission Submission => Sample.Submission(Declaration) with
    {
        Submitter = Interested % 3 == 2 && InterestedPerson is { } self ? new Submitter(self.Name, self.Email, "en") : Sample.Sam,
    };

    public Assessment Assessment(Tier tier)
    {
        var route = Shape switch
        {
            0 => Sample.Route(tier),
            1 => Sample.Route(tier, Roles),
            2 => Sample.Route(tier) with { Stages = [Sample.Stage(tier, ["creative"]), Sample.Stage(tier, ["legal", "talent"])] },
            // A policy that got past the linter and wants silence to approve: the decider must not let it.
            _ => Sample.Route(tier) with
            {
                Stages = [Sample.Stage(tier, ["creative", "legal"], quorum: tier == Tier.Written ? 2 : 1) with { OnTimeout = OnTimeout.Acknowledge }],
            },
        };
        return Sample.Assessment(tier, route);
    }

    public override string ToString()
    {
        var text = new StringBuilder($"{Tier}, shape {Shape}, {(Complete ? "complete" : "incomplete")}, interested: {InterestedPerson?.Id ?? "nobody"}\n");
        foreach (var step in Play.Of(this).Steps)
        {
            text.AppendLine($"  {step.Command.Stamp.At:u} {step.Command.Stamp.By.Kind} {step.Command.Stamp.By.Id}: {step.Command.GetType().Name} -> "
                + (step.Verdict is Verdict.Accepted a ? string.Join(", ", a.Events.Select(e => e.GetType().Name)) : ((Verdict.Refused)step.Verdict).Refusal.Code));
        }

        return text.ToString();
    }
}

/// <summary>What one command did.</summary>
internal sealed record Step(RequestState? Before, Command Command, Verdict Verdict, RequestState? After)
{
    public IReadOnlyList<Event> Events => (Verdict as Verdict.Accepted)?.Events ?? [];
}

/// <summary>Plays a scenario and remembers every step.</summary>
internal sealed class Play
{
    private readonly Scenario _scenario;

    private Play(Scenario scenario) => _scenario = scenario;

    public Story Story { get; } = new();

    public List<Step> Steps { get; } = [];

    public static Play Of(Scenario scenario)
    {
        var play = new Play(scenario);
        play.Do(new Command.Submit(
            play.Story.By(play.Submitter), Sample.Id, scenario.Submission, Clock.Start(Sample.Office, play.Story.Now, TimeSpan.FromHours(24), [0.5])));
        foreach (var move in scenario.Moves)
        {
            play.Make(move);
        }

        return play;
    }

    /// <summary>Carries out what the process itself has in flight: classifying and finding people.</summary>
    public void CarryAll(int variant = 0)
    {
        for (var i = 0; i < 20 && Machinery().FirstOrDefault() is { } effect; i++)
        {
            Carry(effect, variant);
        }
    }

    public void Ring()
    {
        Story.WaitUntil(DueTimes.Next(Story.State!) is { } due && due > Story.Now ? due : Story.Now);
        Do(new Command.Wake(Story.By(Actor.System)));
    }

    private Actor Submitter => new(ActorKind.Submitter, _scenario.Submission.Submitter.Email, "Submitter", Authentication.MailedLink);

    private IEnumerable<KeyedEffect> Machinery() => Story.InFlight.Values.Where(e => e.Effect is Effect.Classify or Effect.FindPeople);

    private void Make(Move move)
    {
        switch (move.Kind)
        {
            case MoveKind.Carry when Story.InFlight.Count > 0:
                Carry(Story.InFlight.Values.ElementAt(move.A % Story.InFlight.Count), move.B);
                break;
            case MoveKind.CarryAll:
                CarryAll(move.A);
                break;
            case MoveKind.Decide:
                Do(new Command.Decide(
                    Story.By(new Actor((ActorKind)(move.B % 4), Scenario.People[move.A % 6].Id, "Somebody", (Authentication)(move.C % 6))),
                    move.B % 5,
                    Choose(move.C)));
                break;
            case MoveKind.DecideWell when Story.State!.OpenAsks.Any():
                var open = Story.State.OpenAsks.ToList();
                var ask = open[move.A % open.Count];
                Do(new Command.Decide(Story.By(Sample.Deciding(ask.Person)), ask.Number, Choose(move.B)));
                break;
            case MoveKind.Answer:
                Do(new Command.ProvideInformation(
                    Story.By(move.A < 9 ? Submitter : Submitter with { Id = "eve@elsewhere.example" }), move.B < 10 ? "Because." : "", Revised(move.C), []));
                break;
            case MoveKind.Withdraw:
                Do(new Command.Withdraw(Story.By(move.A < 8 ? Submitter : Sample.Deciding(Scenario.People[move.A % 6])), null));
                break;
            case MoveKind.Wait:
                Story.Wait(TimeSpan.FromHours(move.A * move.B));
                break;
            case MoveKind.Ring:
                Ring();
                break;
            case MoveKind.FailDelivery when Story.InFlight.Count > 0:
                var failed = Story.InFlight.Values.ElementAt(move.A % Story.InFlight.Count);
                Do(new Command.RecordDelivery(Story.By(Actor.System), failed.Key, new Delivery("none", null, "No route to host.")));
                break;
            case MoveKind.Retry when Story.State!.Deliveries.Count > 0:
                var again = Story.State.Deliveries.Keys.OrderBy(key => key.Value, StringComparer.Ordinal).ElementAt(move.A % Story.State.Deliveries.Count);
                Do(new Command.RetryDelivery(
                    Story.By(new Actor(move.B < 10 ? ActorKind.Admin : (ActorKind)(move.C % 3), "admin", "Admin", Authentication.AdminKey)), again));
                break;
            case MoveKind.Repeat:
                Do(Steps[(move.A * 11 + move.B) % Steps.Count].Command);
                break;
            case MoveKind.Forge:
                var forged = new Actor((ActorKind)(move.A % 4), Scenario.People[move.B % 6].Id, "Forger", (Authentication)(move.C % 6));
                Do(move.C % 3 == 0
                    ? new Command.RecordAssessment(Story.By(forged), new EffectKey("forged"), move.B % 3, _scenario.Assessment(Tier.Notify))
                    : new Command.Wake(Story.By(forged)));
                break;
        }
    }

    private void Carry(KeyedEffect effect, int variant)
    {
        var stamp = Story.By(Actor.System, effect.Key.Value);
        Do(effect.Effect switch
        {
            Effect.Classify e => new Command.RecordAssessment(
                stamp, effect.Key, e.Revision, _scenario.Assessment(Story.State!.Revision == 1 || variant < 6 ? _scenario.Tier : (Tier)(variant % 3))),
            Effect.FindPeople e => new Command.RecordPeople(stamp, effect.Key, e.Stage, Answered(variant)),
            _ => new Command.RecordDelivery(stamp, effect.Key, new Delivery(effect.Effect is Effect.IssueRecord ? "record" : "mail", "ref", null)),
        });
    }

    // Rotated and thinned by the variant, so that seats overlap and some cannot be filled.
    private static IReadOnlyList<Staffing> Answered(int variant) =>
    [
        .. Scenario.Roles.Select((role, i) => Sample.Staffing(
            role,
            [.. Enumerable.Range(0, variant >= 10 && i == 1 ? 0 : 3).Select(k => Scenario.People[(variant + i + (k * (1 + (variant % 2)))) % 6])])),
    ];

    private Declaration? Revised(int c) => c switch
    {
        < 4 => null,
        < 10 => _scenario.Declaration with { Use = IntendedUse.Ideation },
        _ => _scenario.Declaration with { Use = IntendedUse.Ideation, PeopleDepicted = [Scenario.People[c % 6].Name] },
    };

    private static Decision Choose(int n) => n switch
    {
        < 6 => Sample.Yes,
        < 8 => Sample.If("Credit.", "No reuse."),
        8 => Sample.No(),
        9 => Sample.No(null),
        10 => Sample.Ask(),
        _ => Sample.If(),
    };

    private void Do(Command command)
    {
        var before = Story.State;
        Story.Do(command);
        Steps.Add(new Step(before, command, Story.Last, Story.State));
    }
}
