using LocalHost.Loops;
using LocalHost.Serving;
using LocalHost.Tests.Commands;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Policies;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace LocalHost.Tests.Serving;

/// <summary>Promise 9: a new policy document changes nothing for a request that is under way.</summary>
public sealed class PinnedPolicySpecs : IDisposable
{
    private readonly PolicyFolder _policies = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pinned");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(_folder.FullName, "data");

    public void Dispose()
    {
        _policies.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Answer_is_judged_by_the_policy_that_judged_the_declaration()
    {
        var (id, old) = await AskedForInformationAsync();
        ReplacePolicy();
        await using var app = await StartAsync();

        await AnswerAsync(app, id);
        await IdleAsync(app);

        var request = await FindAsync(app, id);
        Assert.NotEqual(old, app.Services.GetRequiredService<IPolicies>().Current.Stamp);
        Assert.Equal(RequestStatus.Deciding, request.Status);
        Assert.Equal(old, request.Assessment!.Policy);
        await app.StopAsync(Ct);
    }

    [Fact]
    public async Task Without_the_old_text_the_request_visibly_waits_and_is_not_judged_by_the_new_one()
    {
        var (id, old) = await AskedForInformationAsync();
        ReplacePolicy();
        Directory.Delete(Path.Combine(Data, "policies"), recursive: true);
        await using var app = await StartAsync();

        await AnswerAsync(app, id);
        var waiting = await FailedAsync(app, id);

        Assert.IsType<Effect.Classify>(waiting.Effect.Effect);
        Assert.Equal(nameof(PolicyNotKeptException), waiting.LastError);
        Assert.Equal(RequestStatus.Submitted, (await FindAsync(app, id)).Status);
        Assert.Equal(old, (await FindAsync(app, id)).Assessment!.Policy);
        await app.StopAsync(Ct);
    }

    private async Task<(RequestId Id, PolicyStamp Policy)> AskedForInformationAsync()
    {
        await using var app = await StartAsync();
        var desk = app.Services.GetRequiredService<ApprovalDesk>();
        var answer = await desk.SubmitAsync(Submission, Authentication.Claimed, Ct);
        var id = answer.Request!.Id;
        await IdleAsync(app);

        var ask = (await FindAsync(app, id)).Asks[0];
        var by = new Actor(ActorKind.Approver, ask.Person.Id, ask.Person.Name, Authentication.MailedLinkAndCode);
        var asked = await desk.HandleAsync(
            id, new Command.Decide(new Stamp("ask", Now(app), by), 1, new Decision(DecisionKind.AskForInformation, "Which posters?", [])), Ct);
        Assert.IsType<Verdict.Accepted>(asked.Verdict);
        await IdleAsync(app);
        await app.StopAsync(Ct);
        return (id, asked.Request!.Assessment!.Policy);
    }

    private static async Task AnswerAsync(WebApplication app, RequestId id)
    {
        var by = new Actor(ActorKind.Submitter, Submission.Submitter.Email, Submission.Submitter.Name, Authentication.MailedLink);
        var answer = await app.Services.GetRequiredService<ApprovalDesk>().HandleAsync(
            id, new Command.ProvideInformation(new Stamp("answer", Now(app), by), "Two posters of a ferry line.", null, []), Ct);
        Assert.IsType<Verdict.Accepted>(answer.Verdict);
    }

    private static async Task<OutboxItem> FailedAsync(WebApplication app, RequestId id)
    {
        while (true)
        {
            if ((await app.Services.GetRequiredService<IOutbox>().OfAsync(id, Ct)).FirstOrDefault(item => item.LastError is not null) is { } failed)
            {
                return failed;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Ct);
        }
    }

    private static async Task<RequestState> FindAsync(WebApplication app, RequestId id) =>
        (await app.Services.GetRequiredService<ApprovalDesk>().FindAsync(id, Ct))!;

    private static Task IdleAsync(WebApplication app) => app.Services.GetRequiredService<LoopActivity>().WhenIdleAsync(Ct);

    private static DateTimeOffset Now(WebApplication app) => app.Services.GetRequiredService<TimeProvider>().GetUtcNow();

    private void ReplacePolicy() => _policies.Add("# A lawyer was here.\n");

    private async Task<WebApplication> StartAsync()
    {
        var app = LocalServer.Build(new Dictionary<string, string?>
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["Storage:Path"] = Data,
            ["Policies:Folder"] = _policies.Root,
            ["Logging:LogLevel:Default"] = "None",
        });
        await app.StartAsync(Ct);
        return app;
    }

    private static Submission Submission { get; } = new(
        new Declaration
        {
            Production = "The Lantern Coast",
            Title = "Posters behind the bar",
            Description = "Two posters on the wall behind the bar, seen for a moment.",
            Tools = [new Tool("Sketcher")],
            Use = IntendedUse.Background,
            FinalDeliverable = Answer.Unsure,
            Principles = new PrincipleAnswers(Answer.Yes, Answer.Yes, Answer.Yes, Answer.Unsure, Answer.Yes),
        },
        new Submitter("Robin Vale", "robin@artdept.example", "en"),
        Channel.Form,
        "form:1",
        "00");
}
