using System.Text;
using CsCheck;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Policies;
using Workflow.Core.Requests;

namespace Core.Tests.Approval;

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
        (1, Gen.Const(MoveKind.Bounce)),
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
