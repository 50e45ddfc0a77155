using Web.Tests.House;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Policies;
using Workflow.Core.Requests;

namespace Web.Tests.Following;

/// <summary>Brings requests to an approval and past it, as the process itself would.</summary>
internal static class Approvals
{
    public static Actor Ada { get; } = new(ActorKind.Approver, Life.Ada.Id, Life.Ada.Name, Authentication.MailedLink);

    /// <summary>Legal checks that the person depicted agrees to the use.</summary>
    public static Terms WithConsent(Terms terms) => terms with { Consent = new ConsentDemand("legal", [ConsentKind.Use]) };

    /// <summary>Somebody is depicted, and Ada is asked on these terms.</summary>
    public static async Task<RequestState> DepictingAsync(this WebHouse house, Func<Terms, Terms> terms)
    {
        var request = await house.SubmitAsync(new Declaration
        {
            Production = "The Lantern Coast",
            Title = "A voice for two lines",
            Description = "Two lines of dialogue.",
            Tools = [new Tool("Vocalis", "Vocalis Ltd", "Enterprise")],
            Use = IntendedUse.Performance,
            FinalDeliverable = Answer.Yes,
            PeopleDepicted = ["Mara Quill"],
            Principles = new PrincipleAnswers(Answer.Yes, Answer.Yes, Answer.Yes, Answer.No, Answer.No),
            Attachments = [new Attachment("script.pdf", "application/pdf", 4, new string('a', 64))],
        });
        return await house.AskAsync(request, terms);
    }

    /// <summary>The newest version is judged and Ada is asked, on these terms.</summary>
    public static async Task<RequestState> AskAsync(this WebHouse house, RequestState request, Func<Terms, Terms> terms)
    {
        var route = new Route(
            "review",
            [new Stage("Judgement", [new Seat("legal", "Legal")], 1, TimeSpan.FromHours(16), [0.5], [], OnTimeout.Expire, [])],
            terms(new Terms(TimeSpan.FromHours(24), [0.5], TimeSpan.FromHours(40), TimeSpan.FromDays(180), SecondStep: false, OnePolicy.Office)));
        var assessment = new Assessment(new PolicyStamp("test", "1", new DateOnly(2025, 11, 11), "00"), "test", Tier.Review, [], [], route);
        request = await house.DoAsync(request, s => new Command.RecordAssessment(s, new EffectKey($"a{request.Version}"), request.Revision, assessment));
        return await house.DoAsync(request, s => new Command.RecordPeople(
            s, new EffectKey($"p{request.Version}"), 0, [new Staffing("legal", [new Candidate(Life.Ada, Capacity.Holder)])]));
    }

    /// <summary>Ada approves, and the record is issued.</summary>
    public static async Task<RequestState> ApproveAsync(this WebHouse house, RequestState request, params IReadOnlyList<Condition> conditions)
    {
        var kind = conditions.Count > 0 ? DecisionKind.ApproveWithConditions : DecisionKind.Approve;
        request = await house.DoAsync(request, s => new Command.Decide(s, request.Asks.Count, new Decision(kind, null, conditions)), Ada);
        return await house.DoAsync(request, s => new Command.RecordDelivery(
            s, new EffectKey($"{request.Id}/{request.Version}/record"), new Delivery(Delivery.RecordChannel, new string('b', 64), null)));
    }

    /// <summary>A request that is approved, in force.</summary>
    public static async Task<RequestState> ApprovedAsync(
        this WebHouse house, Func<Terms, Terms>? terms = null, params IReadOnlyList<Condition> conditions) =>
        await house.ApproveAsync(await house.AskAsync(await house.SubmitAsync(), terms ?? (t => t)), conditions);

    /// <summary>The clock moves, and the process is woken.</summary>
    public static Task<RequestState> WakeAsync(this WebHouse house, RequestState request, TimeSpan later)
    {
        house.Clock.Advance(later);
        return house.DoAsync(request, s => new Command.Wake(s));
    }

    /// <summary>Somebody does something; the machine unless told otherwise.</summary>
    public static async Task<RequestState> DoAsync(this WebHouse house, RequestState request, Func<Stamp, Command> command, Actor? by = null)
    {
        var before = await house.RequestAsync(request.Id);
        var stamp = new Stamp($"after/{before.Version}", house.Clock.GetUtcNow(), by ?? Actor.System);
        var answer = await house.Desk.HandleAsync(request.Id, command(stamp), TestContext.Current.CancellationToken);
        Assert.IsType<Verdict.Accepted>(answer.Verdict);
        return answer.Request!;
    }
}
