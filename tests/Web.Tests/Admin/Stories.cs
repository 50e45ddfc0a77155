using Microsoft.Extensions.Time.Testing;
using Web.Tests.House;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Policies;
using Workflow.Core.Requests;

namespace Web.Tests.Admin;

/// <summary>Plays requests through the desk at instants of the past, so that pages have something real to show.</summary>
internal sealed class Stories(MemoryStore store)
{
    public static readonly BusinessCalendar Office = new(
        "Europe/Paris",
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
        new TimeOnly(9, 0),
        new TimeOnly(18, 0),
        []);

    public static readonly Person Ada = new("ada", "Ada Ferris", "ada.ferris@studio.example", "en", Office);
    public static readonly Person Luc = new("luc", "Luc Morvan", "luc.morvan@studio.example", "fr", Office);
    public static readonly Person Noor = new("noor", "Noor Haddad", "noor.haddad@studio.example", "en", Office);
    private static readonly PolicyStamp Stamp = new("streamer-genai", "2026.11", new DateOnly(2025, 11, 11), new string('a', 64));

    private readonly OnePolicy _policy = new();
    private int _commands;

    public async Task<RequestId> SubmitAsync(
        DateTimeOffset at, string title, string production = "The Lantern Coast", string by = "Mara Quist", Func<Declaration, Declaration>? with = null)
    {
        var declaration = new Declaration
        {
            Production = production,
            Title = title,
            Description = "For scene 41 the harbour burns in the background.\nWe want smoke plates made from our own drone footage.",
            Tools = [new Tool("Plume", "Plume Labs", "Enterprise", "no training on inputs")],
            Inputs = "Our drone footage of the pier",
            InputKinds = [InputKind.Unreleased],
            Use = IntendedUse.Background,
            FinalDeliverable = Answer.Yes,
            PeopleDepicted = ["Ilse Brandt"],
            Principles = new PrincipleAnswers(Answer.Yes, Answer.Yes, Answer.Yes, Answer.No, Answer.Unsure),
        };
        declaration = with?.Invoke(declaration) ?? declaration;
        var submission = new Submission(declaration, new Submitter(by, "crew@vendor.example", "en"), Channel.Form, $"form:{title}", title);
        var answer = await Desk(at).SubmitAsync(submission, Authentication.Claimed, TestContext.Current.CancellationToken);
        return answer.Request!.Id;
    }

    public Task AssessAsync(RequestId id, DateTimeOffset at, Tier tier, params Seat[] seats)
    {
        var finding = new Finding(
            FindingCode.FinalDeliverable, "final-in-picture", "Final vs temporary", tier, [new Evidence("finalDeliverable", "yes"), new Evidence("description", "the harbour burns", 13)]);
        var doubt = new Doubt("the submitter is not sure about principle 5", "p5-unsure", "Principle 5", Tier.Review, [new Evidence("p5", "unsure")]);
        var stage = new Stage(
            "Judgement", seats, seats.Length, TimeSpan.FromHours(16), [0.5], [Capacity.Deputy], tier == Tier.Notify ? OnTimeout.Acknowledge : OnTimeout.Expire, []);
        var terms = new Terms(TimeSpan.FromHours(24), [0.5], TimeSpan.FromHours(40), TimeSpan.FromDays(180), tier == Tier.Written, Office);
        var assessment = new Assessment(
            Stamp, "words 1", tier, tier == Tier.Notify ? [] : [finding], tier == Tier.Notify ? [] : [doubt], new Route(tier.ToString(), [stage], terms));
        return DoAsync(id, new Command.RecordAssessment(System(at), store.Waiting(id, "classify-1"), 1, assessment));
    }

    public Task StaffAsync(RequestId id, DateTimeOffset at, params (string Role, Person[] People)[] seats) => DoAsync(id, new Command.RecordPeople(
        System(at),
        store.Waiting(id, "people-0"),
        0,
        [.. seats.Select(s => new Staffing(s.Role, [.. s.People.Select((p, i) => new Candidate(p, (Capacity)i))]))]));

    public Task DecideAsync(RequestId id, DateTimeOffset at, int ask, Person by, DecisionKind kind, string? comment = null, params string[] conditions) =>
        DoAsync(id, new Command.Decide(
            Stamped(at, new Actor(ActorKind.Approver, by.Id, by.Name, Authentication.MailedLinkAndCode)), ask, new Decision(kind, comment, [.. conditions.Select(c => new Condition(c))])));

    public Task RecuseAsync(RequestId id, DateTimeOffset at, int ask, Person by) => DoAsync(id, new Command.Recuse(
        Stamped(at, new Actor(ActorKind.Approver, by.Id, by.Name, Authentication.MailedLinkAndCode)), ask, "My sister works there."));

    public Task RevokeAsync(RequestId id, DateTimeOffset at, int ask, Person by, string reason) => DoAsync(id, new Command.Revoke(
        Stamped(at, new Actor(ActorKind.Approver, by.Id, by.Name, Authentication.MailedLinkAndCode)), ask, reason));

    public Task MeetAsync(RequestId id, DateTimeOffset at, int condition, string how) => DoAsync(id, new Command.AddNote(BySubmitter(at), how, condition));

    public Task AmendAsync(RequestId id, DateTimeOffset at, string reason) => DoAsync(id, new Command.Amend(BySubmitter(at), null, reason));

    public Task ConsentAsync(RequestId id, DateTimeOffset at, string person, Attachment document) => DoAsync(id, new Command.AttachConsent(
        BySubmitter(at),
        new ConsentEvidence(person, ConsentKind.Use, "Scene 41", "Her agent", new DateOnly(2026, 1, 1), null, document)));

    public Task WakeAsync(RequestId id, DateTimeOffset at) => DoAsync(id, new Command.Wake(System(at)));

    public Task DeliverAsync(RequestId id, DateTimeOffset at, string kind, string? failure = null) => DoAsync(id, new Command.RecordDelivery(
        System(at), store.Waiting(id, kind), new Delivery("mail", "5f1c@approvals.example", failure)));

    private async Task DoAsync(RequestId id, Command command)
    {
        var answer = await Desk(command.Stamp.At).HandleAsync(id, command, TestContext.Current.CancellationToken);
        Assert.IsType<Verdict.Accepted>(answer.Verdict);
    }

    private ApprovalDesk Desk(DateTimeOffset at) => new(store, _policy, new FakeTimeProvider(at));

    private Stamp BySubmitter(DateTimeOffset at) =>
        Stamped(at, new Actor(ActorKind.Submitter, "crew@vendor.example", "Mara Quist", Authentication.MailedLink));

    private Stamp System(DateTimeOffset at) => Stamped(at, Actor.System);

    private Stamp Stamped(DateTimeOffset at, Actor by) => new($"test-{_commands++}", at, by);
}
