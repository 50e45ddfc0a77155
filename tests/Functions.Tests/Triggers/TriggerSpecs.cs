using System.Text;
using Functions.Orchestration;
using Functions.Tests.Durable;
using Functions.Tests.House;
using Functions.Triggers;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workflow.Adapters.Files;
using Workflow.Core.Ports;
using Workflow.Web;
using Workflow.Web.Api;

namespace Functions.Tests.Triggers;

/// <summary>A few triggers called as the runtime calls them: with a real request, the services of Program.cs and a client.</summary>
public sealed class TriggerSpecs : IDisposable
{
    private const string Declaration = """
        {
          "name": "Robin Vale", "email": "robin@artdept.example", "production": "The Lantern Coast",
          "title": "Mood boards", "description": "Boards of a harbour at night.",
          "tools": [{ "name": "Sketcher", "plan": "Enterprise" }], "inputKinds": ["own-or-licensed"],
          "use": "ideation", "finalDeliverable": "no", "p1": "yes", "p2": "yes", "p3": "yes", "p4": "yes", "p5": "yes"
        }
        """;

    private readonly ServiceProvider _services;
    private readonly MemoryStore _store = new();
    private readonly Hub _hub = new(ApprovalOrchestrator.RunAsync, (_, _) => throw new InvalidOperationException(), TimeProvider.System);

    public TriggerSpecs() => _services = new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Site:BaseUrl"] = "https://approvals.studio.example" }).Build())
        .AddLogging(logging => logging.ClearProviders())
        .AddSingleton(TimeProvider.System)
        .AddSingleton<IEventStore>(_store)
        .AddSingleton<IOutbox>(_store)
        .AddPolicyFiles()
        .AddOrchestration()
        .AddApprovalsWeb()
        .AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>()
        .BuildServiceProvider();

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task Start_page_is_shown_with_its_headers()
    {
        var triggers = ActivatorUtilities.CreateInstance<PublicTriggers>(_services);

        var response = await AnswerAsync(http => triggers.StartAsync(http.Request), Get("/"));

        Assert.Equal(200, response.StatusCode);
        Assert.Contains("default-src 'none'", response.Headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_of_nothing_is_a_page_of_404()
    {
        var triggers = ActivatorUtilities.CreateInstance<PublicTriggers>(_services);

        var response = await AnswerAsync(http => triggers.NowhereAsync(http.Request), Get("/nowhere"));

        Assert.Equal(404, response.StatusCode);
    }

    [Fact]
    public async Task Submission_stores_the_request_and_starts_its_orchestration_under_its_id()
    {
        var response = await SubmitAsync("one");

        Assert.Equal(202, response.StatusCode);
        var id = _store.Outbox[0].Request;
        Assert.True(_hub[id.ToString()].IsAlive);
        Assert.Equal(1, _hub.Starts);
    }

    [Fact]
    public async Task Same_submission_twice_starts_nothing_twice()
    {
        await SubmitAsync("one");
        await SubmitAsync("one");

        Assert.Equal(1, _hub.Starts);
        Assert.Equal(0, _hub.Signals);
    }

    [Fact]
    public async Task Fault_becomes_a_problem_that_tells_nothing_of_our_insides()
    {
        var door = _services.GetRequiredService<Door>();

        var response = await AnswerAsync(
            http => door.ShowAsync(http.Request, _ => throw new InvalidOperationException("robin@artdept.example")), Get("/api/requests/x"));

        Assert.Equal(500, response.StatusCode);
        Assert.DoesNotContain("robin", await BodyAsync(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Orchestration_that_cannot_be_told_spoils_no_answer()
    {
        _hub.IsDown = true;

        var response = await SubmitAsync("two");

        Assert.Equal(202, response.StatusCode);
        Assert.Equal(0, _hub.Starts);
    }

    private Task<HttpResponse> SubmitAsync(string key)
    {
        // Mails are not posted here.
        var triggers = new ApiTriggers(_services.GetRequiredService<Door>(), _services.GetRequiredService<RequestsApi>(), null!);
        return AnswerAsync(http => triggers.SubmitAsync(http.Request, _hub), Post(key));
    }

    private static async Task<HttpResponse> AnswerAsync(Func<HttpContext, Task<IResult>> trigger, HttpContext http)
    {
        var result = await trigger(http);
        await result.ExecuteAsync(http);
        return http.Response;
    }

    private DefaultHttpContext Get(string path)
    {
        var http = new DefaultHttpContext { RequestServices = _services };
        http.Request.Method = HttpMethods.Get;
        http.Request.Path = path;
        http.Response.Body = new MemoryStream();
        return http;
    }

    private DefaultHttpContext Post(string key)
    {
        var http = Get("/api/requests");
        http.Request.Method = HttpMethods.Post;
        http.Request.ContentType = "application/json";
        http.Request.Headers["Idempotency-Key"] = key;
        http.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(Declaration));
        return http;
    }

    private static async Task<string> BodyAsync(HttpResponse response)
    {
        response.Body.Position = 0;
        using var reader = new StreamReader(response.Body);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
