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
    ChangeMind,
    Delegate,
    Recuse,
    Absence,
    Departure,
    Steer,
    Reassess,
    Consent,
    Check,
    Amend,
    Revoke,
    Note,

    /// <summary>Everybody does what leads to an approval.</summary>
    Prosper,
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
        (2, Gen.Const(MoveKind.Forge)),
        (1, Gen.Const(MoveKind.ChangeMind)),
        (1, Gen.Const(MoveKind.Delegate)),
        (1, Gen.Const(MoveKind.Recuse)),
        (1, Gen.Const(MoveKind.Absence)),
        (1, Gen.Const(MoveKind.Departure)),
        (2, Gen.Const(MoveKind.Steer)),
        (1, Gen.Const(MoveKind.Reassess)),
        (3, Gen.Const(MoveKind.Consent)),
        (4, Gen.Const(MoveKind.Check)),
        (2, Gen.Const(MoveKind.Amend)),
        (1, Gen.Const(MoveKind.Revoke)),
        (1, Gen.Const(MoveKind.Note)),
        (2, Gen.Const(MoveKind.Prosper)));

    private static readonly Gen<Move> Moving =
        Gen.Select(Kinds, Gen.Int[0, 11], Gen.Int[0, 11], Gen.Int[0, 11], (kind, a, b, c) => new Move(kind, a, b, c));

    public static readonly Gen<Scenario> Any = Gen.Select(
        Gen.Enum<Tier>(),
        Gen.Int[0, 6],
        Gen.Frequency((7, Gen.Const(true)), (1, Gen.Const(false))),
        Gen.Int[0, 6],
        Moving.List[0, 40],
        (tier, shape, complete, interested, moves) => new Scenario(tier, shape, complete, interested, moves));

    public static readonly IReadOnlyList<Person> People = [Sample.Ada, Sample.Bob, Sample.Cleo, Sample.Dan, Sample.Person("eve"), Sample.Person("fay")];

    /// <summary>The person, if any, whom the declaration names: as submitter, as depicted or as beneficiary.</summary>
    public Person? InterestedPerson => Interested < People.Count ? People[Interested] : null;

    public Declaration Declaration => Sample.Declaration with
    {
        PeopleDepicted = [.. Interested % 3 == 0 && InterestedPerson is { } depicted ? [depicted.Name.ToUpperInvariant()] : Array.Empty<string>(), .. Shape == 4 ? ["Rosa Quill"] : Array.Empty<string>()],
        Beneficiaries = Interested % 3 == 1 && InterestedPerson is { } gaining ? [$"{gaining.Name} (vendor)"] : [],
        Use = Complete ? IntendedUse.Ideation : null,
    };

    public Submission Submission => Sample.Submission(Declaration) with
    {
        Submitter = Interested % 3 == 2 && InterestedPerson is { } self ? new Submitter(self.Name, self.Email, "en") : Sample.Sam,
    };

    /// <summary>What the policy makes of it; a later version of the policy also asks talent.</summary>
    public Assessment Assessment(Tier tier, int version = 1)
    {
        var assessment = First(tier);
        return version == 1 ? assessment : assessment with
        {
            Policy = assessment.Policy with { Version = "2", Sha256 = "02" },
            Route = assessment.Route with { Stages = [.. assessment.Route.Stages, Sample.Stage(tier, ["talent"])] },
        };
    }

    private Assessment First(Tier tier)
    {
        var route = Shape switch
        {
            0 => Sample.Route(tier),
            1 => Sample.Route(tier, Roles),
            2 => Sample.Route(tier) with { Stages = [Sample.Stage(tier, ["creative"]), Sample.Stage(tier, ["legal", "talent"])] },
            // Touches people: consents of everybody depicted, everybody heard, one person of another role at the end.
            4 => Sample.Route(tier, Roles) with
            {
                Stages = [Sample.Stage(tier, Roles) with { Rejection = Rejection.WaitsForOthers, Escalation = [Capacity.Deputy, Capacity.OtherRole], OtherRole = "head" }],
                Terms = Sample.Terms(tier) with { Consent = new ConsentDemand("talent", [ConsentKind.Creation]), ExpiryNotices = [TimeSpan.FromDays(30)] },
            },
            // Decisions outlast, questions go from hand to hand, an approval is suspended while it is amended.
            5 => Sample.Route(tier, ["creative", "legal"]) with
            {
                Stages = [Sample.Stage(tier, ["creative"]), Sample.Stage(tier, ["legal"])],
                Terms = Sample.Terms(tier) with
                {
                    DecisionsOutlastNewFacts = true,
                    DelegationDepth = 2,
                    WhileAmended = WhileAmended.Suspended,
                    Revokers = ["legal"],
                    ExpiryNotices = [TimeSpan.FromDays(30), TimeSpan.FromDays(7)],
                },
            },
            6 => Sample.Route(tier, Roles) with
            {
                Stages = [Sample.Stage(tier, Roles, quorum: tier == Tier.Written ? 3 : 2) with { Rejection = Rejection.WaitsForOthers }],
                Terms = Sample.Terms(tier) with { DelegationDepth = 0 },
            },
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
                var proof = move.C == 11 ? Authentication.MailedLink : Authentication.MailedLinkAndCode;
                Do(new Command.Decide(Story.By(Sample.Deciding(ask.Person, proof)), ask.Number, Choose(move.B)));
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
            case MoveKind.ChangeMind when Story.State!.Decisions.Count > 0:
                var given = Story.State.Decisions[move.A % Story.State.Decisions.Count];
                Do(new Command.Decide(Story.By(given.By), given.Ask, Choose(move.B)));
                break;
            case MoveKind.Delegate when Story.State!.Asks.Count > 0:
                var handed = Pick(move.A);
                Do(new Command.DelegateTo(Story.By(Sample.Deciding(handed.Person)), handed.Number, Scenario.People[move.B % 6], "Yours, I think."));
                break;
            case MoveKind.Recuse when Story.State!.Asks.Count > 0:
                var recused = Pick(move.A);
                Do(new Command.Recuse(Story.By(Sample.Deciding(recused.Person)), recused.Number, null));
                break;
            case MoveKind.Absence:
                Do(new Command.NoteAbsence(Story.By(Actor.System), null, Scenario.People[move.A % 6].Id, Story.Now.AddDays(move.B)));
                break;
            case MoveKind.Departure:
                Do(new Command.NoteDeparture(Story.By(Actor.System), null, 1 + (move.A % 4)));
                break;
            case MoveKind.Steer:
                Do(Steer(move));
                break;
            case MoveKind.Reassess:
                Do(new Command.Reassess(Story.By(Admin), _scenario.Assessment(_scenario.Tier, 2).Policy, "The policy changed."));
                break;
            case MoveKind.Consent:
                var covered = Story.State!.Declaration.PeopleDepicted.Append("Rosa Quill").ElementAt(move.A % (Story.State.Declaration.PeopleDepicted.Count + 1));
                Do(new Command.AttachConsent(Story.By(Submitter), Sample.Consent(
                    covered, DateOnly.FromDateTime(Story.Now.UtcDateTime).AddDays(-1), move.B < 6 ? null : DateOnly.FromDateTime(Story.Now.UtcDateTime).AddDays(move.B * 10))));
                break;
            case MoveKind.Check when Story.State!.Consents.Count > 0:
                foreach (var number in move.C < 8 ? Enumerable.Range(1, Story.State.Consents.Count) : [1 + (move.B % Story.State.Consents.Count)])
                {
                    if (Story.State!.Asks.LastOrDefault(a => a.Seat == "talent") is { } checker)
                    {
                        Do(new Command.CheckConsent(Story.By(Sample.Deciding(checker.Person)), checker.Number, number, move.A < 10, move.A < 10 ? null : "Not signed."));
                    }
                }

                break;
            case MoveKind.Amend:
                Do(new Command.Amend(Story.By(Submitter), move.A < 6 ? null : Revised(move.B), "It goes on."));
                break;
            case MoveKind.Revoke when Story.State!.Asks.Count > 0:
                var giver = Story.State.Decisions.Count > 0 ? Story.State.Decisions[move.A % Story.State.Decisions.Count].Ask : 1;
                Do(new Command.Revoke(Story.By(Sample.Deciding(Story.State.Asks[giver - 1].Person)), giver, "The terms were broken."));
                break;
            case MoveKind.Prosper:
                Prosper(move);
                break;
            case MoveKind.Note:
                Do(new Command.AddNote(Story.By(move.A < 8 ? Submitter : Admin), "The credit is in.", move.B < 6 ? 1 : null));
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

    private void Prosper(Move move)
    {
        var today = DateOnly.FromDateTime(Story.Now.UtcDateTime);
        for (var round = 0; round < 6; round++)
        {
            CarryAll();
            if (Story.State!.Asks.LastOrDefault(a => a.Seat == "talent") is { } checker && round == 0)
            {
                foreach (var person in Story.State.Declaration.PeopleDepicted)
                {
                    Do(new Command.AttachConsent(Story.By(Submitter), Sample.Consent(person, today, move.A < 6 ? null : today.AddDays(move.B * 10))));
                    Do(new Command.CheckConsent(Story.By(Sample.Deciding(checker.Person)), checker.Number, Story.State.Consents.Count, true, null));
                }
            }

            if (Story.State.OpenAsks.FirstOrDefault() is { } ask)
            {
                Do(new Command.Decide(Story.By(Sample.Deciding(ask.Person)), ask.Number, Choose(move.C % 8)));
            }
        }

        foreach (var effect in Story.InFlight.Values.Where(e => e.Effect is Effect.IssueRecord).ToList())
        {
            Carry(effect, 0);
        }
    }

    private static Actor Admin => new(ActorKind.Admin, "admin", "Admin", Authentication.AdminKey);

    private Ask Pick(int number)
    {
        var open = Story.State!.OpenAsks.ToList();
        return open.Count > 0 ? open[number % open.Count] : Story.State.Asks[number % Story.State.Asks.Count];
    }

    private Command Steer(Move move) => (move.A % 4) switch
    {
        0 => new Command.Reassign(Story.By(Admin), Scenario.Roles[move.B % 3], Scenario.People[move.C % 6], "On holiday."),
        1 => new Command.Nudge(Story.By(Admin), 1 + (move.B % 4), "Shooting begins."),
        2 => new Command.Extend(Story.By(Admin), move.C < 4 ? null : 1 + (move.B % 4), TimeSpan.FromHours(move.B * 4), "A long weekend."),
        _ => new Command.Nudge(Story.By(Sample.Submitting), 1, "Forged."),
    };

    private void Carry(KeyedEffect effect, int variant)
    {
        var stamp = Story.By(Actor.System, effect.Key.Value);
        Do(effect.Effect switch
        {
            Effect.Classify e => new Command.RecordAssessment(
                stamp,
                effect.Key,
                e.Revision,
                _scenario.Assessment(
                    Story.State!.Revision == 1 || variant < 6 ? _scenario.Tier : (Tier)(variant % 3), Story.State.PolicyOrdered is null ? 1 : 2)),
            Effect.FindPeople e => new Command.RecordPeople(stamp, effect.Key, e.Stage, Answered(variant)),
            _ => new Command.RecordDelivery(stamp, effect.Key, new Delivery(effect.Effect is Effect.IssueRecord ? "record" : "mail", "ref", null)),
        });
    }

    // Rotated and thinned by the variant, so that seats overlap and some cannot be filled.
    private IReadOnlyList<Staffing> Answered(int variant) =>
    [
        .. Scenario.Roles.Append("head").Select((role, i) => Absent(variant, i, Sample.Staffing(
            role,
            [.. Enumerable.Range(0, variant >= 10 && i == 1 ? 0 : 3).Select(k => Scenario.People[(variant + i + (k * (1 + (variant % 2)))) % 6])]))),
    ];

    private Staffing Absent(int variant, int role, Staffing staffing) => variant % 4 == 3 && role == 0
        ? staffing with { Candidates = [.. staffing.Candidates.Select((c, i) => i == 0 ? c with { Away = new Away(Story.Now.AddDays(variant)) } : c)] }
        : staffing;

    private Declaration? Revised(int c) => c switch
    {
        < 4 => null,
        < 10 => _scenario.Declaration with { Use = IntendedUse.Ideation },
        _ => _scenario.Declaration with { Use = IntendedUse.Ideation, PeopleDepicted = [Scenario.People[c % 6].Name] },
    };

    private static Decision Choose(int n) => n switch
    {
        < 6 => Sample.Yes,
        < 7 => Sample.If("Credit.", "No reuse."),
        7 => Sample.If("Credit.") with { Conditions = [new Condition("Show the final shots.", new DateOnly(2026, 4, 1), "Post")] },
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
