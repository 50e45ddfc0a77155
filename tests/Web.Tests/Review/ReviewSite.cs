using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Web.Tests.House;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Classification.SecondReading;
using Workflow.Core.Intake;
using Workflow.Core.People;
using Workflow.Core.Policies;
using Workflow.Core.Ports;
using Workflow.Core.Requests;
using Workflow.Web;
using Workflow.Web.Links;
using Workflow.Web.Review.Notices;

namespace Web.Tests.Review;

/// <summary>The pages over the real desk, on loopback, with one request that its people have been asked about.</summary>
internal sealed class ReviewSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _language;
    private int _commands;

    private ReviewSite(Disclosure mail, string language)
    {
        _language = language;
        Directory = new OneAdmin(language);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection([new("Site:BaseUrl", "https://approvals.example")]);
        builder.Services.AddApprovalsWeb()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider())
            .AddSingleton<IEventStore>(Store)
            .AddSingleton<ISummaries>(Store)
            .AddSingleton<ICodeStore>(Codes)
            .AddSingleton<IMailSender>(Mails)
            .AddSingleton(new ReplyAddress("approvals@studio.example", "a secret for tests only, long enough"))
            .AddSingleton<IBlobs>(Blobs)
            .AddTeams(Teams)
            .AddSingleton<IDirectory>(Directory)
            .AddSingleton<IPolicies>(new OnePolicy(mail))
            .AddSingleton(s => new ApprovalDesk(s.GetRequiredService<IEventStore>(), s.GetRequiredService<IPolicies>(), Clock));
        _app = builder.Build();
        _app.MapApprovals();
    }

    public FakeTimeProvider Clock { get; } = new(Cast.Monday);

    public MemoryStore Store { get; } = new();

    public MemoryCodes Codes { get; } = new();

    public MemoryMails Mails { get; } = new();

    public MemoryTeams Teams { get; } = new();

    public MemoryBlobs Blobs { get; } = new();

    public OneAdmin Directory { get; }

    /// <summary>The request that came last.</summary>
    public RequestId Id { get; private set; }

    public ApprovalDesk Desk => _app.Services.GetRequiredService<ApprovalDesk>();

    public LinkTokens Links => _app.Services.GetRequiredService<LinkTokens>();

    public NoticeDesk Notices => _app.Services.GetRequiredService<NoticeDesk>();

    public T Service<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public IMessenger Messenger => _app.Services.GetRequiredService<IMessenger>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<ReviewSite> SubmittedAsync(
        Declaration? declaration = null, Disclosure mail = Disclosure.Summary, string language = "en")
    {
        var site = new ReviewSite(mail, language);
        await site._app.StartAsync(Cancel);
        await site.SubmitAsync(Cast.Submission(declaration));
        return site;
    }

    public static async Task<ReviewSite> AskedAsync(
        Tier tier, Declaration? declaration = null, Disclosure mail = Disclosure.Summary, string language = "en")
    {
        var site = await SubmittedAsync(declaration, mail, language);
        await site.AssessAsync(tier);
        return site;
    }

    /// <summary>One more request, which the same people are asked about.</summary>
    public async Task<RequestId> AskMoreAsync(Tier tier, string title)
    {
        await SubmitAsync(Cast.Submission(Cast.Declaration with { Title = title }) with { IntakeKey = $"form:{title}", Fingerprint = title });
        await AssessAsync(tier);
        return Id;
    }

    public async Task AssessAsync(Tier tier, Func<Route, Route>? route = null, ModelStamp? model = null)
    {
        var assessment = Cast.Assessment(tier);
        assessment = assessment with { Route = route?.Invoke(assessment.Route) ?? assessment.Route, Model = model };
        var classify = Store.Effects.Last(e => e.Effect is Effect.Classify);
        await DoAsync(s => new Command.RecordAssessment(s, classify.Key, ((Effect.Classify)classify.Effect).Revision, assessment), Actor.System);
        if (Store.Effects.LastOrDefault(e => e.Effect is Effect.FindPeople) is { } find && (await StateAsync()).Status == RequestStatus.Assessed)
            await DoAsync(s => new Command.RecordPeople(s, find.Key, ((Effect.FindPeople)find.Effect).Stage, Cast.StaffingIn(_language)), Actor.System);
    }

    public async Task DoAsync(Func<Stamp, Command> command, Actor by)
    {
        var answer = await Desk.HandleAsync(Id, command(new Stamp($"c{++_commands}", Clock.GetUtcNow(), by)), Cancel);
        Assert.IsType<Verdict.Accepted>(answer.Verdict);
    }

    public Task DecideAsync(Person person, Decision decision) => DoAsync(
        s => new Command.Decide(s, AskOf(person), decision), new Actor(ActorKind.Approver, person.Id, person.Name, Authentication.MailedLinkAndCode));

    public Task AnswerAsync(string text) => DoAsync(
        s => new Command.ProvideInformation(s, text, null, []), new Actor(ActorKind.Submitter, Cast.Sam.Email, Cast.Sam.Name, Authentication.MailedLink));

    public async Task<RequestState> StateAsync() => (await Desk.FindAsync(Id, Cancel))!;

    public string TokenOf(Person person) => Links.ForAsk(Id, AskOf(person), person.Id);

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public Browser Open() => new(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
    {
        BaseAddress = Address,
    });

    private async Task SubmitAsync(Submission submission)
    {
        var submitted = await Desk.SubmitAsync(submission with { Submitter = Cast.Sam with { Language = _language } }, Authentication.Claimed, Cancel);
        Id = submitted.Request!.Id;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static int AskOf(Person person) => person.Id switch
    {
        "ada" => 1,
        "bob" => 2,
        _ => 3,
    };
}
