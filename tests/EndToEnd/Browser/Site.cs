using System.Net.Http.Json;
using System.Text.Json.Nodes;
using LocalHost.Demo;
using LocalHost.Loops;
using LocalHost.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Workflow.Adapters.Sqlite;
using Workflow.Core.Approval;
using Workflow.Core.Requests;

namespace EndToEnd.Browser;

/// <summary>The whole product on a free port of this machine, with its data in a temporary folder.</summary>
internal sealed class Site : IAsyncDisposable
{
    public const string AdminKey = "a-key-that-only-this-test-knows-0001";

    private readonly string _data = Directory.CreateTempSubdirectory("approvals-pages-").FullName;
    private readonly WebApplication _app;
    private readonly DemoClock? _clock;

    private Site(DemoClock? clock, string? directory, Func<Uri, IReadOnlyDictionary<string, string?>>? more)
    {
        _clock = clock;
        Address = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        _app = LocalServer.Build(
            new Dictionary<string, string?>(more?.Invoke(Address) ?? new Dictionary<string, string?>())
            {
                ["Urls"] = Address.ToString(),
                ["Site:BaseUrl"] = Address.ToString(),
                ["Storage:Path"] = _data,
                ["Admin:Key"] = AdminKey,
                ["Logging:LogLevel:Default"] = "Warning",
                ["Policies:Directory"] = directory ?? "directory.yaml",
            },
            clock,
            Environments.Development);
    }

    public Uri Address { get; }

    /// <summary>What it is made of, for what clicking would add nothing to.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Starts one.</summary>
    /// <param name="clock">One that can be put forward; null for the machine's.</param>
    /// <param name="directory">The directory document; null for the built-in one.</param>
    /// <param name="more">Settings besides, by the address that it listens on.</param>
    public static async Task<Site> StartAsync(
        DemoClock? clock = null, string? directory = null, Func<Uri, IReadOnlyDictionary<string, string?>>? more = null)
    {
        var site = new Site(clock, directory, more);
        await site._app.StartAsync();
        return site;
    }

    /// <summary>Puts its clock forward, and waits until everything that has become due is done.</summary>
    public Task JumpToAsync(DateTimeOffset instant)
    {
        _clock!.JumpTo(instant);
        // The loops wait in real time; they are told that it has got later.
        var signals = Services.GetRequiredService<StoreSignals>();
        signals.Effects.Poke();
        signals.Alarms.Poke();
        return WhenIdleAsync();
    }

    /// <summary>Waits until nothing is due that the loops do.</summary>
    public Task WhenIdleAsync() => Services.GetRequiredService<LoopActivity>().WhenIdleAsync(TestContext.Current.CancellationToken);

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
        var desk = Services.GetRequiredService<ApprovalDesk>();
        await Patience.UntilAsync(async () => await desk.FindAsync(id, CancellationToken.None) is { } request && condition(request));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }
}
