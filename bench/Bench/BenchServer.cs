using LocalHost.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Adapters.Sqlite;
using Workflow.Core.Approval;
using Workflow.Web.Links;

namespace Bench;

/// <summary>The real server in this process, on the loopback interface; data and mails go into one folder.</summary>
internal sealed class BenchServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private BenchServer(WebApplication app, Uri address)
    {
        _app = app;
        Address = address;
    }

    public Uri Address { get; }

    public ApprovalDesk Desk => _app.Services.GetRequiredService<ApprovalDesk>();

    public LinkTokens Links => _app.Services.GetRequiredService<LinkTokens>();

    /// <summary>How many transactions were committed so far.</summary>
    public long Commits => _app.Services.GetRequiredService<SqliteDatabase>().Writer.Commits;

    public static async Task<BenchServer> StartAsync(string folder, Dictionary<string, string?>? settings = null)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Find()}");
        var app = LocalServer.Build(new Dictionary<string, string?>(settings ?? [])
        {
            ["Urls"] = address.ToString(),
            ["Site:BaseUrl"] = address.ToString(),
            ["Storage:Path"] = folder,
            ["Logging:LogLevel:Default"] = "Warning",
        });
        await app.StartAsync();
        return new BenchServer(app, address);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
