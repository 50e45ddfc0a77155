using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Web.Tests.House;
using Workflow.Core.Approval;
using Workflow.Core.Intake;
using Workflow.Core.Ports;
using Workflow.Web;
using Workflow.Web.Admin;

namespace Web.Tests.Admin;

/// <summary>The real pages on loopback over ports in memory, and a browser without its own redirects.</summary>
internal sealed partial class AdminSite : IAsyncDisposable
{
    public const string Key = "correct-horse-battery-staple-0001";
    public const string AuditorKey = "an-auditor-s-key-of-enough-characters";
    public static readonly DateTimeOffset Now = new(2026, 11, 18, 14, 0, 0, TimeSpan.Zero);

    private readonly WebApplication _app;

    private AdminSite(WebApplication app)
    {
        _app = app;
        Browser = Client();
    }

    public MemoryStore Store { get; private init; } = null!;

    public MemoryMail Mail { get; private init; } = null!;

    public FakeTimeProvider Time { get; private init; } = null!;

    public Stories Stories { get; private init; } = null!;

    public HttpClient Browser { get; }

    public IEnumerable<RouteEndpoint> Endpoints =>
        ((IEndpointRouteBuilder)_app).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>();

    public static async Task<AdminSite> StartAsync(string? key = Key, bool development = false, string url = "http://127.0.0.1:0")
    {
        var store = new MemoryStore();
        var mail = new MemoryMail();
        var time = new FakeTimeProvider(Now);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.Logging.ClearProviders();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = url,
            ["Admin:Key"] = key,
            ["Admin:AuditorKey"] = AuditorKey,
            ["Site:BaseUrl"] = "http://127.0.0.1",
        });
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        builder.Services.AddSingleton<IEventStore>(store).AddSingleton<ISummaries>(store).AddSingleton<IOutbox>(store);
        builder.Services.AddSingleton<IBlobs>(mail).AddSingleton<IQuarantine>(mail).AddSingleton<IMailReader>(mail)
            .AddSingleton<IDirectory>(mail).AddSingleton<IDevMailbox>(mail);
        builder.Services.AddSingleton<IPolicies, OnePolicy>();
        builder.Services.AddSingleton<ApprovalDesk>(p => new ApprovalDesk(store, p.GetRequiredService<IPolicies>(), time));
        builder.Services.AddSingleton(new ReplyAddress("approvals@studio.example", "a secret for tests only, long enough")).AddSingleton<MailIntake>().AddTeams(new MemoryTeams());
        builder.Services.AddApprovalsWeb();
        var app = builder.Build();
        app.MapApprovals(development);
        app.MapPost("/api/act", (HttpContext http, AdminGate gate) => gate.ActAsync(http, who => Task.FromResult(Results.Text(who.Id))));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new AdminSite(app) { Store = store, Mail = mail, Time = time, Stories = new Stories(store) };
    }

    public HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
    {
        BaseAddress = new Uri(_app.Urls.First()),
    };

    public async Task<HttpResponseMessage> SignInAsync(string key = Key, string name = "Gwen Archer", string page = "/manage/sign-in") =>
        await PostAsync(page, "/manage/sign-in", ("name", name), ("key", key));

    /// <summary>Opens a page as a browser would, then sends its form with these fields.</summary>
    public async Task<HttpResponseMessage> PostAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        var hidden = Hidden().Matches(await TextAsync(page))
            .Select(m => KeyValuePair.Create(m.Groups["name"].Value, WebUtility.HtmlDecode(m.Groups["value"].Value)))
            .DistinctBy(f => f.Key)
            .Where(f => fields.All(typed => typed.Name != f.Key));
        using var content = new FormUrlEncodedContent(hidden.Concat(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));
        return await Browser.PostAsync(new Uri(action, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> GetAsync(string path) =>
        Browser.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    public async Task<string> TextAsync(string path)
    {
        using var response = await GetAsync(path);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await _app.DisposeAsync();
    }

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)">""")]
    private static partial Regex Hidden();
}
