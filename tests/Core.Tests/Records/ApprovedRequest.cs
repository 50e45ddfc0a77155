using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Policies;
using Workflow.Core.Records;
using Workflow.Core.Requests;

namespace Core.Tests.Records;

/// <summary>An invented request that two people have approved, as the process leaves it behind.</summary>
internal static class ApprovedRequest
{
    public static readonly DateTimeOffset ClosedAt = new(2026, 3, 9, 15, 42, 7, TimeSpan.Zero);

    private static readonly BusinessCalendar Calendar =
        new("Europe/Paris", [DayOfWeek.Monday], new TimeOnly(9, 0), new TimeOnly(18, 0), []);

    public static RequestId Id { get; } = RequestId.FromBits(20260309);

    public static RequestState State(Func<Declaration, Declaration>? change = null)
    {
        var declaration = new Declaration
        {
            Production = "The Salt Road",
            Title = "Rejeunir Édouard pour la scène du phare, œuvre “finale” – 40 s",
            Description = "De-age the performer by twenty years in scene 41. The face is tracked and replaced per shot.\n\nThe plates stay on our servers.",
            Tools = [new Tool("Reface Studio", "Vendor A GmbH", "Enterprise", "No training on inputs")],
            Inputs = "Plates of scene 41",
            InputKinds = [InputKind.PerformerMaterial, InputKind.Unreleased],
            Outputs = "Eleven finished shots",
            Use = IntendedUse.Performance,
            FinalDeliverable = Answer.Yes,
            PeopleDepicted = ["Edouard Exemple"],
            From = new DateOnly(2026, 3, 16),
            To = new DateOnly(2026, 6, 30),
            Territory = "France",
            Principles = new PrincipleAnswers(Answer.Yes, Answer.Yes, Answer.Yes, Answer.No, Answer.Unsure),
            Attachments = [new Attachment("consent.pdf", "application/pdf", 48_213, new string('a', 64))],
        };
        declaration = change?.Invoke(declaration) ?? declaration;
        var legal = new Candidate(new Person("p-legal", "Łucja Prawna", "legal@studio.example", "en", Calendar), Capacity.Holder);
        var talent = new Candidate(new Person("p-talent", "Tom Deputy", "talent@studio.example", "en", Calendar), Capacity.Deputy);
        return new RequestState
        {
            Id = Id,
            Version = 3,
            Submission = new Submission(declaration, new Submitter("Camille Essai", "camille@crew.example", "fr"), Channel.Form, "k", "f"),
            SubmittedBy = new Actor(ActorKind.Submitter, "camille@crew.example", "Camille Essai", Authentication.MailedLink),
            SubmittedAt = ClosedAt.AddDays(-4),
            ChangedAt = ClosedAt,
            Status = RequestStatus.Closed,
            StatusSince = ClosedAt,
            Assessment = new Assessment(
                new PolicyStamp("streamer-genai", "2026.1", new DateOnly(2025, 11, 11), new string('b', 64)),
                "classifier/1",
                Tier.Written,
                [new Finding(FindingCode.DigitalReplica, "talent-replica", "Talent enhancement: digital replica", Tier.Written, [new Evidence("description", "De-age the performer", 0), new Evidence("p4", "no")])],
                [new Doubt("The submitter is not sure that consent covers this.", "unsure-p5", "Principle 5", Tier.Review, [new Evidence("p5", "unsure")])],
                new Route(
                    "talent",
                    [new Stage("Legal and talent", [new Seat("legal", "Legal"), new Seat("talent", "Talent relations")], 2, TimeSpan.FromHours(16), [0.5], [Capacity.Deputy], OnTimeout.Expire, [])],
                    new Terms(TimeSpan.FromHours(40), [], TimeSpan.FromHours(40), TimeSpan.FromDays(365), true, Calendar))),
            Asks = [new Ask(1, 0, "legal", legal, ClosedAt.AddDays(-3), new Clock([], ClosedAt)), new Ask(2, 0, "talent", talent, ClosedAt.AddDays(-3), new Clock([], ClosedAt))],
            Decisions =
            [
                new Decided(1, 0, "legal", Who(legal), ClosedAt.AddHours(-20), new Decision(DecisionKind.AskForInformation, "Which scenes?", [])),
                new Decided(1, 0, "legal", Who(legal), ClosedAt.AddHours(-2), new Decision(DecisionKind.ApproveWithConditions, "As agreed with the guild.", [new Condition("Show the final shots to the performer before the mix.")])),
                new Decided(2, 0, "talent", Who(talent), ClosedAt, new Decision(DecisionKind.Approve, null, [])),
            ],
            Answers = [new Answered(new OpenQuestion(1, "Which scenes?", [], ClosedAt.AddHours(-20), new Clock([], ClosedAt), 0), ClosedAt.AddHours(-10), "Scene 41 only.", [])],
            Outcome = new Outcome(OutcomeKind.Approved, [new Condition("Show the final shots to the performer before the mix."), new Condition("Delete the face model on delivery.")], ClosedAt.AddDays(113), null),
            ClosedAt = ClosedAt,
        };
    }

    /// <summary>The same, by a policy that demands consents: one holds for the year, one has no end, one was refused.</summary>
    public static RequestState Consented()
    {
        var state = State();
        var route = state.Assessment!.Route;
        return state with
        {
            Assessment = state.Assessment with
            {
                Route = route with { Terms = route.Terms with { Consent = new ConsentDemand("talent", [ConsentKind.Creation, ConsentKind.Use]) } },
            },
            Consents =
            [
                Shown(1, ConsentKind.Creation, new DateOnly(2026, 12, 31), isAccepted: true),
                Shown(2, ConsentKind.Use, null, isAccepted: false),
                Shown(3, ConsentKind.Use, null, isAccepted: true),
            ],
        };
    }

    public static IReadOnlyList<StoredEvent> Events()
    {
        var hash = AuditChain.Genesis(Id.ToString());
        var events = new List<StoredEvent>();
        foreach (var type in new[] { "request-submitted", "decision-made", "request-closed", "effect-delivered" })
        {
            hash = AuditChain.Next(hash, events.Count + 1, type, 1, "{}");
            events.Add(new StoredEvent(events.Count + 1, type, 1, "{}", hash));
        }

        return events;
    }

    public static WrittenRecord Record(Func<Declaration, Declaration>? change = null) => WrittenRecord.Of(State(change), Events());

    private static Consent Shown(int number, ConsentKind kind, DateOnly? until, bool isAccepted) => new(
        number,
        new ConsentEvidence(
            "Edouard Exemple",
            kind,
            "Twenty years younger in scene 41.",
            "Agence Exemple",
            new DateOnly(2026, 3, 1),
            until,
            new Attachment($"agreement-{number}.pdf", "application/pdf", 48_213, new string((char)('a' + number), 64))),
        new ConsentCheck(new Actor(ActorKind.Approver, "p-talent", "Tom Deputy", Authentication.MailedLinkAndCode), ClosedAt.AddDays(-1), isAccepted, null));

    private static Actor Who(Candidate candidate) =>
        new(ActorKind.Approver, candidate.Person.Id, candidate.Person.Name, Authentication.MailedLinkAndCode);
}
