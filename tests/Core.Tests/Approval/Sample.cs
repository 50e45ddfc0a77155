using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Policies;
using Workflow.Core.Requests;

namespace Core.Tests.Approval;

/// <summary>The people, declarations and assessments that the specifications of the process speak of.</summary>
internal static class Sample
{
    public static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>An instant in the month in which the stories begin, on Monday the 2nd; London keeps UTC until the 29th.</summary>
    public static DateTimeOffset March(int day, int hour = 0) => new(2026, 3, day, hour, 0, 0, TimeSpan.Zero);

    public static readonly BusinessCalendar Office = new(
        "Europe/London",
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
        new TimeOnly(9, 0),
        new TimeOnly(17, 0),
        []);

    public static readonly RequestId Id = RequestId.FromBits(42);

    public static readonly Submitter Sam = new("Sam Submitter", "sam@crew.example", "en");

    public static Person Person(string id) => new(id, $"{char.ToUpperInvariant(id[0])}{id[1..]} Person", $"{id}@studio.example", "en", Office);

    public static readonly Person Ada = Person("ada");
    public static readonly Person Bob = Person("bob");
    public static readonly Person Cleo = Person("cleo");
    public static readonly Person Dan = Person("dan");
    public static readonly Person Eve = Person("eve");
    public static readonly Person Fay = Person("fay");

    public static readonly Declaration Declaration = new()
    {
        Production = "The Lantern Coast",
        Title = "Mood boards for the harbour",
        Description = "Mood boards of a harbour at night, for discussion only.",
        Tools = [new Tool("Sketcher", "Sketch Ltd", "Enterprise", "no training")],
        Use = IntendedUse.Ideation,
        FinalDeliverable = Answer.No,
        Principles = new PrincipleAnswers(Answer.Yes, Answer.Yes, Answer.Yes, Answer.Yes, Answer.Yes),
    };

    public static Submission Submission(Declaration? declaration = null) =>
        new(declaration ?? Declaration, Sam, Channel.Form, "form:1", "f1");

    public static Route Route(Tier tier, params IReadOnlyList<string> roles) => new(
        tier.ToString(),
        [Stage(tier, roles.Count > 0 ? roles : tier == Tier.Written ? ["creative", "legal"] : ["creative"])],
        Terms(tier));

    public static Stage Stage(Tier tier, IReadOnlyList<string> roles, int? quorum = null) => new(
        "Judgement",
        [.. roles.Select(r => new Seat(r, r))],
        quorum ?? roles.Count,
        TimeSpan.FromHours(16),
        [0.5],
        [Capacity.Deputy, Capacity.Manager],
        tier == Tier.Notify ? OnTimeout.Acknowledge : OnTimeout.Expire,
        [DecisionKind.Reject]);

    public static Terms Terms(Tier tier) => new(
        TimeSpan.FromHours(24), [0.5], TimeSpan.FromHours(40), TimeSpan.FromDays(180), SecondStep: tier == Tier.Written, Office);

    /// <summary>A route of one stage, as the policy words it.</summary>
    public static Assessment With(Tier tier, Func<Stage, Stage>? stage = null, Func<Terms, Terms>? terms = null, params IReadOnlyList<string> roles)
    {
        var route = Route(tier, roles);
        return Assessment(tier, route with
        {
            Stages = [stage is null ? route.Stages[0] : stage(route.Stages[0])],
            Terms = terms is null ? route.Terms : terms(route.Terms),
        });
    }

    public static Assessment Assessment(Tier tier, Route? route = null) =>
        new(new PolicyStamp("test", "1", new DateOnly(2025, 11, 11), "00"), "test", tier, [], [], route ?? Route(tier));

    public static Staffing Staffing(string role, params IReadOnlyList<Person> people) =>
        new(role, [.. people.Select((p, i) => new Candidate(p, (Capacity)Math.Min(i, 2)))]);

    public static Actor Submitting { get; } = new(ActorKind.Submitter, Sam.Email, Sam.Name, Authentication.MailedLink);

    public static Actor Deciding(Person person, Authentication authentication = Authentication.MailedLinkAndCode) =>
        new(ActorKind.Approver, person.Id, person.Name, authentication);

    public static ConsentEvidence Consent(string person, DateOnly? from = null, DateOnly? until = null, ConsentKind kind = ConsentKind.Creation) => new(
        person, kind, "The voice, in this production.", person, from ?? new DateOnly(2026, 1, 1), until, new Attachment("consent.pdf", "application/pdf", 1, new string('0', 64)));

    public static Actor Admin { get; } = new(ActorKind.Admin, "admin", "Admin", Authentication.AdminKey);

    /// <summary>The policy as it was changed while requests were in flight.</summary>
    public static PolicyStamp NewPolicy { get; } = new("test", "2", new DateOnly(2026, 1, 1), "02");

    public static Decision Yes { get; } = new(DecisionKind.Approve, null, []);

    public static Decision No(string? reason = "Not with this cast.") => new(DecisionKind.Reject, reason, []);

    public static Decision If(params IReadOnlyList<string> conditions) => new(DecisionKind.ApproveWithConditions, null, [.. conditions.Select(c => new Condition(c))]);

    public static Decision Ask(string? question = "Which voice?") => new(DecisionKind.AskForInformation, question, []);
}
