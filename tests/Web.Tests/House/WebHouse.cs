using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Workflow.Core.Approval;
using Workflow.Core.Intake;
using Workflow.Core.Ports;
using Workflow.Core.Requests;
using Workflow.Web;
using Workflow.Web.Links;
using Workflow.Web.Pages;

namespace Web.Tests.House;

/// <summary>Every page and the API behind real HTTP on loopback, over ports in memory and a clock that tests set.</summary>
internal sealed class WebHouse : IAsyncDisposable
{
    public const string IntakeKey = "a-key-that-only-the-mail-server-has";

    private readonly WebApplication _app;

    private WebHouse(string? intakeKey, Uri? address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls((address ?? new Uri("http://127.0.0.1:0")).ToString());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Site:BaseUrl"] = "https://approvals.studio.example",
            ["Intake:Key"] = intakeKey,
        });
        builder.Services.AddApprovalsWeb();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IEventStore>(Store)
            .AddSingleton<IBlobs>(Blobs)
            .AddSingleton<IMailSender>(Sent)
            .AddSingleton<IQuarantine>(Quarantine)
            .AddSingleton<IDirectory, SmallDirectory>()
            .AddSingleton<IPolicies, OnePolicy>()
            .AddSingleton<ICodeStore, MemoryCodes>()
            .AddSingleton<IMailReader, PlainMailReader>()
            .AddSingleton<IDigestChoices>(Digests)
            .AddTeams(Teams)
            .AddSingleton(s => new ApprovalDesk(s.GetRequiredService<IEventStore>(), s.GetRequiredService<IPolicies>(), Clock))
            .AddSingleton(new ReplyAddress("approvals@studio.example", "a secret for tests only, long enough")).AddSingleton<MailIntake>();
        _app = builder.Build();
        _app.UseApprovalsFaults();
        _app.MapApprovals();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    /// <summary>The language of submitters.</summary>
    public string Language { get; init; } = "en";

    public MemoryEventStore Store { get; } = new();

    public MemoryBlobs Blobs { get; } = new();

    public SentMails Sent { get; } = new();

    public MemoryDigestChoices Digests { get; } = new();

    public MemoryTeams Teams { get; } = new();

    public MemoryQuarantine Quarantine { get; } = new();

    public ApprovalDesk Desk => _app.Services.GetRequiredService<ApprovalDesk>();

    public LinkTokens Links => _app.Services.GetRequiredService<LinkTokens>();

    public Uri Address => new(_app.Urls.First());

    public static async Task<WebHouse> OpenAsync(string? intakeKey = IntakeKey, Uri? address = null, string language = "en")
    {
        var house = new WebHouse(intakeKey, address) { Language = language };
        await house._app.StartAsync(TestContext.Current.CancellationToken);
        return house;
    }

    /// <summary>A program: no cookies, no redirects followed, and patient when it asks before it sends a large body.</summary>
    public HttpClient Program() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        Expect100ContinueTimeout = TimeSpan.FromMinutes(1),
    })
    {
        BaseAddress = Address,
    };

    /// <summary>A person's browser.</summary>
    public Browser Browser() => new(new HttpClient(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        CookieContainer = new CookieContainer(),
    })
    {
        BaseAddress = Address,
    });

    /// <summary>A request that is there.</summary>
    public async Task<RequestState> RequestAsync(RequestId id) =>
        await Desk.FindAsync(id, TestContext.Current.CancellationToken) ?? throw new InvalidOperationException($"There is no {id}.");

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
