using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Policies;
using Workflow.Core.Requests;

namespace Web.Tests.House;

/// <summary>Brings requests to where a test wants them, as the process itself would.</summary>
internal static class Life
{
    public static Person Ada { get; } = new("ada", "Ada Quill", "ada@studio.example", "en", OnePolicy.Office);

    /// <summary>A complete declaration that came in by form.</summary>
    public static Task<RequestState> SubmitAsync(this WebHouse house) => house.SubmitAsync(new Declaration
    {
        Production = "The Lantern Coast",
        Title = "Mood boards for the harbour",
        Description = "Boards of a harbour at night.",
        Tools = [new Tool("Sketcher", "Sketch Ltd", "Enterprise")],
        Use = IntendedUse.Ideation,
        FinalDeliverable = Answer.No,
        Principles = new PrincipleAnswers(Answer.Yes, Answer.Yes, Answer.Yes, Answer.Yes, Answer.Unsure),
    });

    /// <summary>A mail that leaves out everything but one answer.</summary>
    public static Task<RequestState> SubmitIncompleteAsync(this WebHouse house) => house.SubmitAsync(new Declaration
    {
        Title = "Mood <boards> for the harbour",
        Description = "Boards of a harbour at night.",
        Principles = new PrincipleAnswers(P2: Answer.No),
        Attachments = [new Attachment("sketch.png", "image/png", 4, new string('a', 64))],
    });

    public static async Task<RequestState> SubmitAsync(this WebHouse house, Declaration declaration)
    {
        var submission = new Submission(
            declaration, new Submitter("Robin Vale", "robin@artdept.example", house.Language), Channel.Form, "form:life", "f");
        var answer = await house.Desk.SubmitAsync(submission, Authentication.Claimed, TestContext.Current.CancellationToken);
        return answer.Request!;
    }

    /// <summary>Judged, and Ada is asked for legal.</summary>
    public static async Task<RequestState> AskAsync(this WebHouse house, RequestState request)
    {
        var route = new Route(
            "review",
            [new Stage("Judgement", [new Seat("legal", "Legal")], 1, TimeSpan.FromHours(16), [0.5], [], OnTimeout.Expire, [])],
            new Terms(TimeSpan.FromHours(24), [0.5], TimeSpan.FromHours(40), TimeSpan.FromDays(180), SecondStep: false, OnePolicy.Office));
        var assessment = new Assessment(
            new PolicyStamp("test", "1", new DateOnly(2025, 11, 11), "00"), "test", Tier.Review, [], [], route);
        await house.DoAsync(request.Id, stamp => new Command.RecordAssessment(stamp, new EffectKey("a"), request.Revision, assessment));
        return await house.DoAsync(request.Id, stamp => new Command.RecordPeople(
            stamp, new EffectKey("p"), 0, [new Staffing("legal", [new Candidate(Ada, Capacity.Holder)])]));
    }

    /// <summary>Ada decides.</summary>
    public static Task<RequestState> DecideAsync(this WebHouse house, RequestState request, Decision decision) =>
        house.DoAsync(
            request.Id,
            stamp => new Command.Decide(stamp, 1, decision),
            new Actor(ActorKind.Approver, Ada.Id, Ada.Name, Authentication.MailedLink));

    /// <summary>Ada wants to know more.</summary>
    public static async Task<RequestState> QuestionAsync(this WebHouse house, string question) =>
        await house.DecideAsync(await house.AskAsync(await house.SubmitAsync()), new Decision(DecisionKind.AskForInformation, question, []));

    /// <summary>The submitter's link to a page.</summary>
    public static string Path(this WebHouse house, RequestState request, string page) =>
        $"{page}?t={house.Links.ForSubmitter(request.Id, request.Submission.Submitter.Email)}";

    private static async Task<RequestState> DoAsync(
        this WebHouse house, RequestId id, Func<Stamp, Command> command, Actor? by = null)
    {
        var before = await house.RequestAsync(id);
        var stamp = new Stamp($"life/{before.Version}", house.Clock.GetUtcNow(), by ?? Actor.System);
        var answer = await house.Desk.HandleAsync(id, command(stamp), TestContext.Current.CancellationToken);
        Assert.IsType<Verdict.Accepted>(answer.Verdict);
        return answer.Request!;
    }
}
