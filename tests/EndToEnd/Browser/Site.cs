using System.Net.Http.Json;
using System.Text.Json.Nodes;
using LocalHost.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Workflow.Core.Approval;
using Workflow.Core.Requests;

namespace EndToEnd.Browser;

/// <summary>The whole product on a free port of this machine, with its data in a temporary folder.</summary>
internal sealed class Site : IAsyncDisposable
{
    public const string AdminKey = "a-key-that-only-this-test-knows-0001";

    private readonly string _data = Directory.CreateTempSubdirectory("approvals-pages-").FullName;
    private readonly WebApplication _app;

    private Site()
    {
        Address = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        _app = LocalServer.Build(
            new Dictionary<string, string?>
            {
                ["Urls"] = Address.ToString(),
                ["Site:BaseUrl"] = Address.ToString(),
                ["Storage:Path"] = _data,
                ["Admin:Key"] = AdminKey,
                ["Logging:LogLevel:Default"] = "Warning",
            },
            environment: Environments.Development);
    }

    public Uri Address { get; }

    public static async Task<Site> StartAsync()
    {
        var site = new Site();
        await site._app.StartAsync();
        return site;
    }

    /// <summary>Declares a use through the API, with changes to an ordinary declaration, and waits until people are asked.</summary>
    public async Task<RequestId> DeclareAsync(string title, Action<JsonObject>? change = null)
    {
        var declaration = Declarations.Ordinary(title);
        change?.Invoke(declaration);
        using var http = new HttpClient { BaseAddress = Address };
        using var response = await http.PostAsJsonAsync("/api/requests", declaration);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<JsonObject>();
        var id = RequestId.Parse(answer!["id"]!.GetValue<string>(), null);
        await WhenAsync(id, request => request.Status == RequestStatus.Deciding);
        return id;
    }

    /// <summary>Waits until the request is as expected.</summary>
    public async Task WhenAsync(RequestId id, Predicate<RequestState> condition)
    {
        var desk = _app.Services.GetRequiredService<ApprovalDesk>();
        await Patience.UntilAsync(async () => await desk.FindAsync(id, CancellationToken.None) is { } request && condition(request));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }
}
