using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Functions.Tests.House;
using Functions.Tests.Life;
using Functions.Tests.Triggers;
using LocalHost.Tests.Loops;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workflow.Adapters.Files;
using Workflow.Core.Classification;
using Workflow.Core.Ports;
using Workflow.Web;

namespace Functions.Tests.Administration;

/// <summary>A world with one request, and its admins' and auditors' programs before the triggers.</summary>
internal sealed class AdminHouse : IDisposable
{
    public const string AdminKey = "the-key-of-the-admins-which-is-long-enough";
    public const string AuditorKey = "the-key-of-the-auditors-which-is-long-enough";

    private readonly ServiceProvider _services;
    private readonly HttpClient _http;

    public AdminHouse()
    {
        World.Run();
        var listener = new DiagnosticListener("tests");
        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Site:BaseUrl"] = "https://approvals.studio.example",
                ["Admin:Key"] = AdminKey,
                ["Admin:AuditorKey"] = AuditorKey,
            }).Build())
            .AddSingleton(listener).AddSingleton<DiagnosticSource>(listener)
            .AddLogging(logging => logging.ClearProviders().AddProvider(Logs))
            .AddRouting()
            .AddSingleton<TimeProvider>(World.Clock)
            .AddSingleton<IEventStore>(World.Store)
            .AddSingleton<IOutbox>(World.Store)
            .AddPolicyFiles()
            .AddOrchestration()
            .AddApprovalsWeb()
            .AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>()
            .BuildServiceProvider();
        _http = new HttpClient(new InProcessBrowser(_services, routes => TriggerSite.Map(routes, World.Hub)))
        {
            BaseAddress = new Uri("https://approvals.studio.example/api/admin/"),
        };
    }

    public World World { get; } = World.Submitted(Tier.Written);

    public RecordingLogs Logs { get; } = new();

    public static string Id => World.Id.ToString();

    public Task<(int Status, JsonNode? Body)> GetAsync(string path, string? key = AdminKey) => SendAsync(HttpMethod.Get, path, null, key);

    public Task<(int Status, JsonNode? Body)> PostAsync(string path, string? body = """{ "reason": "Robin said so" }""", string? key = AdminKey) =>
        SendAsync(HttpMethod.Post, path, body, key);

    public void Dispose()
    {
        _http.Dispose();
        _services.Dispose();
    }

    private async Task<(int Status, JsonNode? Body)> SendAsync(HttpMethod method, string path, string? body, string? key)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }
}
